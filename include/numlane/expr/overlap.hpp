#pragma once

#include "numlane/expr/loop_nest.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// True if the arrays of columns a and b hold the same element at every index: then each element is read before it is
/// written, in whatever order.
inline bool coincide(const loop_nest& nest, int a, int b) {
    if (nest.base[a] != nest.base[b] || nest.itemsize[a] != nest.itemsize[b]) return false;
    for (int axis = 0; axis < nest.rank; ++axis)
        if (nest.strides_of(axis)[a] != nest.strides_of(axis)[b]) return false;
    return true;
}

/// Multiples of a stride: k · stride for every k from low to high.
struct multiples {
    index_t stride, low, high;
};

/// True if a sum of one multiple of each term, which come with falling strides, lies in [low, high]; also when `effort`
/// candidates have not settled it. (It is an integer program; NumPy bounds its effort too.) Cold, so that the compiler does
/// not unroll the recursion.
NUMLANE_COLD inline bool sum_reaches(const multiples* term, int terms, index_t low, index_t high, int& effort) {
    if (terms == 0) return low <= 0 && 0 <= high;
    index_t rest_low = 0, rest_high = 0;
    for (int i = 1; i < terms; ++i) {
        rest_low += term[i].low * term[i].stride;
        rest_high += term[i].high * term[i].stride;
    }
    const index_t stride = term->stride;
    const auto floor_div = [stride](index_t x) { return x / stride - (x % stride < 0); };
    index_t k = -floor_div(rest_high - low), last = floor_div(high - rest_low);
    if (k < term->low) k = term->low;
    if (last > term->high) last = term->high;
    for (; k <= last; ++k)
        if (--effort < 0 || sum_reaches(term + 1, terms - 1, low - k * stride, high - k * stride, effort)) return true;
    return false;
}

/// True if an element of column a lies `low` to `high` bytes before one of column b.
NUMLANE_COLD inline bool distances_meet(const loop_nest& nest, int a, int b, index_t low, index_t high) {
    multiples term[2 * max_rank];
    int terms = 0;
    // Address of an element of a less that of one of b: a sum of multiples of the strides.
    const auto add = [&](index_t stride, index_t extent) {
        if (stride == 0 || extent == 1) return;
        multiples next{magnitude(stride), stride > 0 ? 0 : 1 - extent, stride > 0 ? extent - 1 : 0};
        int at = terms;
        while (at > 0 && term[at - 1].stride < next.stride) --at;
        if (at > 0 && term[at - 1].stride == next.stride) {
            term[at - 1].low += next.low;
            term[at - 1].high += next.high;
            return;
        }
        for (int i = terms++; i > at; --i) term[i] = term[i - 1];
        term[at] = next;
    };
    for (int axis = 0; axis < nest.rank; ++axis) {
        add(nest.strides_of(axis)[a] * nest.itemsize[a], nest.extent[axis]);
        add(-nest.strides_of(axis)[b] * nest.itemsize[b], nest.extent[axis]);
    }
    int effort = 1000;
    return sum_reaches(term, terms, low, high, effort);
}

/// True unless the arrays of columns a and b share no byte. Their ranges of addresses are compared, then the distances
/// between their elements: rows, columns, blocks and interleaved slices of one array are told apart.
inline bool may_overlap(const loop_nest& nest, int a, int b) {
    const index_t low = nest.base[b] - nest.base[a] - nest.itemsize[a] + 1,
                  high = nest.base[b] - nest.base[a] + nest.itemsize[b] - 1;
    index_t least = 0, most = 0;
    const auto reach = [&](index_t bytes) { (bytes < 0 ? least : most) += bytes; };
    for (int axis = 0; axis < nest.rank; ++axis) {
        reach(nest.strides_of(axis)[a] * nest.itemsize[a] * (nest.extent[axis] - 1));
        reach(-nest.strides_of(axis)[b] * nest.itemsize[b] * (nest.extent[axis] - 1));
    }
    if (most < low || high < least) return false;
    return distances_meet(nest, a, b, low, high);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
