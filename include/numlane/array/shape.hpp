#pragma once

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A shape as NumPy prints it: "(3, 4)", "(3,)", "()".
NUMLANE_COLD NUMLANE_FUNCTION std::string to_string(const dims<>& shape);
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION std::string to_string(const dims<>& shape) {
    std::string text = "(";
    for (int axis = 0; axis < shape.size(); ++axis) {
        text += detail::message({axis > 0 ? ", " : "", shape[axis]});
    }
    text += shape.size() == 1 ? ",)" : ")";
    return text;
}
#endif

namespace detail {

[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_bad_shape(const dims<>& shape);
[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_bad_axis(index_t axis, int ndim);
[[noreturn]] NUMLANE_COLD NUMLANE_FUNCTION void throw_bad_axis(const char* operation, index_t axis,
                                                               const dims<>& shape);
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION void throw_bad_shape(const dims<>& shape) {
    for (index_t extent : shape) {
        if (extent < 0) throw shape_error(message({"negative dimensions are not allowed: shape ", to_string(shape)}));
    }
    throw shape_error(message({"an array of shape ", to_string(shape), " is larger than the address space"}));
}

NUMLANE_FUNCTION void throw_bad_axis(index_t axis, int ndim) {
    throw index_error(
        message({"axis ", axis, " is out of bounds for an array of ", ndim, ndim == 1 ? " axis" : " axes"}));
}

NUMLANE_FUNCTION void throw_bad_axis(const char* operation, index_t axis, const dims<>& shape) {
    throw index_error(message({operation, ": axis ", axis, " is out of bounds for shape ", to_string(shape)}));
}
#endif

}  // namespace detail

/// The number of elements of a shape; throws shape_error for a negative extent or a product beyond the address space.
/// The extents other than zeros must have a product in range even when there is a zero, so that strides never overflow.
template <int R>
constexpr index_t shape_size(const dims<R>& shape) {
    index_t size = 1;
    bool empty = false;
    for (index_t extent : shape) {
        if (extent == 0) {
            empty = true;
        } else if (extent < 0 || __builtin_mul_overflow(size, extent, &size)) {
            detail::throw_bad_shape(shape);
        }
    }
    return empty ? 0 : size;
}

/// The size in bytes of a shape of elements of `itemsize` bytes; throws shape_error when it is out of range.
template <int R>
constexpr std::size_t shape_bytes(const dims<R>& shape, std::size_t itemsize) {
    index_t bytes = 0;
    if (__builtin_mul_overflow(shape_size(shape), static_cast<index_t>(itemsize), &bytes)) {
        detail::throw_bad_shape(shape);
    }
    return static_cast<std::size_t>(bytes);
}

/// The strides, in elements, of a C-contiguous array of this shape.
template <int R>
constexpr dims<R> contiguous_strides(const dims<R>& shape) {
    dims<R> strides = dims<R>::with_rank(shape.size());
    index_t stride = 1;
    for (int axis = shape.size() - 1; axis >= 0; --axis) {
        strides[axis] = stride;
        if (shape[axis] != 0) stride *= shape[axis];
    }
    return strides;
}

namespace detail {

/// True if elements of this shape and these strides lie one after another in C order.
template <int R>
NUMLANE_INLINE constexpr bool is_contiguous(const dims<R>& shape, const dims<R>& strides) noexcept {
    if constexpr (R == 1) return strides[0] == 1 || shape[0] <= 1;
    index_t expected = 1;
    bool contiguous = true;
    for (int axis = shape.size() - 1; axis >= 0; --axis) {
        if (shape[axis] == 0) return true;
        if (shape[axis] != 1 && strides[axis] != expected) contiguous = false;
        expected *= shape[axis];
    }
    return contiguous;
}

/// The axis as a number from 0; throws index_error when it is out of range.
constexpr int normalize_axis(index_t axis, int ndim) {
    if (axis < -ndim || axis >= ndim) throw_bad_axis(axis, ndim);
    return static_cast<int>(axis < 0 ? axis + ndim : axis);
}

/// The same of an array of this shape; the error names the operation.
template <int R>
constexpr int checked_axis(const char* operation, index_t axis, const dims<R>& shape) {
    if (axis < -shape.size() || axis >= shape.size()) throw_bad_axis(operation, axis, shape);
    return static_cast<int>(axis < 0 ? axis + shape.size() : axis);
}

}  // namespace detail

NUMLANE_END_NAMESPACE
