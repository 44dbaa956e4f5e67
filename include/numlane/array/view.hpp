#pragma once

#include "numlane/array/members.hpp"
#include "numlane/array/nested_list.hpp"
#include "numlane/array/view_iterator.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

/// What can be written into a view.
template <class X>
concept assignable = array_like<X> || lazy<X> || scalar<X> || is_masked_view<X>;

}  // namespace detail

/// Elements that lie at regular strides in memory it shares. A copy shows the same elements; an assignment writes them,
/// with the right side broadcast. A view<const T> is read-only; constness of the view itself does not matter.
template <class T, int R>
class view : public detail::members<T, R, false> {
    static_assert(element<std::remove_const_t<T>>, "numlane has no such dtype; see numlane::element");
    using base = detail::members<T, R, false>;

public:
    using typename base::value_type;

    /// No elements; one axis of extent 0, or R of them.
    view() noexcept
        requires(R != 0)
    {
        this->shape_ = dims<R>::with_rank(R == dynamic ? 1 : R);
        this->strides_ = contiguous_strides(this->shape_);
    }

    /// The elements at `data` with the given extents and strides (in elements), kept alive by `memory`.
    view(T* data, const dims<R>& shape, const dims<R>& strides, storage memory = {}) noexcept
        : base(data, shape, strides, std::move(memory)) {}

    view(const view&) noexcept = default;
    view(view&&) noexcept = default;
    NUMLANE_INLINE ~view() = default;

    /// A view of another rank or of non-constant elements; throws shape_error if a fixed rank does not fit.
    template <class U, int Q>
        requires(std::same_as<const U, const T> && (std::is_const_v<T> || !std::is_const_v<U>) &&
                 !(std::same_as<T, U> && R == Q) && detail::rank_fits<R, Q>)
    view(const view<U, Q>& other) : base(other.data(), other.shape(), other.strides(), other.memory()) {}

    template <int Q>
        requires(!std::is_const_v<T> && detail::rank_fits<R, Q>)
    view(array<T, Q>& a) : base(a.data(), a.shape(), a.strides(), a.memory()) {}
    template <int Q>
        requires(detail::rank_fits<R, Q>)
    view(array<value_type, Q>&& a) : base(a.data(), a.shape(), a.strides(), a.memory()) {}
    template <int Q>
        requires(std::is_const_v<T> && detail::rank_fits<R, Q>)
    view(const array<value_type, Q>& a) : base(a.data(), a.shape(), a.strides(), a.memory()) {}

    /// Writes the elements; throws shape_error unless the right side broadcasts to this shape. Each assignment stands here
    /// twice, for a view that is a constant, or the result of an index, writes as well.
    view& operator=(const view& other)
        requires(!std::is_const_v<T>)
    {
        write(other);
        return *this;
    }
    const view& operator=(const view& other) const
        requires(!std::is_const_v<T>)
    {
        write(other);
        return *this;
    }
    template <class X>
        requires(!std::is_const_v<T> && detail::assignable<X>)
    view& operator=(const X& x) {
        write(x);
        return *this;
    }
    template <class X>
        requires(!std::is_const_v<T> && detail::assignable<X>)
    const view& operator=(const X& x) const {
        write(x);
        return *this;
    }
    // clang-format off: compilers show this line
    template <class X> requires(std::is_const_v<T> && detail::assignable<X>) const view& operator=(const X&) const = delete;  // read-only, as of a constant array
    // clang-format on
    /// The same of nested braces: v = {{1, 2}, {3, 4}}.
    const view& operator=(std::initializer_list<detail::nested_list<value_type>> list) const
        requires(!std::is_const_v<T>)
    {
        write(array<value_type>(list));
        return *this;
    }

    /// The elements in C order.
    detail::view_iterator<T, R> begin() const noexcept { return {this->data_, this->shape_, this->strides_, 0}; }
    detail::view_iterator<T, R> end() const noexcept {
        return {this->data_, this->shape_, this->strides_, this->size()};
    }

private:
    template <class X>
    void write(const X& x) const {
        if constexpr (lazy<X>) {
            x.assign_to(*this);
        } else if constexpr (detail::is_masked_view<X>) {
            detail::assign(*this, x.copy());
        } else if constexpr (scalar<X> && std::is_convertible_v<X, T>) {
            // Element by element, a[i] = x is too small a job for the planner of loops.
            if (this->ndim() == 0) *this->data_ = detail::weak_value<T>(x);
            else detail::assign(*this, x);
        } else {
            detail::assign(*this, x);
        }
    }
};

template <class T, int R>
view(array<T, R>&) -> view<T, R>;
template <class T, int R>
view(array<T, R>&&) -> view<T, R>;
template <class T, int R>
view(const array<T, R>&) -> view<const T, R>;

NUMLANE_END_NAMESPACE
