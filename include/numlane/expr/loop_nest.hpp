#pragma once

#include "numlane/expr/operand.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// How one array gets to the kernel within a tile.
enum class access : unsigned char {
    direct,   // its elements are contiguous where they lie
    splat,    // one element stands for a whole row
    strided,  // copied into a buffer, a turn of a row at a time (the output: out of it)
    packed,   // the same, a tile at a time
};

/// The axes that a set of arrays is walked along together, outermost first. Column 0 is the output (or, in a reduction,
/// the first operand); every array has a stride, in elements, along every axis, 0 where it is broadcast.
struct loop_nest {
    int rank;
    int columns;
    std::byte** base;  // [columns]
    int* itemsize;     // [columns]
    index_t* extent;   // [max_rank]
    index_t* stride;   // [max_rank][columns]
    access* how;       // [columns], once it is cut

    index_t* strides_of(int axis) const { return stride + std::ptrdiff_t(axis) * columns; }
    index_t size() const {
        index_t n = 1;
        for (int axis = 0; axis < rank; ++axis) n *= extent[axis];
        return n;
    }
};

/// The memory of a loop_nest over a number of arrays known at compile time.
template <int Columns>
struct loop_nest_storage {
    std::byte* base[Columns];
    int itemsize[Columns];
    index_t extent[max_rank];
    index_t stride[max_rank * Columns];
    access how[Columns];

    loop_nest nest() { return {0, Columns, base, itemsize, extent, stride, how}; }
};

/// Fills the nest with the axes of `shape`, without those of extent 1; the arrays are aligned at the last axis. The
/// shapes are known to broadcast. Returns false if there is no element.
inline bool fill_nest(loop_nest& nest, const index_t* shape, int rank, const raw_array* arrays) {
    for (int c = 0; c < nest.columns; ++c) {
        nest.base[c] = arrays[c].data;
        nest.itemsize[c] = arrays[c].itemsize;
    }
    nest.rank = 0;
    for (int axis = 0; axis < rank; ++axis) {
        if (shape[axis] == 0) return false;
        if (shape[axis] == 1) continue;
        nest.extent[nest.rank] = shape[axis];
        index_t* stride = nest.strides_of(nest.rank++);
        for (int c = 0; c < nest.columns; ++c) {
            const int own = axis - (rank - arrays[c].rank);
            stride[c] = own < 0 || arrays[c].shape[own] == 1 ? 0 : arrays[c].strides[own];
        }
    }
    return true;
}

inline index_t magnitude(index_t stride) { return stride < 0 ? -stride : stride; }

// True if `a` belongs outside of `b`: the first array in which their strides differ decides.
inline bool is_outer(const index_t* a, const index_t* b, int columns) {
    for (int c = 0; c < columns; ++c)
        if (magnitude(a[c]) != magnitude(b[c]) && a[c] != 0 && b[c] != 0) return magnitude(a[c]) > magnitude(b[c]);
    return false;
}

/// Walks the memory of column 0 forwards and in order: turns axes round, sorts them, and merges those along which every
/// array runs on.
inline void order_nest(loop_nest& nest) {
    const int columns = nest.columns;
    for (int axis = 0; axis < nest.rank; ++axis) {
        index_t* stride = nest.strides_of(axis);
        if (stride[0] >= 0) continue;
        for (int c = 0; c < columns; ++c) {
            nest.base[c] += (nest.extent[axis] - 1) * stride[c] * nest.itemsize[c];
            stride[c] = -stride[c];
        }
    }
    for (int i = 1; i < nest.rank; ++i)
        for (int j = i; j > 0 && is_outer(nest.strides_of(j), nest.strides_of(j - 1), columns); --j) {
            std::swap(nest.extent[j], nest.extent[j - 1]);
            for (int c = 0; c < columns; ++c) std::swap(nest.strides_of(j)[c], nest.strides_of(j - 1)[c]);
        }
    int last = 0;
    for (int axis = 1; axis < nest.rank; ++axis) {
        const index_t* inner = nest.strides_of(axis);
        index_t* outer = nest.strides_of(last);
        bool runs_on = true;
        for (int c = 0; c < columns; ++c) runs_on = runs_on && outer[c] == inner[c] * nest.extent[axis];
        if (runs_on) {
            nest.extent[last] *= nest.extent[axis];
        } else {
            nest.extent[++last] = nest.extent[axis];
            outer = nest.strides_of(last);
        }
        for (int c = 0; c < columns; ++c) outer[c] = inner[c];
    }
    if (nest.rank > 0) nest.rank = last + 1;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
