#pragma once

#include <numeric>

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

/// True unless the arrays of columns a and b certainly share no byte. Their ranges of addresses are compared, then the
/// residues of their addresses modulo the greatest common divisor of all strides: rows, columns and interleaved slices
/// of one array are told apart. (The exact test is an integer program; NumPy bounds its effort too.)
inline bool may_overlap(const loop_nest& nest, int a, int b) {
    const auto range = [&](int c, const std::byte*& low, const std::byte*& high) {
        low = nest.base[c];
        high = nest.base[c] + nest.itemsize[c];
        for (int axis = 0; axis < nest.rank; ++axis) {
            const index_t reach = (nest.extent[axis] - 1) * nest.strides_of(axis)[c] * nest.itemsize[c];
            (reach < 0 ? low : high) += reach;
        }
    };
    const std::byte *low_a, *high_a, *low_b, *high_b;
    range(a, low_a, high_a);
    range(b, low_b, high_b);
    if (high_a <= low_b || high_b <= low_a) return false;
    index_t divisor = 0;
    for (int axis = 0; axis < nest.rank; ++axis)
        divisor = std::gcd(divisor, std::gcd(nest.strides_of(axis)[a] * nest.itemsize[a], nest.strides_of(axis)[b] * nest.itemsize[b]));
    if (divisor == 0) return true;
    index_t residue = (nest.base[b] - nest.base[a]) % divisor;
    if (residue < 0) residue += divisor;
    return !(residue >= nest.itemsize[a] && divisor - residue >= nest.itemsize[b]);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
