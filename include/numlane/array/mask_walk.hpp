#pragma once

#include <cstdint>
#include <cstring>

#include "numlane/array/shape.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Eight values of a mask; all of them true is every_byte(1).
NUMLANE_INLINE std::uint64_t eight_of(const bool* mask) noexcept {
    std::uint64_t bytes;
    std::memcpy(&bytes, mask, 8);
    return bytes;
}
constexpr std::uint64_t every_byte(std::uint64_t value) noexcept { return value * 0x0101010101010101u; }

/// The number of true values among n.
inline index_t count_true(const bool* mask, index_t n) noexcept {
    constexpr index_t turn = 32, longest = 63 * turn;  // as long as none of the eight sums can leave its byte
    index_t count = 0;
    index_t i = 0;
    while (i + turn <= n) {
        // Eight sums side by side, then pairs of them in 16 bits.
        const index_t end = n - i < longest ? n - turn + 1 : i + longest;
        std::uint64_t sums = 0;
        for (; i < end; i += turn)
            sums += (eight_of(mask + i) + eight_of(mask + i + 8)) + (eight_of(mask + i + 16) + eight_of(mask + i + 24));
        const std::uint64_t low = 0x00ff00ff00ff00ff, pairs = (sums & low) + (sums >> 8 & low);
        count += static_cast<index_t>((pairs * 0x0001000100010001u) >> 48);
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
/// mask would mispredict; but eight of a kind, which seldom come alone, at once.
template <class F>
void for_each_true(const bool* mask, index_t n, F f) {
    constexpr index_t block = 256;
    std::uint8_t at[block];
    for (index_t from = 0; from < n; from += block) {
        const index_t size = n - from < block ? n - from : block;
        const bool* const here = mask + from;
        index_t count = 0, i = 0;
        for (; i + 8 <= size; i += 8) {
            const std::uint64_t bytes = eight_of(here + i);
            if (bytes == 0) continue;
            if (bytes == every_byte(1)) {
                const auto first = static_cast<std::uint64_t>(i);
                for (unsigned k = 0; k < 8; ++k) at[count + k] = static_cast<std::uint8_t>(first + k);
                count += 8;
                continue;
            }
            for (index_t k = i; k < i + 8; ++k) {
                at[count] = static_cast<std::uint8_t>(k);
                count += here[k] ? 1 : 0;
            }
        }
        for (; i < size; ++i) {
            at[count] = static_cast<std::uint8_t>(i);
            count += here[i] ? 1 : 0;
        }
        if (count == block)  // a loop of known length
            for (index_t k = 0; k < block; ++k) f(from + k);
        else
            for (index_t k = 0; k < count; ++k) f(from + at[k]);
    }
}

/// Copies the elements where the mask is true to `out`, which has room for just these; returns its new end.
template <class T, class U, class Stride>
U* compress_row(const T* row, Stride stride, const bool* mask, index_t n, U* out) {
    while (n > 0 && !mask[n - 1]) --n;
    index_t i = 0;
    // Writes without a branch, which a random mask would mispredict: up to the last true value `out` has room.
    const auto some = [&](index_t end) {
        for (; i < end; ++i) {
            *out = convert_scalar<U>(row[i * stride]);
            out += mask[i] ? 1 : 0;
        }
    };
    while (i + 8 <= n) {
        const std::uint64_t bytes = eight_of(mask + i);
        if (bytes == every_byte(1)) {
            for (int k = 0; k < 8; ++k) out[k] = convert_scalar<U>(row[(i + k) * stride]);
            out += 8;
            i += 8;
        } else if (bytes == 0) {
            i += 8;
        } else {
            some(i + 8);
        }
    }
    some(n);
    return out;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
