#pragma once

#include "numlane/expr/line_gathers.hpp"
#include "numlane/expr/tile_column.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// An elementwise kernel and what it is called with, besides the arrays.
struct elementwise_job {
    kernel_function kernel;
    const kernel_constant* constants;
    const raw_array* arrays;  // [columns]
    int splat_lanes;          // how many lanes a broadcast operand must fill
    bool stream;              // write past the cache, from the first aligned element on
};

/// Moves array c of a call.
NUMLANE_INLINE void move_array(kernel_args& args, kernel_operand* operands, int c, index_t bytes) {
    if (c == 0) args.out = static_cast<std::byte*>(args.out) + bytes;
    else operands[c - 1].data = static_cast<const std::byte*>(operands[c - 1].data) + bytes;
}
/// Moves the arrays that are direct.
NUMLANE_NOINLINE inline void move_direct(const loop_nest& nest, const tile_column* column, kernel_args& args,
                                         kernel_operand* operands, index_t elements) {
    for (int c = 0; c < nest.columns; ++c)
        if (column[c].how == access::direct) move_array(args, operands, c, elements * nest.itemsize[c]);
}

/// Runs rows of `count` elements each, of arrays that are all direct or splat, a stride apart.
inline void run_rows(const elementwise_job& job, const loop_nest& nest, tile_column* column, kernel_operand* operands,
                     index_t rows, index_t count) {
    const int columns = nest.columns;
    kernel_args args{column[0].start, operands, job.constants, count, false};
    bool alike = true;  // every row begins as far from a line of the cache as the first
    for (int c = 0; c < columns; ++c) {
        tile_column& a = column[c];
        const bool direct = a.how == access::direct;
        a.advance = direct || a.row_bytes == 0 ? a.row_bytes : job.splat_lanes * nest.itemsize[c];
        if (direct && c > 0) operands[c - 1].data = a.start;
        alike = alike && (!direct || a.row_bytes % cache_line == 0);
    }
    const bool aligned = count * nest.itemsize[0] >= aligned_from_bytes;
    index_t head = aligned && alike ? to_aligned(nest, column, args.out, operands) : 0;
    for (index_t row = 0; row < rows; ++row) {
        if (row % splat_rows == 0)
            for (int c = 1; c < columns; ++c)
                if (column[c].how == access::splat)
                    operands[c - 1].data = splat_row(column[c], nest.itemsize[c], job.splat_lanes, row, rows);
        if (aligned && !alike) head = to_aligned(nest, column, args.out, operands);
        if (head > 0) {
            args.count = head;
            job.kernel(args);
            move_direct(nest, column, args, operands, head);
        }
        args.count = count - head;
        job.kernel(args);
        if (row + 1 == rows) break;
        if (head > 0) move_direct(nest, column, args, operands, -head);
        for (int c = 0; c < columns; ++c) move_array(args, operands, c, column[c].advance);
    }
}

/// Runs tiles [first, last) of a nest that t has cut: copies what is not contiguous, calls the kernel, copies the output to
/// its place.
inline void run_tiles(const loop_nest& nest, const tiling& t, const elementwise_job& job, index_t first, index_t last) {
    const int columns = nest.columns;
    bool nothing_to_copy = !t.flat;
    for (int c = 0; c < columns; ++c)
        nothing_to_copy = nothing_to_copy && (nest.how[c] == access::direct || nest.how[c] == access::splat);
    const bool by_rows = nothing_to_copy && !job.stream;
    const auto buffer_bytes = [&](int c) {
        const access how = nest.how[c];
        const index_t items = how == access::packed                       ? t.rows * t.columns
                              : how == access::strided                    ? t.turn
                              : how != access::splat                      ? 0
                              : by_rows && tile_strides(nest, c).row != 0 ? job.splat_lanes * splat_rows
                                                                          : job.splat_lanes;
        return std::size_t(items) * std::size_t(nest.itemsize[c]);
    };
    const std::size_t count_of_columns = std::size_t(columns);
    std::size_t bytes = scratch::aligned(count_of_columns * sizeof(tile_column)) +
                        scratch::aligned(count_of_columns * sizeof(kernel_operand)) +
                        scratch::aligned(count_of_columns * sizeof(line_gathers::gather));
    for (int c = 0; c < columns; ++c) bytes += scratch::aligned(buffer_bytes(c));
    scratch memory(bytes);
    auto* column = reinterpret_cast<tile_column*>(memory.take(count_of_columns * sizeof(tile_column)));
    auto* operands = reinterpret_cast<kernel_operand*>(memory.take(count_of_columns * sizeof(kernel_operand)));
    line_gathers gathers(
        nest, reinterpret_cast<line_gathers::gather*>(memory.take(count_of_columns * sizeof(line_gathers::gather))));
    for (int c = 0; c < columns; ++c) {
        const access how = nest.how[c];
        tile_column& a = *new (&column[c]) tile_column{
            how, tile_strides(nest, c), memory.take(buffer_bytes(c)), nullptr, 0, 0, nullptr, 0, 0};
        if (c == 0) continue;
        const void* const data = how == access::strided ? gathers.add(c, job.arrays[c].gather, a.buffer) : a.buffer;
        new (&operands[c - 1]) kernel_operand{data, how == access::splat ? 0 : 1};
    }
    const access out_is = nest.how[0];
    for (index_t index = first, tiles = 1; index < last; index += tiles) {
        tile_position at(nest, t, index);
        if (nothing_to_copy) tiles = at.take_in(nest, t, index, last);
        for (int c = 0; c < columns; ++c) {
            tile_column& a = column[c];
            a.start = at.start(nest, c);
            a.row_bytes = a.stride.row * nest.itemsize[c];
            if (a.how != access::packed) continue;
            // What is broadcast along the rows is there already.
            if (c > 0 && (a.held != a.start || a.held_rows != at.rows || a.held_columns != at.columns)) {
                pack_tile(t, job.arrays[c], a, a.start, at, false);
                a.held = a.start;
                a.held_rows = at.rows;
                a.held_columns = at.columns;
            }
            a.start = a.buffer;
            a.row_bytes = at.columns * nest.itemsize[c];
        }
        const index_t rows = t.flat ? 1 : at.rows, count = t.flat ? at.rows * at.columns : at.columns;
        const index_t turn = t.turn < at.columns && !nothing_to_copy ? t.turn : count;
        if (by_rows) {
            run_rows(job, nest, column, operands, rows, count);
            continue;
        }
        for (index_t row = 0; row < rows; ++row) {
            for (index_t done = 0, n = 0; done < count; done += n) {
                tile_column& o = column[0];
                std::byte* const here = o.start + done * o.stride.column * nest.itemsize[0];
                n = count - done < turn ? count - done : turn;
                bool stream = job.stream && out_is == access::direct;
                if (const index_t bytes_before = stream ? to_next_line(here) : 0; bytes_before != 0) {
                    const index_t before = bytes_before / nest.itemsize[0];
                    if (bytes_before % nest.itemsize[0] == 0 && before < n) n = before;
                    stream = false;
                }
                gathers.run(done, n, done + n < count, [&](int c) { return column[c].start; });
                for (int c = 1; c < columns; ++c) {
                    tile_column& a = column[c];
                    if (a.how == access::direct || a.how == access::packed) {
                        operands[c - 1].data = a.start + done * nest.itemsize[c];
                    } else if (a.how == access::splat && a.held != a.start) {
                        splat(a.buffer, a.start, nest.itemsize[c], job.splat_lanes);
                        a.held = a.start;
                    }
                }
                std::byte* const out = out_is == access::strided  ? o.buffer
                                       : out_is == access::packed ? o.start + done * nest.itemsize[0]
                                                                  : here;
                job.kernel({out, operands, job.constants, n, stream});
                if (out_is == access::strided) job.arrays[0].copy({here, 0, o.stride.column}, {o.buffer, 0, 1}, 1, n);
            }
            if (row + 1 < rows)
                for (int c = 0; c < columns; ++c) column[c].start += column[c].row_bytes;
        }
        if (out_is == access::packed) pack_tile(t, job.arrays[0], column[0], at.start(nest, 0), at, true);
    }
    if (job.stream) end_streams();
}

}  // namespace detail
NUMLANE_END_NAMESPACE
