#pragma once

#include "numlane/core/line_copy.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Copies `count` elements of Bytes bytes that lie `stride` elements apart to where they lie side by side; the two do not
/// overlap.
template <std::size_t Bytes>
NUMLANE_INLINE void gather_line(std::byte* dst, const std::byte* src, std::ptrdiff_t stride, std::ptrdiff_t count) {
    if constexpr (Bytes == 4 || Bytes == 8) {
        if (count >= 16 && stride >= -2 && stride <= 4) {
            line_copy c{dst, src, stride, count};
            return dispatch<gather_line_kernel<Bytes>>()({&c, nullptr, nullptr, 0, false});
        }
    }
    constexpr std::ptrdiff_t size = Bytes;
    for (std::ptrdiff_t i = 0; i < count; ++i) __builtin_memcpy(dst + i * size, src + i * stride * size, Bytes);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
