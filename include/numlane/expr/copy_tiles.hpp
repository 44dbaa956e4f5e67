#pragma once

#include "numlane/core/last_cache.hpp"
#include "numlane/expr/tiling.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// A plane that is copied at once: what it reads and what it writes stay in the second cache.
inline constexpr index_t copied_rows = 64, copied_columns = 512, copied_line = 2048;

/// Whether array 1 of the nest does not lie along the inner axis of array 0: its elements are moved plane by plane, and no
/// kernel of an expression helps.
inline bool copies_planes(const loop_nest& nest) {
    const tile_strides s(nest, 1);
    return nest.rank > 0 && s.column != 1 && s.column != 0;
}

/// Whether array 1 lies along the rows, so that whole lines of the cache change places.
inline bool runs_along_rows(const loop_nest& nest) { return nest.rank > 1 && tile_strides(nest, 1).row == 1; }

/// Cuts the nest of a copy from array 1 to array 0 into planes.
inline tiling cut_copy(const loop_nest& nest) {
    const index_t n0 = nest.extent[nest.rank - 1], n1 = nest.rank > 1 ? nest.extent[nest.rank - 2] : 1;
    const auto least = [](index_t a, index_t b) { return a < b ? a : b; };
    tiling t{};
    t.rows = least(n1, copied_rows);
    t.columns = least(n0, t.rows < 8 ? copied_line : n0 < 8 ? n0 : copied_columns);
    if (n0 < 8) t.rows = least(n1, copied_line);
    t.row_tiles = ceil_div(n1, t.rows);
    t.column_tiles = ceil_div(n0, t.columns);
    t.count = t.row_tiles * t.column_tiles;
    for (int axis = 0; axis + 2 < nest.rank; ++axis) t.count *= nest.extent[axis];
    return t;
}

/// Copies planes [first, last) of array 1 to array 0; `stream`: past the cache.
inline void copy_tiles(const loop_nest& nest, const tiling& t, copy_function copy, bool stream, index_t first,
                       index_t last) {
    const tile_strides to(nest, 0), from(nest, 1);
    for (index_t index = first; index < last; ++index) {
        const tile_position at(nest, t, index);
        copy({at.start(nest, 0), to.row, to.column, stream}, {at.start(nest, 1), from.row, from.column}, at.rows,
             at.columns);
    }
    if (stream) end_streams();
}

}  // namespace detail
NUMLANE_END_NAMESPACE
