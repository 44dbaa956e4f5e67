#pragma once

#include <utility>

#include "numlane/array/array.hpp"
#include "numlane/array/broadcast.hpp"
#include "numlane/array/compress.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

/// The mask as a C-contiguous array; its own memory unless that could be the memory which is written through it.
template <class T, class Mask>
view<const bool> materialize_mask(const Mask& mask) {
    if constexpr (array_like<Mask> && !std::same_as<T, bool>) {
        if (mask.is_contiguous()) return view<const bool>(mask);
    }
    return array<bool>(mask);
}

/// Throws index_error unless the mask has the shape of the leading axes.
inline void check_mask(const dims<>& elements, const view<const bool>& mask) {
    const int masked = mask.ndim();
    bool fits = masked <= elements.size();
    for (int axis = 0; fits && axis < masked; ++axis) fits = mask.shape()[axis] == elements[axis];
    if (fits) return;
    throw index_error(
        message({"boolean index of shape ", to_string(mask.shape()),
                 " is not the shape of the leading axes of the indexed array, whose shape is ", to_string(elements)}));
}

/// The shape of a selection: (count, trailing axes...).
inline dims<> selection_shape(const dims<>& elements, const view<const bool>& mask) {
    const int masked = mask.ndim();
    dims<> shape = dims<>::with_rank(elements.size() - masked + 1);
    shape[0] = count_true(mask.data(), mask.size());
    for (int axis = masked; axis < elements.size(); ++axis) shape[axis - masked + 1] = elements[axis];
    return shape;
}

/// The mask of every single element, C-contiguous; the trailing axes have that of the axes before them.
template <class T>
view<const T> spread_mask(const dims<>& elements, const view<const T>& mask) {
    if (mask.ndim() == elements.size()) return mask;
    array<T> full(uninitialized{}, elements);
    dims<> strides = elements;
    for (int axis = 0; axis < strides.size(); ++axis) strides[axis] = axis < mask.ndim() ? mask.strides()[axis] : 0;
    strided_copy<T>(full.data(), full.strides(), mask.data(), strides, elements);
    return full;
}

}  // namespace detail

/// The elements of an array where a mask of its leading axes is true: what a(mask) gives, to write through or to copy.
/// As in NumPy they have the shape (count, trailing axes...). A mask that is an expression is evaluated once, when it is
/// applied.
template <class T, int R, int M>
class masked_view {
public:
    using value_type = std::remove_const_t<T>;
    static constexpr int rank = R == dynamic || M == dynamic ? dynamic : R - M + 1;

    /// Throws index_error unless the mask's shape is that of the leading axes.
    template <class Mask>
    masked_view(const view<T, R>& elements, const Mask& mask)
        : elements_(elements), mask_(detail::materialize_mask<value_type>(mask)) {
        detail::check_mask(dims<>(elements.shape()), mask_);
    }

    masked_view(const masked_view&) = default;

    /// The number of true values of the mask.
    index_t count() const noexcept { return detail::count_true(mask_.data(), mask_.size()); }

    /// The number of elements.
    index_t size() const noexcept {
        index_t size = 1;
        for (index_t extent : shape()) size *= extent;
        return size;
    }

    /// The shape of the selection: (count, trailing axes...).
    dims<rank> shape() const noexcept { return dims<rank>(detail::selection_shape(dims<>(elements_.shape()), mask_)); }

    /// The array, and the mask of its leading axes.
    const view<T, R>& elements() const noexcept { return elements_; }
    const view<const bool>& mask() const noexcept { return mask_; }

    /// A new array of the selected elements, converted to U.
    template <class U = value_type>
    array<U, rank> copy() const {
        array<U, rank> result(detail::uninitialized{}, shape());
        if constexpr (std::same_as<U, value_type>)
            if (elements_.is_contiguous()) {
                const view<const bool> every = detail::spread_mask(dims<>(elements_.shape()), mask_);
                const U* const from = elements_.data();
                detail::compress(from, every.data(), every.size(), result.data(), result.size());
                return result;
            }
        U* out = result.data();
        walk([&](const T* row, const bool* mask, index_t n, auto stride) {
            out = detail::compress_row(row, stride, mask, n, out);
        });
        return result;
    }

    /// The same: numpy.ndarray.astype.
    template <class U>
    array<U, rank> astype() const {
        return copy<U>();
    }

    /// Sets the selected elements to one value, or to an array or expression that broadcasts to shape(). Throws
    /// shape_error if it does not, dtype_error for an integer that the dtype cannot hold.
    const masked_view& operator=(const masked_view& other) const {
        detail::assign_selected(*this, other);
        return *this;
    }
    const masked_view& operator=(const masked_view& other) { return std::as_const(*this) = other; }
    template <class X>
    const masked_view& operator=(const X& x) const {
        detail::assign_selected(*this, x);
        return *this;
    }
    const masked_view& operator=(std::initializer_list<detail::nested_list<value_type>> list) const {
        return *this = array<value_type>(list);
    }

    /// Sets the selected elements, in their order, to those at `values`, which are not among them.
    void put(const value_type* values) const {
        walk([&](T* row, const bool* mask, index_t n, auto stride) {
            detail::for_each_true(mask, n, [&](index_t i) { row[i * stride] = *values++; });
        });
    }

private:
    template <class F>
    void walk(F f) const {
        const view<const bool> every = detail::spread_mask(dims<>(elements_.shape()), mask_);
        detail::for_each_mask_row(every.data(), dims<>(elements_.shape()), dims<>(elements_.strides()),
                                  [&](index_t offset, const bool* mask, index_t n, index_t stride) {
                                      // A stride that the compiler knows makes another loop.
                                      T* const row = elements_.data() + offset;
                                      if (stride == 1) f(row, mask, n, std::integral_constant<index_t, 1>());
                                      else f(row, mask, n, stride);
                                  });
    }

    view<T, R> elements_;
    view<const bool> mask_;
};

NUMLANE_END_NAMESPACE
