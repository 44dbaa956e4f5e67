#pragma once

#include "numlane/core/bit.hpp"
#include "numlane/expr/loop_nest.hpp"
#include "numlane/expr/tiling.hpp"
#include "numlane/reduce/axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// Below this, an innermost reduced axis is too short for a row of its own.
inline constexpr index_t short_reduction = 32;
// Fewer columns than this are widened: several rows make one.
inline constexpr index_t few_columns = 64, widened_columns = 256;

/// The order in which a reduction walks its arrays: the kept axes apart from the reduced ones, each in the order of the
/// memory of the first array. Nothing but the extents decides how the elements of a result are combined.
struct reduction_plan {
    loop_nest planes;   // kept axes; of columns of results, those outside of the columns
    loop_nest columns;  // kept axes, innermost in memory; of extent 1 if `rows`
    loop_nest reduced;
    bool rows;      // the innermost axis in memory is reduced
    index_t lanes;  // so many rows are taken as one wider row
};

template <int Arrays>
struct reduction_plan_storage {
    loop_nest_storage<Arrays> all, planes, columns, reduced;
    reduction_plan plan() { return {planes.nest(), columns.nest(), reduced.nest(), false, 1}; }
};

/// The offset, in elements, of element number `index` of the nest in array c.
inline index_t offset_of(const loop_nest& nest, index_t index, int c) {
    index_t offset = 0;
    for (int axis = nest.rank - 1; axis > 0; --axis) {
        offset += index % nest.extent[axis] * nest.strides_of(axis)[c];
        index /= nest.extent[axis];
    }
    return nest.rank > 0 ? offset + index * nest.strides_of(0)[c] : 0;
}

inline index_t inner_extent(const loop_nest& nest) { return nest.rank > 0 ? nest.extent[nest.rank - 1] : 1; }
inline index_t inner_stride(const loop_nest& nest, int c) {
    return nest.rank > 0 ? nest.strides_of(nest.rank - 1)[c] : 0;
}

/// Appends an axis inside of the others; merges it with the last where every array runs on.
inline void append_axis(loop_nest& nest, index_t extent, const index_t* stride) {
    bool runs_on = nest.rank > 0;
    for (int c = 0; c < nest.columns && runs_on; ++c) runs_on = inner_stride(nest, c) == stride[c] * extent;
    if (runs_on) nest.extent[nest.rank - 1] *= extent;
    else nest.extent[nest.rank++] = extent;
    for (int c = 0; c < nest.columns; ++c) nest.strides_of(nest.rank - 1)[c] = stride[c];
}

/// Plans the reduction of arrays[0, count) of `shape` into arrays[count], whose strides are 0 along reduced axes. There is
/// an element. With in_order, the reduced axes stay in the order given, and forwards: their elements are numbered.
inline void plan_reduction(reduction_plan& p, loop_nest all, const dims<>& shape, const axis_set& set,
                           const raw_array* arrays, bool in_order) {
    bool reduced[max_rank];
    for (int axis = 0, to = 0; axis < shape.size(); ++axis)
        if (shape[axis] != 1) reduced[to++] = set.has[axis];
    fill_nest(all, shape.data(), shape.size(), arrays);
    const int arrays_count = all.columns;
    for (int axis = 0; axis < all.rank; ++axis) {
        index_t* stride = all.strides_of(axis);
        if (stride[0] >= 0 || (in_order && reduced[axis])) continue;
        for (int c = 0; c < arrays_count; ++c) {
            all.base[c] += (all.extent[axis] - 1) * stride[c] * all.itemsize[c];
            stride[c] = -stride[c];
        }
    }
    for (int i = 1; i < all.rank; ++i)
        for (int j = i; j > 0 && is_outer(all.strides_of(j), all.strides_of(j - 1), arrays_count); --j) {
            if (in_order && reduced[j] && reduced[j - 1]) break;
            std::swap(all.extent[j], all.extent[j - 1]);
            std::swap(reduced[j], reduced[j - 1]);
            for (int c = 0; c < arrays_count; ++c) std::swap(all.strides_of(j)[c], all.strides_of(j - 1)[c]);
        }
    int inner = all.rank;  // where the innermost group of reduced axes begins
    index_t run = 1;
    while (inner > 0 && reduced[inner - 1]) run *= all.extent[--inner];
    p.rows = inner == 0 || run >= short_reduction;
    int first_column = inner;
    if (!p.rows)
        while (first_column > 0 && !reduced[first_column - 1]) --first_column;
    for (loop_nest* nest : {&p.planes, &p.columns, &p.reduced}) {
        nest->columns = arrays_count;
        for (int c = 0; c < arrays_count; ++c) {
            nest->base[c] = all.base[c];
            nest->itemsize[c] = all.itemsize[c];
        }
    }
    for (int axis = 0; axis < all.rank; ++axis)
        append_axis(reduced[axis]                     ? p.reduced
                    : axis >= first_column && !p.rows ? p.columns
                                                      : p.planes,
                    all.extent[axis], all.strides_of(axis));
    const index_t columns = p.columns.size(), rows = p.reduced.size();
    p.lanes = 1;
    if (!p.rows && columns < few_columns && rows >= 16) {
        const index_t most = rows / 8 < widened_columns / columns ? rows / 8 : widened_columns / columns;
        p.lanes = index_t(bit_floor(std::uint64_t(most)));
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
