#pragma once

#include "numlane/core/line_copy.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// gather_line for elements that no register divides into lanes.
template <std::size_t Bytes>
void gather_large(const kernel_args& args) {
    constexpr std::ptrdiff_t size = Bytes;
    const line_copy& c = *static_cast<const line_copy*>(args.out);
    for (int k = 0; k < c.fields; ++k) {
        std::byte* const dst = c.dst[k];
        const std::byte* const src = c.src + k * size;
        const std::ptrdiff_t stride = c.stride * size, count = dst == nullptr ? 0 : c.count;
        for (std::ptrdiff_t i = 0; i < count; ++i) __builtin_memcpy(dst + i * size, src + i * stride, Bytes);
    }
}

/// What copies lines of elements of Bytes bytes; it is called with a line_copy in kernel_args::out.
template <std::size_t Bytes>
kernel_function gather_lines() {
    if constexpr (Bytes <= 8) return dispatch<gather_line_kernel<Bytes>>();
    else return &gather_large<Bytes>;
}

/// Copies what `c` says; what is read and what is written do not overlap.
template <std::size_t Bytes>
NUMLANE_INLINE void gather_fields(line_copy c) {
    gather_lines<Bytes>()({&c, nullptr, nullptr, 0, false});
}

/// Copies `count` elements of Bytes bytes that lie `stride` elements apart to where they lie side by side; the two do not
/// overlap.
template <std::size_t Bytes>
NUMLANE_INLINE void gather_line(std::byte* dst, const std::byte* src, std::ptrdiff_t stride, std::ptrdiff_t count) {
    if constexpr (Bytes <= 8)
        if (count >= 16 && stride >= -4 && stride <= 4)
            return gather_fields<Bytes>({src, stride, count, 1, false, {dst, nullptr, nullptr, nullptr}});
    constexpr std::ptrdiff_t size = Bytes;
    for (std::ptrdiff_t i = 0; i < count; ++i) __builtin_memcpy(dst + i * size, src + i * stride * size, Bytes);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
