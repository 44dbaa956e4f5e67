#pragma once

#include "numlane/array/mask_walk.hpp"
#include "numlane/core/compression.hpp"
#include "numlane/core/kernels.hpp"
#include "numlane/parallel/parallel_for.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Copies those of n contiguous elements whose mask is true, `count` in all, to `out`, which has room for just these.
template <class T>
void compress_line(const T* from, const bool* mask, index_t n, T* out, index_t count) {
    if constexpr (sizeof(T) == 4 || sizeof(T) == 8) {
        compression c{reinterpret_cast<const std::byte*>(from), mask, n, reinterpret_cast<std::byte*>(out), count};
        dispatch<compress_kernel<sizeof(T)>>()({&c, nullptr, nullptr, 0, false});
        from += n - c.count;
        out += count - c.room;
        mask = c.mask;
        n = c.count;
    }
    compress_row(from, std::integral_constant<index_t, 1>(), mask, n, out);
}

/// The same of many, which the threads of the pool share: they count first, so that each knows where its own go.
template <class T>
void compress(const T* from, const bool* mask, index_t n, T* out, index_t count) {
    constexpr index_t shared_from = index_t{1} << 17, most_pieces = 256, least_piece = index_t{1} << 14;
    if (n < shared_from) return compress_line(from, mask, n, out, count);
    const index_t fair = (n + most_pieces - 1) / most_pieces, piece = fair < least_piece ? least_piece : fair;
    const index_t pieces = (n + piece - 1) / piece;
    const auto length = [&](index_t i) { return n - i * piece < piece ? n - i * piece : piece; };
    index_t begin[most_pieces + 1];
    parallel_for(0, pieces, 4, [&](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i) begin[i + 1] = count_true(mask + i * piece, length(i));
    });
    begin[0] = 0;
    for (index_t i = 0; i < pieces; ++i) begin[i + 1] += begin[i];
    parallel_for(0, pieces, 1, [&](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i)
            compress_line(from + i * piece, mask + i * piece, length(i), out + begin[i], begin[i + 1] - begin[i]);
    });
}

}  // namespace detail
NUMLANE_END_NAMESPACE
