#pragma once

#include "numlane/expr/scratch.hpp"
#include "numlane/expr/tiling.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// An elementwise kernel and what it is called with, besides the arrays.
struct elementwise_job {
    kernel_function kernel;
    const kernel_constant* constants;
    const raw_array* arrays;  // [columns]
    int splat_lanes;          // how many lanes a broadcast operand must fill
    bool stream;              // write past the cache where the output is aligned
};

/// One array within the tile at hand.
struct tile_column {
    access how;
    tile_strides stride;
    std::byte* buffer;
    std::byte* start;
    const std::byte* splatted;  // what the buffer holds copies of
};

/// x86 orders stores past the cache with nothing: only after this are they seen by whoever sees a later store.
inline void end_streams() noexcept {
#ifdef __SSE2__
    __builtin_ia32_sfence();
#endif
}

/// Runs tiles [first, last): packs what is not contiguous, calls the kernel, unpacks the output.
inline void run_tiles(const loop_nest& nest, const tiling& t, const elementwise_job& job, index_t first, index_t last) {
    const int columns = nest.columns;
    const auto buffer_bytes = [&](int c) {
        const access how = access_of(nest, t, c);
        const index_t items = how == access::packed ? t.rows * t.columns : how == access::splat ? job.splat_lanes : 0;
        return std::size_t(items) * std::size_t(nest.itemsize[c]);
    };
    std::size_t bytes = scratch::aligned(std::size_t(columns) * sizeof(tile_column)) +
                        scratch::aligned(std::size_t(columns) * sizeof(kernel_operand));
    for (int c = 0; c < columns; ++c) bytes += scratch::aligned(buffer_bytes(c));
    scratch memory(bytes);
    auto* column = reinterpret_cast<tile_column*>(memory.take(std::size_t(columns) * sizeof(tile_column)));
    auto* operands = reinterpret_cast<kernel_operand*>(memory.take(std::size_t(columns) * sizeof(kernel_operand)));
    for (int c = 0; c < columns; ++c) {
        new (&column[c])
            tile_column{access_of(nest, t, c), tile_strides(nest, c), memory.take(buffer_bytes(c)), nullptr, nullptr};
        if (c > 0) new (&operands[c - 1]) kernel_operand{column[c].buffer, column[c].how == access::splat ? 0 : 1};
    }
    for (index_t index = first; index < last; ++index) {
        const tile_position at(nest, t, index);
        for (int c = 0; c < columns; ++c) {
            tile_column& a = column[c];
            a.start = at.start(nest, c);
            if (c > 0 && a.how == access::packed)
                job.arrays[c].copy({a.buffer, at.columns, 1}, {a.start, a.stride.row, a.stride.column}, at.rows,
                                   at.columns);
        }
        const index_t calls = t.flat ? 1 : at.rows;
        const index_t count = t.flat ? at.rows * at.columns : at.columns;
        for (index_t row = 0; row < calls; ++row) {
            std::byte* out = nullptr;
            for (int c = 0; c < columns; ++c) {
                tile_column& a = column[c];
                std::byte* here = a.how == access::packed ? a.buffer + row * at.columns * nest.itemsize[c]
                                                          : a.start + row * a.stride.row * nest.itemsize[c];
                if (c == 0) {
                    out = here;
                } else if (a.how != access::splat) {
                    operands[c - 1].data = here;
                } else if (a.splatted != here) {
                    splat(a.buffer, here, nest.itemsize[c], job.splat_lanes);
                    a.splatted = here;
                }
            }
            const bool aligned = reinterpret_cast<std::uintptr_t>(out) % 64 == 0;
            job.kernel({out, operands, job.constants, count, job.stream && aligned});
        }
        const tile_column& out = column[0];
        if (out.how == access::packed)
            job.arrays[0].copy({out.start, out.stride.row, out.stride.column}, {out.buffer, at.columns, 1}, at.rows,
                               at.columns);
    }
    if (job.stream) end_streams();
}

}  // namespace detail
NUMLANE_END_NAMESPACE
