#pragma once

#include <cstdint>
#include <cstring>

#include "numlane/array/shape.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The number of true values among n.
inline index_t count_true(const bool* mask, index_t n) noexcept {
    index_t count = 0;
    index_t i = 0;
    for (; i + 8 <= n; i += 8) {
        std::uint64_t bytes;
        std::memcpy(&bytes, mask + i, 8);
        // The top byte of this product is the sum of all eight.
        count += static_cast<index_t>((bytes * 0x0101010101010101u) >> 56);
    }
    for (; i < n; ++i) count += mask[i] ? 1 : 0;
    return count;
}

/// Calls f(offset, mask, n, stride) for every row along the last masked axis: n mask values, and where their elements
/// lie. Rows that run on in memory are given as one.
template <class F>
void for_each_mask_row(const bool* mask, const dims<>& shape, const dims<>& strides, F f) {
    index_t size = 1;
    for (index_t extent : shape) size *= extent;
    if (size == 0) return;
    index_t n = 1;
    index_t stride = 0;
    int axes = shape.size();
    while (axes > 0 && (n == 1 || shape[axes - 1] == 1 || strides[axes - 1] == stride * n)) {
        --axes;
        if (n == 1) stride = strides[axes];
        n *= shape[axes];
    }
    index_t index[max_rank] = {};
    index_t offset = 0;
    for (;;) {
        f(offset, mask, n, stride);
        mask += n;
        int axis = axes - 1;
        for (; axis >= 0; --axis) {
            offset += strides[axis];
            if (++index[axis] < shape[axis]) break;
            offset -= strides[axis] * shape[axis];
            index[axis] = 0;
        }
        if (axis < 0) return;
    }
}

/// Calls f(i) for every true value among n, in order. The indices are gathered first, without a branch, which a random
/// mask would mispredict.
template <class F>
void for_each_true(const bool* mask, index_t n, F f) {
    constexpr index_t block = 256;
    std::uint8_t at[block];
    for (index_t from = 0; from < n; from += block) {
        const index_t size = n - from < block ? n - from : block;
        index_t count = 0;
        for (index_t i = 0; i < size; ++i) {
            std::uint64_t bytes = 1;
            if (i % 8 == 0 && i + 8 <= size) std::memcpy(&bytes, mask + from + i, 8);
            if (bytes == 0) {
                i += 7;
                continue;
            }
            at[count] = static_cast<std::uint8_t>(i);
            count += mask[from + i] ? 1 : 0;
        }
        for (index_t k = 0; k < count; ++k) f(from + at[k]);
    }
}

/// Copies the elements where the mask is true to `out`, which has room for just these; returns its new end.
template <class T, class U>
U* compress_row(const T* row, index_t stride, const bool* mask, index_t n, U* out) {
    while (n > 0 && !mask[n - 1]) --n;
    // Writes without a branch, which a random mask would mispredict: up to the last true value `out` has room.
    for (index_t i = 0; i < n; ++i) {
        *out = static_cast<U>(row[i * stride]);
        out += mask[i] ? 1 : 0;
    }
    return out;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
