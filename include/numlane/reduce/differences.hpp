#pragma once

#include "numlane/reduce/extended.hpp"
#include "numlane/reduce/mean.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// `count` elements from `first` on along an axis.
template <class T>
array_node<T, dynamic> part_of(const view<const T>& v, int axis, index_t first, index_t count) {
    dims<> shape = v.shape();
    shape[axis] = count < 0 ? 0 : count;
    const T* const data = count > 0 && v.size() > 0 ? v.data() + first * v.strides()[axis] : v.data();
    return as_node(view<const T>(data, shape, v.strides(), v.memory()));
}

/// v[1:] - v[:-1] along an axis, as a node; for bool, where they differ.
template <class T>
auto neighbours_difference(const view<const T>& v, int axis) {
    using Op = std::conditional_t<std::is_same_v<T, bool>, op::not_equal, op::subtract>;
    const index_t n = v.shape()[axis];
    return call_nodes<Op, T>(part_of(v, axis, 1, n - 1), part_of(v, axis, 0, n - 1));
}

}  // namespace detail

/// The n-th differences of neighbours along an axis: numpy.diff. For bool, where they differ.
/// Throws index_error for an axis out of range, shape_error for a negative n.
template <array_operand X>
auto diff(const X& x, index_t n = 1, index_t axis = -1) {
    using T = typename X::value_type;
    if (n < 0) throw shape_error(detail::message({"diff: order must be non-negative but got ", n}));
    view<const T> v = detail::as_elements<T>(x);
    const int along = detail::checked_axis("diff", axis, v.shape());
    if (n == 0) return array<T>(v);
    array<T> result(detail::neighbours_difference<T>(v, along));
    for (; n > 1 && result.shape()[along] > 0; --n)
        result = array<T>(detail::neighbours_difference<T>(view<const T>(result), along));
    return result;
}

/// The same of x with something before and behind it along the axis, NumPy's prepend and append: nothing (nl::_), a scalar,
/// which promotes as in x + scalar (in NumPy as an array of its own dtype), or an array of x's shape but for its extent along
/// the axis, or of shape (). With n = 0 they are not looked at, as in NumPy. Returns an array of the promoted dtype. Throws
/// as above, and shape_error for an end that does not fit.
template <array_operand X, class Prepend, class Append = all_t>
    requires((scalar<Prepend> || array_operand<Prepend> || std::is_same_v<Prepend, all_t>) &&
             (scalar<Append> || array_operand<Append> || std::is_same_v<Append, all_t>))
auto diff(const X& x, index_t n, index_t axis, const Prepend& prepend, const Append& append = {}) {
    using T = detail::with_end_t<detail::with_end_t<typename X::value_type, Prepend>, Append>;
    const view<const T> v = detail::as_elements<T>(x);
    const int along = detail::checked_axis("diff", axis, v.shape());
    if (n == 0) return array<T>(v);
    return diff(detail::extended<T>("diff", v, along, prepend, append), n, along);
}

/// The integral of samples `dx` apart along an axis by the trapezoidal rule: numpy.trapezoid (trapz before 2.0).
/// Throws index_error for an axis out of range.
template <array_operand Y>
auto trapezoid(const Y& y, double dx = 1, index_t axis = -1) {
    using F = detail::mean_t<typename Y::value_type>;
    const view<const F> v = detail::as_elements<F>(y);
    const int along = detail::checked_axis("trapezoid", axis, v.shape());
    const index_t n = v.shape()[along];
    const auto pairs =
        detail::call_nodes<op::add, F>(detail::part_of(v, along, 1, n - 1), detail::part_of(v, along, 0, n - 1));
    const auto scaled = detail::call_nodes<op::multiply, F>(constant_node<F>{F(real_t<F>(dx))}, pairs);
    return sum(detail::call_nodes<op::divide, F>(scaled, constant_node<F>{F(2)}), {.axis = along});
}

/// The same of samples at the points x: of one axis, as long as y's, or of a shape that broadcasts with y's, each as long as
/// the other along its own axis `axis`. Throws index_error for an axis out of range of one of them, shape_error if x does not
/// fit.
template <array_operand Y, array_operand X>
auto trapezoid(const Y& y, const X& x, index_t axis = -1) {
    using F = promote_t<detail::mean_t<typename Y::value_type>, detail::mean_t<typename X::value_type>>;
    const view<const F> v = detail::as_elements<F>(y);
    const view<const F> given = detail::as_elements<F>(x);
    const int along = detail::checked_axis("trapezoid", axis, v.shape());
    const int x_along = given.ndim() == 1 ? 0 : detail::checked_axis("trapezoid", axis, given.shape());
    const index_t n = v.shape()[along];
    if (given.shape()[x_along] != n)
        throw shape_error(detail::message(
            {"trapezoid: x of shape ", to_string(given.shape()), " does not fit y of shape ", to_string(v.shape())}));
    dims<> shape = given.shape(), strides = given.strides();
    if (given.ndim() == 1) {  // it lies along y's axis
        shape = strides = dims<>::with_rank(v.ndim() - along);
        for (index_t& extent : shape) extent = 1;
        shape[0] = n;
        strides[0] = given.strides()[0];
    }
    const view<const F> at(given.data(), shape, strides, given.memory());
    const auto pairs =
        detail::call_nodes<op::add, F>(detail::part_of(v, along, 1, n - 1), detail::part_of(v, along, 0, n - 1));
    const auto scaled = detail::call_nodes<op::multiply, F>(detail::neighbours_difference<F>(at, x_along), pairs);
    return sum(detail::call_nodes<op::divide, F>(scaled, constant_node<F>{F(2)}), {.axis = axis});
}

NUMLANE_END_NAMESPACE
