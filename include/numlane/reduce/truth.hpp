#pragma once

#include "numlane/reduce/extrema.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Whether any element along some axes is not zero: numpy.any.
///   options  axis, keepdims; where, a bool mask that broadcasts to the shape of x
/// Throws index_error for an axis out of range or repeated, shape_error if the mask does not broadcast.
template <array_operand X>
array<bool> any(const X& x, const mean_options& options) {
    return detail::truth_along<reducer::maximum>("any", x, options);
}

/// Whether no element along some axes is zero: numpy.all. Options and errors as for any.
template <array_operand X>
array<bool> all(const X& x, const mean_options& options) {
    return detail::truth_along<reducer::minimum>("all", x, options);
}

/// How many elements along some axes are not zero: numpy.count_nonzero.
///   options  axis, keepdims
/// Throws index_error for an axis out of range or repeated.
template <array_operand X>
array<std::int64_t> count_nonzero(const X& x, const axis_options& options) {
    return detail::count_along("count_nonzero", options.axis, detail::as_node_of<bool>(x), options.keepdims,
                               detail::no_mask());
}

NUMLANE_END_NAMESPACE
