#pragma once

#include "numlane/core/last_cache.hpp"
#include "numlane/expr/scratch.hpp"
#include "numlane/expr/tiling.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The splats of so many rows are made at once: with rows of 300 float64, 0.94 of the time that one a row took.
inline constexpr index_t splat_rows = 16;

/// One array within the tile at hand.
struct tile_column {
    access how;
    tile_strides stride;
    std::byte* buffer;
    std::byte* start;       // of the row at hand, where it lies or in the buffer
    index_t row_bytes;      // from there to the next
    index_t advance;        // from what the kernel reads or writes of a row to that of the next
    const std::byte* held;  // what the buffer holds copies of
    index_t held_rows, held_columns;
};

/// Copies a tile between an array and its buffer, whose elements lie in the order of the computation.
inline void pack_tile(const tiling& t, const raw_array& array, const tile_column& a, std::byte* start,
                      const tile_position& at, bool back) {
    const index_t width = t.squares && at.columns > square_edge ? square_edge : at.columns;
    for (index_t column = 0; column < at.columns; column += width) {
        const index_t columns = at.columns - column < width ? at.columns - column : width;
        const plane there{start + column * a.stride.column * array.itemsize, a.stride.row, a.stride.column};
        const plane here{a.buffer + column * at.rows * array.itemsize, columns, 1};
        if (back) array.copy(there, here, at.rows, columns);
        else array.copy(here, there, at.rows, columns);
        if (!back && a.stride.column == 0 && columns == width) {  // one square is as another
            const index_t square = at.rows * width * array.itemsize, squares = at.columns / width;
            repeat_bytes(a.buffer, square, squares * square);
            column = (squares - 1) * width;
        }
    }
}

/// What stands for `row` of an operand that is broadcast along the rows: its element, often enough to fill the registers. The
/// buffer gets those of the next rows as well, up to splat_rows, if the element is not the same in all of them.
inline const std::byte* splat_row(tile_column& a, int itemsize, int lanes, index_t row, index_t rows) {
    const std::byte* const first = a.start + row * a.row_bytes;
    if (a.held == first && a.row_bytes == 0) return a.buffer;
    const index_t last = a.row_bytes == 0 ? row + 1 : row + splat_rows < rows ? row + splat_rows : rows;
    for (index_t r = row; r < last; ++r)
        splat(a.buffer + (r - row) * itemsize * lanes, a.start + r * a.row_bytes, itemsize, lanes);
    a.held = first;
    return a.buffer;
}

// Rows of fewer bytes are not worth a call for their first elements alone.
inline constexpr index_t aligned_from_bytes = 4096;

/// After how many elements of the rows at hand a line of the cache begins in most of the arrays that are direct: what lies
/// across two lines takes twice as long to load, and somewhat longer to store.
NUMLANE_NOINLINE inline index_t to_aligned(const loop_nest& nest, const tile_column* column, const void* out,
                                           const kernel_operand* operands) {
    const auto before_line = [&](int c) {
        index_t n = to_next_line(c == 0 ? out : operands[c - 1].data);
        for (int size = nest.itemsize[c]; size > 1; size /= 2) n /= 2;  // a power of two: no division by it
        return n;
    };
    index_t best = 0;
    int most = 0;
    for (int c = 0; c < nest.columns; ++c) {
        if (column[c].how != access::direct) continue;
        const index_t before = before_line(c);
        int votes = 0;
        for (int other = 0; other < nest.columns; ++other)
            if (column[other].how == access::direct && before_line(other) == before) votes += other == 0 ? 1 : 2;
        if (votes > most || (votes == most && before < best)) best = before, most = votes;
    }
    return best;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
