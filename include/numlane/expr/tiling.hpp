#pragma once

#include "numlane/expr/loop_nest.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The cut of a loop nest into tiles of rows × columns: planes of the two innermost axes.
struct tiling {
    index_t rows, columns;  // the largest extent of a tile
    index_t row_tiles, column_tiles;
    index_t count;    // of all tiles
    index_t turn;     // so many columns of a row are copied before they are computed with
    bool flat;        // a tile's rows are contiguous in every array or buffer: one call for the tile
    bool transposed;  // an array runs along the rows of the tile
    bool squares;     // flat, and a buffer holds a tile by squares of square_edge columns
};

// What the buffers of a tile may hold together: they stay in L1. A tile of very many arrays still has some rows' worth.
inline constexpr index_t packed_bytes = index_t{32} << 10, least_tile = 256;
// What the buffers of a turn hold together: strided arrays are copied in turn, and the hardware fetches ahead of all of them
// only if the turns are short.
inline constexpr index_t strided_bytes = 8192, least_turn = 128;
// Below this, rows are too short for a call of their own.
inline constexpr index_t short_row = 64;
// A block of a transposed array that is read by whole cache lines.
inline constexpr index_t transposed_rows = 32, transposed_columns = 64;

// The rows of a tile that is computed by squares, and the columns of a square: a pack or two of a map's lanes.
inline constexpr index_t square_edge = 8;

constexpr index_t ceil_div(index_t a, index_t b) { return (a + b - 1) / b; }

/// The innermost strides of array c; `row` is 0 for a nest of one axis.
struct tile_strides {
    index_t row, column;
    tile_strides(const loop_nest& nest, int c)
        : row(nest.rank > 1 ? nest.strides_of(nest.rank - 2)[c] : 0),
          column(nest.rank > 0 ? nest.strides_of(nest.rank - 1)[c] : 0) {}
};

/// Cuts the nest; `chunk` is how many elements are worth a task of their own, `squares` that they are best computed by
/// squares.
inline tiling cut(const loop_nest& nest, index_t chunk, bool squares = false) {
    const index_t n0 = nest.rank > 0 ? nest.extent[nest.rank - 1] : 1;
    const index_t n1 = nest.rank > 1 ? nest.extent[nest.rank - 2] : 1;
    // A small plane is one tile, whatever its strides.
    if (nest.rank <= 2 && n0 < short_row && n0 * n1 <= least_tile) return {n1, n0, 1, 1, 1, n0, n1 > 1, false, false};
    index_t all_bytes = 0, bytes = 0;  // of an element: in every array, and in those that are copied
    bool transposed = false;
    for (int c = 0; c < nest.columns; ++c) {
        const tile_strides s(nest, c);
        const bool contiguous = s.column == 1 || (s.column == 0 && c > 0) || n0 == 1;
        all_bytes += nest.itemsize[c];
        if (!contiguous) bytes += nest.itemsize[c];
        transposed = transposed || (!contiguous && s.row != 0 && magnitude(s.row) < magnitude(s.column));
    }
    const auto packed_tile = [](index_t item) {
        return packed_bytes / item > least_tile ? packed_bytes / item : least_tile;
    };
    tiling t{};
    if (squares && n0 > square_edge && n1 > 1) {
        const index_t most = packed_tile(all_bytes) < chunk ? packed_tile(all_bytes) : chunk;
        const index_t columns = most / (square_edge * square_edge) * square_edge;
        t.rows = square_edge < n1 ? square_edge : n1;
        t.columns = t.turn = columns < square_edge ? square_edge : columns < n0 ? columns : n0;
        t.flat = t.squares = true;
    } else if (n0 < short_row && n1 > 1) {
        t.columns = t.turn = n0;
        const index_t rows = packed_tile(all_bytes) / n0;
        t.rows = rows < n1 ? rows : n1;
        t.flat = true;
    } else if (transposed && n1 > 1) {
        t.columns = t.turn = transposed_columns < n0 ? transposed_columns : n0;
        const index_t rows = packed_tile(bytes) / transposed_columns;
        t.rows = rows >= transposed_rows ? transposed_rows : rows;
        if (t.rows > n1) t.rows = n1;
        t.transposed = true;
    } else {
        t.columns = t.turn = chunk < n0 ? chunk : n0;
        const index_t rows = chunk / t.columns;
        t.rows = rows < n1 ? rows : n1;
        if (bytes > 0) {
            const index_t turn = strided_bytes / bytes / 64 * 64, longer = turn > least_turn ? turn : least_turn;
            if (longer < t.turn) t.turn = longer;
        }
    }
    t.row_tiles = ceil_div(n1, t.rows);
    t.column_tiles = ceil_div(n0, t.columns);
    t.count = t.row_tiles * t.column_tiles;
    for (int axis = 0; axis + 2 < nest.rank; ++axis) t.count *= nest.extent[axis];
    return t;
}

/// How array c is accessed in the tiles of t.
inline access access_of(const loop_nest& nest, const tiling& t, int c) {
    const tile_strides s(nest, c);
    if (t.flat) {
        if (!t.squares && s.column == 1 && s.row == t.columns) return access::direct;
        return c > 0 && s.column == 0 && s.row == 0 ? access::splat : access::packed;
    }
    if (s.column == 1 || t.columns == 1) return access::direct;
    if (c > 0 && s.column == 0) return access::splat;
    return t.transposed ? access::packed : access::strided;
}

/// Where tile number `index` lies: the start of array c, and its extent.
struct tile_position {
    index_t rows, columns;
    index_t first_row, first_column;
    index_t outer;  // the number of the plane

    tile_position(const loop_nest& nest, const tiling& t, index_t index) {
        const index_t n0 = nest.rank > 0 ? nest.extent[nest.rank - 1] : 1;
        const index_t n1 = nest.rank > 1 ? nest.extent[nest.rank - 2] : 1;
        if (t.count == 1) {
            rows = n1;
            columns = n0;
            first_row = first_column = outer = 0;
            return;
        }
        if (t.squares) {  // one below the other: what is broadcast along the rows is packed once
            first_row = index % t.row_tiles * t.rows;
            index /= t.row_tiles;
            first_column = index % t.column_tiles * t.columns;
            outer = index / t.column_tiles;
        } else {
            first_column = index % t.column_tiles * t.columns;
            index /= t.column_tiles;
            first_row = index % t.row_tiles * t.rows;
            outer = index / t.row_tiles;
        }
        columns = n0 - first_column < t.columns ? n0 - first_column : t.columns;
        rows = n1 - first_row < t.rows ? n1 - first_row : t.rows;
    }
    /// Takes in the tiles that follow number `index`, up to `last`, as far as they lie below it, or beside it in its only row;
    /// returns their number, with it.
    index_t take_in(const loop_nest& nest, const tiling& t, index_t index, index_t last) {
        if (last - index == 1 || (t.column_tiles > 1 && t.rows > 1)) return 1;
        const bool below = t.column_tiles == 1;
        const index_t in_line = below ? t.row_tiles : t.column_tiles, after = in_line - index % in_line;
        const index_t tiles = last - index < after ? last - index : after;
        const index_t left = below ? nest.extent[nest.rank - 2] - first_row : nest.extent[nest.rank - 1] - first_column;
        const index_t most = tiles * (below ? t.rows : t.columns);
        (below ? rows : columns) = most < left ? most : left;
        return tiles;
    }
    NUMLANE_NOINLINE std::byte* start(const loop_nest& nest, int c) const {
        const tile_strides s(nest, c);
        index_t offset = first_row * s.row + first_column * s.column;
        index_t rest = outer;
        for (int axis = nest.rank - 3; axis >= 0; --axis) {
            offset += rest % nest.extent[axis] * nest.strides_of(axis)[c];
            rest /= nest.extent[axis];
        }
        return nest.base[c] + offset * nest.itemsize[c];
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
