#pragma once

#include "numlane/array/nested_list.hpp"
#include "numlane/array/strided_copy.hpp"
#include "numlane/array/view.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

struct uninitialized {};
struct zeroed {};

/// A container of T that lies in one piece, such as std::vector, std::span or std::array.
template <class V, class T>
concept contiguous_source = !array_like<V> && !lazy<V> && requires(const V& v) {
    { v.data() } -> std::convertible_to<const T*>;
    { v.size() } -> std::convertible_to<std::size_t>;
};

/// A container of bool whose elements need not lie in one piece: std::vector<bool>.
template <class V, class T>
concept bit_source = std::same_as<T, bool> && !array_like<V> && !lazy<V> && requires(const V& v) {
    requires std::same_as<typename V::value_type, bool> && !requires { v.data(); };
    { v[v.size()] } -> std::convertible_to<bool>;
};

}  // namespace detail

/// An N-dimensional array that owns its elements, C-contiguous and aligned to 64 bytes: numpy.ndarray. Copies are deep;
/// a moved-from array has no elements. R is the rank if it is known at compile time.
template <class T, int R>
class array : public detail::members<T, R, true> {
    static constexpr bool has_dtype = element<T>;  // for a message without the list
    static_assert(has_dtype,
                  "numlane has no such dtype; see numlane::element (long long is none where int64_t is long)");
    using base = detail::members<T, R, true>;

public:
    /// No elements: one axis of extent 0, or R of them. Of rank 0: one element, 0.
    array() : array(detail::zeroed{}, dims<R>::with_rank(R == dynamic ? 1 : R)) {}

    /// The elements of nested braces: array<int> m{{1, 2}, {3, 4}}. Throws shape_error if the lengths differ.
    array(std::initializer_list<detail::nested_list<T>> list) : array(detail::uninitialized{}, measured(list)) {
        detail::nested_list<T>::write(list, dims<>(this->shape_), 0, this->data_);
    }

    /// A copy of the elements at `data`, which lie in C order. Throws shape_error for a null pointer to elements.
    array(const T* data, const dims<R>& shape) : array(detail::uninitialized{}, shape) {
        if (data == nullptr && this->size() > 0)
            throw shape_error(
                detail::message({"array: a null pointer cannot hold an array of shape ", to_string(shape)}));
        write(data);
    }

    /// A copy of a std::vector, std::span or another container in one piece.
    template <detail::contiguous_source<T> V>
        requires(R == dynamic || R == 1)
    explicit array(const V& values) : array(values.data(), dims<R>(static_cast<index_t>(values.size()))) {}
    template <detail::bit_source<T> V>
        requires(R == dynamic || R == 1)
    explicit array(const V& values) : array(detail::uninitialized{}, dims<R>(static_cast<index_t>(values.size()))) {
        for (std::size_t i = 0; i < values.size(); ++i) this->data_[i] = values[i];
    }

    array(const array& other) : array(detail::uninitialized{}, other.shape()) { write(other.data()); }

    /// The elements of another array or view, converted if it has another dtype.
    template <array_like A>
        requires(detail::rank_fits<R, A::rank>)
    array(const A& other) : array(detail::uninitialized{}, dims<R>(other.shape())) {
        if constexpr (std::same_as<typename A::value_type, T>) {
            const dims<R> strides(other.strides());
            detail::strided_copy(this->data_, this->strides_, static_cast<const T*>(other.data()), strides,
                                 this->shape_);
        } else {
            detail::assign(this->as_view(), other);
        }
    }

    /// The values of an expression.
    template <lazy E>
        requires(detail::rank_fits<R, E::rank>)
    array(const E& e) : array(detail::uninitialized{}, dims<R>(e.shape())) {
        constexpr bool node = requires { typename E::template program<0, 0>; };  // of expr/
        if constexpr (node) detail::fill_lazy(*this, e);
        else e.assign_to(*this);
    }

    /// The elements that a mask selects.
    template <class U, int Q, int M>
    array(const masked_view<U, Q, M>& masked) : array(masked.template copy<T>()) {}

    array(array&& other) noexcept(R != 0) : base(std::move(other)) { other.clear(); }

    /// Takes over the memory of an array of another rank; throws shape_error if a fixed rank does not fit.
    template <int Q>
        requires(Q != R && detail::rank_fits<R, Q> && Q != 0)
    array(array<T, Q>&& other) : base(other.data(), dims<R>(other.shape()), dims<R>(other.strides()), other.memory()) {
        other = array<T, Q>();
    }

    /// Writes into the present memory if the shapes are equal, otherwise into new memory.
    array& operator=(const array& other) {
        if (this == &other) return *this;
        if (this->shape_ != other.shape()) return *this = array(other);
        write(other.data());
        return *this;
    }

    array& operator=(array&& other) noexcept(R != 0) {
        if (this == &other) return *this;
        if constexpr (R == 0) {
            *this->data_ = *other.data_;
        } else {
            base::operator=(std::move(other));
            other.clear();
        }
        return *this;
    }

    template <class X>
        requires((array_like<X> || lazy<X>) && detail::rank_fits<R, X::rank>)
    array& operator=(const X& x) {
        if constexpr (lazy<X>) detail::assign_lazy(*this, x);
        else if (this->shape_ != x.shape()) *this = array(x);
        else if constexpr (std::same_as<X, array<T, X::rank>>) write(x.data());
        else detail::assign(this->as_view(), x);
        return *this;
    }

    // clang-format off: compilers show these lines
    template <class X> requires((array_like<X> || lazy<X>) && !detail::rank_fits<R, X::rank>) array& operator=(const X&) = delete;  // of another rank; a(nl::_) = x broadcasts x to the shape of a
    template <scalar S> array& operator=(S) = delete;  // a(nl::_) = 5.0 or a.fill(5.0) sets every element
    template <std::integral... N> explicit array(N...) = delete;  // zeros<T>({3, 4}) has a shape, array<T>{3, 4} elements
    // clang-format on

    ~array() = default;

    /// For numlane itself: elements yet to be written, or zeros.
    array(detail::uninitialized, const dims<R>& shape) : base(shape, &storage::allocate) {}
    array(detail::zeroed, const dims<R>& shape) : base(shape, &storage::allocate_zeroed) {}

    /// The elements in C order.
    T* begin() noexcept { return this->data_; }
    T* end() noexcept { return this->data_ + this->size(); }
    const T* begin() const noexcept { return this->data_; }
    const T* end() const noexcept { return this->data_ + this->size(); }

private:
    // As many elements as this array has, from elsewhere.
    void write(const T* data) { detail::copy_bytes(this->data_, data, this->nbytes()); }

    // What was moved from keeps its promises: no elements, or at rank 0, which always has one, an element of its own.
    void clear() noexcept(R != 0) {
        if constexpr (R == 0) {
            this->storage_ = storage::allocate_zeroed(sizeof(T));
            this->data_ = static_cast<T*>(this->storage_.data());
        } else {
            this->data_ = nullptr;
            this->storage_ = storage();
            this->shape_ = dims<R>::with_rank(R == dynamic ? 1 : R);
            this->strides_ = contiguous_strides(this->shape_);
        }
    }

    static dims<R> measured(std::initializer_list<detail::nested_list<T>> list) {
        dims<> shape;
        detail::nested_list<T>::measure(list, shape);
        return dims<R>(shape);
    }
};

template <scalar S>
array(std::initializer_list<S>) -> array<S>;
template <scalar S>
array(std::initializer_list<std::initializer_list<S>>) -> array<S>;
template <scalar S>
array(std::initializer_list<std::initializer_list<std::initializer_list<S>>>) -> array<S>;
template <scalar S, int R>
array(const S*, dims<R>) -> array<S, R>;
template <class T, int R>
array(const view<T, R>&) -> array<std::remove_const_t<T>, R>;
template <lazy E>
array(const E&) -> array<typename E::value_type, E::rank>;
template <class V>
    requires(!array_like<V> && !lazy<V> &&
             requires(const V& v) {
                 v.data();
                 v.size();
             })
array(const V&) -> array<std::remove_cvref_t<decltype(*std::declval<const V&>().data())>>;
template <class V>
    requires detail::bit_source<V, bool>
array(const V&) -> array<bool>;
template <class U, int Q, int M>
array(const masked_view<U, Q, M>&) -> array<std::remove_const_t<U>>;

NUMLANE_END_NAMESPACE
