#pragma once

#include "numlane/reduce/chunks.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// How many elements of node are true; `enough` as in reduce_chunks.
template <class Node, class Finish, class Enough>
auto count_chunks(const Node& node, const Finish& finish, const Enough& enough) {
    using Program = program::as<bool, typename Node::template program<0, 0>>;
    using Traits = program::traits<Program>;
    return reduce_chunks<count_kernel<Program>, std::int64_t, 64, Traits::cost + 1>(node, finish, enough);
}

inline std::int64_t add_counts(const std::int64_t* counts, index_t chunks) {
    std::int64_t total = 0;
    for (index_t i = 0; i < chunks; ++i) total += counts[i];
    return total;
}

template <class Node>
std::int64_t count_true_elements(const Node& node) {
    return count_chunks(
        node, [](const std::int64_t* counts, index_t chunks, index_t) { return add_counts(counts, chunks); },
        [](std::int64_t, index_t) { return false; });
}

}  // namespace detail

/// How many elements are not zero: numpy.count_nonzero.
template <array_operand X>
std::int64_t count_nonzero(const X& x) {
    return detail::count_true_elements(detail::as_node(x));
}

/// True if any element is not zero (NaN is not): numpy.any. False if there is no element. Stops at the first it finds.
template <array_operand X>
bool any(const X& x) {
    return detail::count_chunks(
        detail::as_node(x),
        [](const std::int64_t* counts, index_t chunks, index_t) { return detail::add_counts(counts, chunks) > 0; },
        [](std::int64_t count, index_t) { return count > 0; });
}

/// True if no element is zero: numpy.all. True if there is no element. Stops at the first zero it finds.
template <array_operand X>
bool all(const X& x) {
    return detail::count_chunks(
        detail::as_node(x),
        [](const std::int64_t* counts, index_t chunks, index_t size) {
            return detail::add_counts(counts, chunks) == size;
        },
        [](std::int64_t count, index_t elements) { return count < elements; });
}

NUMLANE_END_NAMESPACE
