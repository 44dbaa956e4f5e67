#pragma once

#include "numlane/array/handle.hpp"
#include "numlane/array/indexing.hpp"
#include "numlane/array/lazy.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A boolean array or expression, which as an index selects where it is true.
template <class M>
concept mask_index = (array_like<M> || lazy<M>) && std::same_as<typename std::remove_cvref_t<M>::value_type, bool>;

/// An array of integers, which indexes nothing.
template <class M>
concept list_index =
    (array_like<M> || lazy<M>) && std::integral<typename std::remove_cvref_t<M>::value_type> && !mask_index<M>;

template <class... I>
concept mask_among = sizeof...(I) > 1 && (mask_index<I> || ...);
template <int R, class... I>
concept too_many = R != dynamic && (integer_index<I> && ...) && sizeof...(I) > R;

/// The view of v's elements in another layout. An array without elements has no address to add to.
template <class T, int R, int Q>
view<T, Q> relaid(const view<T, R>& v, const layout<Q>& to) {
    return view<T, Q>(v.data() == nullptr ? nullptr : v.data() + to.offset, to.shape, to.strides, v.memory());
}

/// The indexing of arrays and views. Each member stands here twice: what a constant array gives is read-only.
template <class E, int R, bool Owning>
class indexed : public handle<E, R, Owning> {
public:
    using const_element = typename handle<E, R, Owning>::const_element;

    /// The elements as a view, which shares the memory.
    view<E, R> as_view() noexcept { return {this->data_, this->shape_, this->strides_, this->storage_}; }
    view<const_element, R> as_view() const noexcept {
        return {this->data_, this->shape_, this->strides_, this->storage_};
    }

    /// One element; negative indices count from the end. Throws index_error if there is not one index for each axis, and for
    /// one out of range where nothing is optimised (-O0, no NDEBUG) or NUMLANE_CHECK=1.
    template <class... I>
        requires element_access<R, I...>
    NUMLANE_INLINE E& operator()(I... i) {
        if constexpr (NUMLANE_CHECK) check_indices(this->shape_, i...);
        else check_index_count<R, I...>(this->shape_);
        return this->data_[element_offset<Owning>(this->shape_, this->strides_, i...)];
    }
    template <class... I>
        requires element_access<R, I...>
    NUMLANE_INLINE const_element& operator()(I... i) const {
        if constexpr (NUMLANE_CHECK) check_indices(this->shape_, i...);
        else check_index_count<R, I...>(this->shape_);
        return this->data_[element_offset<Owning>(this->shape_, this->strides_, i...)];
    }

    /// A view by NumPy's basic indexing: integers, slices, `_`, `ellipsis` and `newaxis`. Throws index_error.
    template <class... I>
        requires view_access<R, I...>
    auto operator()(const I&... i) {
        return relaid(as_view(), index_layout(this->shape_, this->strides_, i...));
    }
    template <class... I>
        requires view_access<R, I...>
    auto operator()(const I&... i) const {
        return relaid(as_view(), index_layout(this->shape_, this->strides_, i...));
    }

    /// The elements where `mask` is true, to read or to write. Throws index_error unless the shape of the mask is that
    /// of the leading axes.
    template <mask_index M>
    auto operator()(const M& mask) {
        return masked_view<E, R, M::rank>(as_view(), mask);
    }
    template <mask_index M>
    auto operator()(const M& mask) const {
        return masked_view<const_element, R, M::rank>(as_view(), mask);
    }

    // clang-format off: compilers show these lines
    template <class... I> requires too_many<R, I...> auto operator()(I...) const = delete;  // more indices than axes
    template <list_index I> auto operator()(const I&) const = delete;  // take(a, indices, 0) gives what integers select
    template <class... I> requires(std::floating_point<I> || ...) auto operator()(I...) const = delete;  // an index is an integer
    auto operator()(std::initializer_list<index_t>) const = delete;  // take(a, {0, 2}, 0) gives what a list selects, a(0, 2) one element
    template <class... I> requires mask_among<I...> auto operator()(const I&...) const = delete;  // a mask stands alone; a.T()(m) selects columns
    // clang-format on

    /// The sub-array at i along the first axis, or the element if the rank is fixed as 1; otherwise as operator().
    template <class I>
    NUMLANE_INLINE decltype(auto) operator[](const I& i) {
        if constexpr (R == dynamic && integer_index<I>) return (*this)(i, ellipsis);
        else return (*this)(i);
    }
    template <class I>
    NUMLANE_INLINE decltype(auto) operator[](const I& i) const {
        if constexpr (R == dynamic && integer_index<I>) return (*this)(i, ellipsis);
        else return (*this)(i);
    }

    /// As operator(), always checked; throws index_error.
    template <class... I>
    decltype(auto) at(const I&... i) {
        if constexpr (element_access<R, I...>) check_indices(this->shape_, i...);
        return (*this)(i...);
    }
    template <class... I>
    decltype(auto) at(const I&... i) const {
        if constexpr (element_access<R, I...>) check_indices(this->shape_, i...);
        return (*this)(i...);
    }

protected:
    using handle<E, R, Owning>::handle;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
