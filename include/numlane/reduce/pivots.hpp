#pragma once

#include "numlane/reduce/tile_source.hpp"

// What moments subtract from the elements of a result: one of them, so that sums stay small. It is the same for all of the
// result's chunks. Where NaN are left out, it is the first finite one, of complex elements for each part, which is looked
// for beforehand.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Pivots that are not found yet are NaN.
inline void clear_pivots(std::byte* pivots, std::size_t bytes) { __builtin_memset(pivots, 0xff, bytes); }

// Whether bits are those of infinity or NaN; `infinite` are infinity's.
template <class Bits>
bool is_finite(Bits bits, Bits infinite) {
    return (bits & infinite) != infinite;
}
template <class Bits>
bool take_finite(std::byte* pivots, const std::byte* values, index_t n, Bits infinite) {
    bool all = true;
    for (index_t i = 0; i < n; ++i, pivots += sizeof(Bits), values += sizeof(Bits)) {
        Bits pivot, value;
        __builtin_memcpy(&pivot, pivots, sizeof(Bits));
        __builtin_memcpy(&value, values, sizeof(Bits));
        if (is_finite(pivot, infinite)) continue;
        if (is_finite(value, infinite)) __builtin_memcpy(pivots, &value, sizeof(Bits));
        else all = false;
    }
    return all;
}
/// Takes those of n real numbers, parts of values, that are finite as pivots that are not found yet. Whether all are found.
inline bool take_finite(std::byte* pivots, const std::byte* values, index_t n, int size) {
    return size == 4 ? take_finite(pivots, values, n, std::uint32_t(0x7f800000))
                     : take_finite(pivots, values, n, std::uint64_t(0x7ff0000000000000));
}
/// Makes pivots 0 for which there is no finite element.
inline void settle_pivots(std::byte* pivots, index_t n, int size) {
    constexpr std::byte zero[8] = {};
    for (index_t i = 0; i < n; ++i) take_finite(pivots + i * size, zero, 1, size);
}

/// The pivots of rows, one for each plane.
inline storage pivots_of_rows(const reduction& r, const reduction_plan& p) {
    constexpr index_t first_window = 16, last_window = 4096;
    const index_t kept = p.planes.size(), size = p.reduced.size(), parts = r.itemsize / r.part_size;
    storage memory = storage::allocate(std::size_t(kept) * std::size_t(r.itemsize));
    auto* const pivots = static_cast<std::byte*>(memory.data());
    run_tasks(kept, 20 + element_ns(r.cost, r.itemsize) * double(first_window), [&](index_t begin, index_t end) {
        tile_source source(r, p, size < last_window ? size : last_window);
        for (index_t plane = begin; plane < end; ++plane) {
            std::byte* const pivot = pivots + plane * r.itemsize;
            clear_pivots(pivot, std::size_t(r.itemsize));
            source.move_to(plane);
            bool found = false;
            for (index_t at = 0, window = first_window; at < size && !found; at += window) {
                if (at > 0 && window < last_window) window *= 4;
                const index_t count = size - at < window ? size - at : window;
                const std::byte* value = source.range(at, count);
                for (index_t i = 0; i < count && !found; ++i, value += r.itemsize)
                    found = take_finite(pivot, value, parts, r.part_size);
            }
            settle_pivots(pivot, parts, r.part_size);
        }
    });
    return memory;
}

/// The pivots of columns, those of one plane after those of another. `block` columns are looked at together.
inline storage pivots_of_columns(const reduction& r, const reduction_plan& p, index_t block) {
    const index_t columns = p.columns.size(), rows = p.reduced.size(), blocks = ceil_div(columns, block);
    storage memory = storage::allocate(std::size_t(p.planes.size() * columns) * std::size_t(r.itemsize));
    auto* const pivots = static_cast<std::byte*>(memory.data());
    const index_t tasks = p.planes.size() * blocks, parts = r.itemsize / r.part_size;
    run_tasks(tasks, 50 + element_ns(r.cost, r.itemsize) * double(block), [&](index_t first, index_t last) {
        tile_source source(r, p, rows_at_once * block);
        for (index_t task = first; task < last; ++task) {
            const index_t plane = task / blocks, column = task % blocks * block;
            const index_t n = columns - column < block ? columns - column : block;
            std::byte* const found = pivots + (plane * columns + column) * r.itemsize;
            clear_pivots(found, std::size_t(n) * std::size_t(r.itemsize));
            source.move_to(plane);
            bool all = false;
            for (index_t row = 0, count = 1; row < rows && !all; row += count) {
                if (row > 0) count = rows - row < rows_at_once ? rows - row : index_t(rows_at_once);
                const value_plane values = source.plane(row, count, column, n, false);
                for (index_t i = 0; i < count && !all; ++i)
                    all = take_finite(found, values.data + i * values.stride * r.itemsize, n * parts, r.part_size);
            }
            if (!all) settle_pivots(found, n * parts, r.part_size);
        }
    });
    return memory;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
