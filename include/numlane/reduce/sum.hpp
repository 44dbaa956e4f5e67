#pragma once

#include "numlane/reduce/count.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

struct never {
    template <class T>
    bool operator()(const T&, index_t) const { return false; }
};

/// Reducer over node's elements as dtype T, by the fixed tree; `empty()` gives the result if there are none.
template <class Reducer, class T, class Node, class Combine, class Empty>
T reduce_all(const Node& node, const Combine& combine, const Empty& empty) {
    using Program = program::as<T, typename Node::template program<0, 0>>;
    using Traits = program::traits<Program>;
    constexpr int lanes = 256 / int(sizeof(real_t<T>)) > 64 ? 256 / int(sizeof(real_t<T>)) : 64;
    return reduce_chunks<reduce_kernel<Reducer, Program>, T, lanes, Traits::cost + 1>(
        node,
        [&](const T* values, index_t count, index_t) { return count == 0 ? empty() : combine_tree(values, count, combine); },
        never());
}

struct add_values {
    template <class T>
    T operator()(const T& a, const T& b) const {
        if constexpr (std::is_integral_v<T>) return T(std::make_unsigned_t<T>(a) + std::make_unsigned_t<T>(b));
        else return a + b;
    }
};

/// What NumPy sums T in: bool and signed integers in int64, unsigned ones in uint64.
template <class T>
using sum_t = std::conditional_t<(kind_of<T> > kind::integer), T,
                                 std::conditional_t<std::is_unsigned_v<T> && !std::is_same_v<T, bool>, std::uint64_t, std::int64_t>>;

template <class T, class Node>
T sum_as(const Node& node) {
    return reduce_all<reducer::sum, T>(node, add_values(), [] { return T(0); });
}

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

/// The mean of all elements: numpy.mean. Of bool and integers in float64, otherwise in the dtype of x. NaN if there is no
/// element.
template <array_operand X>
auto mean(const X& x) {
    using T = typename X::value_type;
    using F = std::conditional_t<(kind_of<T> >= kind::floating), T, double>;
    const auto node = detail::as_node(x);
    return F(detail::sum_as<F>(node) / real_t<F>(shape_size(node.shape())));
}

NUMLANE_END_NAMESPACE
