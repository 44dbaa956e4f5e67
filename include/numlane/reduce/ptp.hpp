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

template <class T>
using extrema_kernels = pair_kernels<both_extrema<T>, T, T>;
/// Of what lies in the second cache the extrema are sooner found one after the other, and fused.
template <class T>
bool is_read_twice(const dims<>& shape) {
    return shape_size(shape) * index_t(sizeof(T)) <= 1 << 20;
}
template <class T>
struct range_of_extrema {
    T operator()(T least, T most) const { return range_between<T>(least, most); }
    T empty(const dims<>& shape) const { throw_no_extremum("ptp", shape); }
};

}  // namespace detail

/// The largest elements less the smallest along some axes: numpy.ptp, which bool has not. Integers wrap. NaN if there is one.
///   options  axis, keepdims
/// Throws as min.
template <array_operand X>
auto ptp(const X& x, const axis_options& options) {
    using T = typename X::value_type;
    static_assert(!std::is_same_v<T, bool>, "ptp: bool has no minus");
    const auto node = detail::as_node(x);
    if constexpr (!is_complex_v<T>)
        if (!detail::is_read_twice<T>(node.shape()))
            return detail::reduce_axes<detail::extrema_kernels<T>, T>(
                {"ptp", options.axis}, node, options.keepdims, detail::no_mask(), T(0),
                [](index_t) { return detail::range_of_extrema<T>(); });
    const reduce_options along{.axis = options.axis, .keepdims = options.keepdims};
    array<T> result = detail::extrema_along<reducer::maximum, T>("ptp", node, along);
    const array<T> least = detail::extrema_along<reducer::minimum, T>("ptp", node, along);
    detail::evaluate_into(result, detail::call_nodes<op::subtract, T>(detail::as_node(result), detail::as_node(least)));
    return result;
}

/// The largest element less the smallest: numpy.ptp. As along axes.
template <array_operand X>
auto ptp(const X& x) {
    using T = typename X::value_type;
    static_assert(!std::is_same_v<T, bool>, "ptp: bool has no minus");
    const auto node = detail::as_node(x);
    const dims<> shape(node.shape());
    if (shape_size(shape) == 0) detail::throw_no_extremum("ptp", shape);
    if constexpr (!is_complex_v<T>)
        if (!detail::is_read_twice<T>(shape))
            return detail::reduce_whole<detail::extrema_kernels<T>, T>(
                {"ptp", axes()}, node, [](index_t) { return detail::range_of_extrema<T>(); });
    return detail::range_between<T>(min(node), max(node));
}

NUMLANE_END_NAMESPACE
