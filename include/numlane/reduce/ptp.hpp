#pragma once

#include "numlane/reduce/extrema.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The distance of two extrema; integers wrap.
template <class T>
T range_between(T least, T most) {
    if constexpr (std::is_integral_v<T>) return T(std::make_unsigned_t<T>(most) - std::make_unsigned_t<T>(least));
    else return most - least;
}

}  // namespace detail

/// The largest element less the smallest: numpy.ptp, which bool has not. Integers wrap. NaN if there is one; throws
/// shape_error if there is no element.
template <array_operand X>
auto ptp(const X& x) {
    using T = typename X::value_type;
    static_assert(!std::is_same_v<T, bool>, "ptp: bool has no minus");
    const auto node = detail::as_node(x);
    if (shape_size(node.shape()) == 0) detail::throw_no_extremum("ptp", node.shape());
    return detail::range_between<T>(min(node), max(node));
}

/// The same along some axes.
///   options  axis, keepdims
/// Throws as min.
template <array_operand X>
auto ptp(const X& x, const axis_options& options) {
    using T = typename X::value_type;
    static_assert(!std::is_same_v<T, bool>, "ptp: bool has no minus");
    const auto node = detail::as_node(x);
    const reduce_options along{.axis = options.axis, .keepdims = options.keepdims};
    array<T> result = detail::extrema_along<reducer::maximum, T>("ptp", node, along);
    const array<T> least = detail::extrema_along<reducer::minimum, T>("ptp", node, along);
    detail::evaluate_into(result, detail::call_nodes<op::subtract, T>(detail::as_node(result), detail::as_node(least)));
    return result;
}

NUMLANE_END_NAMESPACE
