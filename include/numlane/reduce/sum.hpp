#pragma once

#include "numlane/core/wrapping.hpp"
#include "numlane/reduce/count.hpp"
#include "numlane/reduce/reduce_axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

struct never {
    template <class T>
    bool operator()(const T&, index_t) const {
        return false;
    }
};

/// Reducer over node's elements as dtype T, by the fixed tree; `empty()` gives the result if there are none.
template <class Reducer, class T, class Node, class Combine, class Empty>
T reduce_all(const Node& node, const Combine& combine, const Empty& empty) {
    using Program = program::as<T, typename Node::template program<0, 0>>;
    using Traits = program::traits<Program>;
    constexpr int lanes = 256 / int(sizeof(real_t<T>)) > 64 ? 256 / int(sizeof(real_t<T>)) : 64;
    return reduce_chunks<reduce_kernel<Reducer, Program>, T, lanes, Traits::cost + 1>(
        node,
        [&](T* values, index_t count, index_t) { return count == 0 ? empty() : combine_tree(values, count, combine); },
        never());
}

struct add_values {
    using operation = op::add;

    template <class T>
    T operator()(const T& a, const T& b) const {
        if constexpr (std::is_same_v<T, bool>) return a || b;
        else if constexpr (std::is_integral_v<T>) return T(wrapping_t<T>(a) + wrapping_t<T>(b));
        else return a + b;
    }
};

/// What NumPy sums T in: bool and signed integers in int64, unsigned ones in uint64.
template <class T>
using sum_t = std::conditional_t<
    (kind_of<T> > kind::integer), T,
    std::conditional_t<std::is_unsigned_v<T> && !std::is_same_v<T, bool>, std::uint64_t, std::int64_t>>;

template <class T, class Node>
T sum_as(const Node& node) {
    return reduce_all<reducer::sum, T>(node, add_values(), [] { return T(0); });
}

/// A result of a sum or a product of dtype T, begun with `initial`.
template <class T, class Combine>
struct begun_with {
    T neutral, initial;
    bool given;

    bool keeps_value() const { return !given; }
    T operator()(const T& value) const { return given ? Combine()(initial, value) : value; }
    T empty(const dims<>&) const { return given ? initial : neutral; }
};

/// The reducer of truth that sums (or) or multiplies (and) bool.
template <class Reducer>
using truth_reducer = std::conditional_t<std::is_same_v<Reducer, reducer::product>, reducer::minimum, reducer::maximum>;

template <class Reducer, class Combine, class D, class Kernels = value_kernels<Reducer, D>, class X>
array<D> accumulate(const char* name, const X& x, const reduce_options& options, D neutral) {
    static_assert(is_complex_v<D> || !is_complex_v<typename X::value_type>,
                  "the dtype of a sum or a product of complex numbers must be complex");
    const D initial = options.initial.given() ? options.initial.template as<D>(name) : neutral;
    const auto make_finish = [&](index_t) { return begun_with<D, Combine>{neutral, initial, options.initial.given()}; };
    const reduction_request request{name, options.axis};
    if constexpr (std::is_same_v<D, bool>)
        return reduce_axes<truth_kernels<truth_reducer<Reducer>>, bool>(
            request, as_node_of<bool>(x), options.keepdims, options.where, std::uint8_t(neutral), make_finish);
    else if constexpr (std::is_same_v<D, std::int64_t> && std::is_same_v<typename X::value_type, bool> &&
                       std::is_same_v<Reducer, reducer::sum>)
        return reduce_axes<count_kernels, D>(request, as_node(x), options.keepdims, options.where, neutral,
                                             make_finish);
    else return reduce_axes<Kernels, D>(request, as_node(x), options.keepdims, options.where, neutral, make_finish);
}

/// The dtype of a sum or a product: D if it was given, otherwise NumPy's for T.
template <class D, class T>
using accumulator_t = std::conditional_t<std::is_void_v<D>, sum_t<T>, D>;

}  // namespace detail

/// The sum of all elements: numpy.sum. bool and integers are summed in 64 bits, which wrap; floats in their own dtype, on
/// a fixed tree: the same bits on every target and any number of threads, with the error of pairwise summation. 0 if there
/// is no element.
template <array_operand X>
auto sum(const X& x) {
    using T = typename X::value_type;
    if constexpr (std::is_same_v<T, bool>) return detail::count_true_elements(detail::as_node(x));
    else return detail::sum_as<detail::sum_t<T>>(detail::as_node(x));
}

/// As sum, in dtype D: numpy.sum(x, dtype=D). In bool the sum is a logical or.
template <element D, array_operand X>
D sum(const X& x) {
    static_assert(is_complex_v<D> || !is_complex_v<typename X::value_type>, "the sum of complex numbers is complex");
    if constexpr (std::is_same_v<D, bool>) return any(x);
    else return detail::sum_as<D>(detail::as_node(x));
}

/// The sums along some axes: numpy.sum. The dtype is D, otherwise that of the sum of all. As precise along every axis.
///   options  axis, keepdims; initial, a scalar to begin with; where, a bool mask that broadcasts to the shape of x
/// Throws index_error for an axis out of range or repeated, shape_error if the mask does not broadcast.
template <class D = void, array_operand X>
auto sum(const X& x, const reduce_options& options) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::accumulate<reducer::sum, detail::add_values, S>("sum", x, options, S(0));
}

NUMLANE_END_NAMESPACE
