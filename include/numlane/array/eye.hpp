#pragma once

#include "numlane/array/zeros.hpp"

NUMLANE_BEGIN_NAMESPACE

/// An n by m matrix with ones on the k-th diagonal, those above the main one counted positive: numpy.eye. Throws
/// shape_error for negative extents.
template <element T = double>
array<T, 2> eye(index_t n, index_t m, index_t k = 0) {
    array<T, 2> result = zeros<T, 2>(dims<2>(n, m));
    if (k >= m || k <= -n) return result;
    const index_t row = k < 0 ? -k : 0;
    const index_t column = k < 0 ? 0 : k;
    const index_t length = n - row < m - column ? n - row : m - column;
    T* const first = result.data() + row * m + column;
    for (index_t i = 0; i < length; ++i) first[i * (m + 1)] = T(1);
    return result;
}

/// The n by n identity matrix: numpy.eye with one argument.
template <element T = double>
array<T, 2> eye(index_t n) {
    return eye<T>(n, n);
}

/// The n by n identity matrix: numpy.identity.
template <element T = double>
array<T, 2> identity(index_t n) {
    return eye<T>(n, n);
}

NUMLANE_END_NAMESPACE
