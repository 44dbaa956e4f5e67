#pragma once

#include "oracle.hpp"

// The same elements in other places: in Fortran's order, backwards, apart, and all of that.
namespace layouts {

using nl::index_t;
inline constexpr int count = 5;

template <class T>
nl::view<const T> lay_out(const nl::array<T>& a, int kind) {
    const int rank = a.ndim();
    const bool reversed_axes = kind == 1 || kind == 4, backwards = kind == 2 || kind == 4, apart = kind >= 3;
    nl::dims<> wide = nl::dims<>::with_rank(rank), strides = wide;
    index_t step = 1;
    for (int i = 0; i < rank; ++i) {
        const int axis = reversed_axes ? i : rank - 1 - i;
        wide[axis] = a.shape()[axis] * (apart ? 2 : 1) + 1;
        strides[axis] = step * (apart ? 2 : 1) * (backwards ? -1 : 1);
        step *= wide[axis];
    }
    nl::array<T> memory = nl::zeros<T>({step});
    T* data = memory.data();
    for (int axis = 0; axis < rank; ++axis)
        if (backwards && a.shape()[axis] > 0) data -= (a.shape()[axis] - 1) * strides[axis];
    nl::view<T> placed(data, a.shape(), strides, memory.memory());
    placed = a;
    return placed;
}

/// A case in C's order, backwards in it, and in Fortran's order, backwards and apart.
inline constexpr int places = 3;
template <class T>
nl::view<const T> read(const std::string& name, int place) {
    const nl::array<T> a = oracle::read<T>(name);
    return place == 0 ? a.as_view() : lay_out(a, 2 * place);
}

}  // namespace layouts
