#pragma once

#include <limits>

#include "numlane/blas/operations.hpp"
#include "numlane/blas/state.hpp"

// What BLAS can say of operands: how a matrix lies in memory, which strides and sizes fit.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

using record = process::blas_library_v1;

inline const record& current() { return *process::blas.active.load(std::memory_order_acquire); }

inline bool fits(const record& l, index_t size) {
    return l.integer_bits == 64 || size <= std::numeric_limits<std::int32_t>::max();
}

/// A matrix that is read as BLAS takes it: column-major memory, plain ('N'), transposed or conjugate transposed. `op` is 0
/// where BLAS has no way to say it.
struct layout {
    char op;
    index_t ld;
};
template <class T>
layout layout_of(const matrix_in<T>& a, index_t rows, index_t columns, bool conj) {
    const index_t least_rows = rows > 1 ? rows : 1, least_columns = columns > 1 ? columns : 1;
    if (!conj && (a.row_stride == 1 || rows <= 1) && (a.column_stride >= least_rows || columns <= 1))
        return {'N', columns <= 1 ? least_rows : a.column_stride};
    if ((a.column_stride == 1 || columns <= 1) && (a.row_stride >= least_columns || rows <= 1))
        return {is_complex_v<T> && conj ? 'C' : 'T', rows <= 1 ? least_columns : a.row_stride};
    return {0, 0};
}
template <class T>
layout layout_of(const matrix_in<T>& a, index_t rows, index_t columns) {
    return layout_of(a, rows, columns, is_complex_v<T> && a.conj);
}
/// Of an output: 'N' or 'T', or 0.
template <class T>
layout layout_of(const matrix_out<T>& c, index_t rows, index_t columns) {
    return layout_of(matrix_in<T>{c.data, c.row_stride, c.column_stride}, rows, columns, false);
}
template <class T>
matrix_in<T> transposed(const matrix_in<T>& a) {
    return {a.data, a.column_stride, a.row_stride, a.conj};
}
template <class T>
matrix_out<T> transposed(const matrix_out<T>& a) {
    return {a.data, a.column_stride, a.row_stride};
}

/// BLAS wants the element of the lowest address, whatever the sign of the increment.
template <class P>
P* lowest(P* data, index_t n, index_t stride) {
    return stride < 0 && n > 0 ? data + (n - 1) * stride : data;
}
template <class V>
bool plain(const record& l, const V& x, index_t n) {
    return x.stride != 0 && fits(l, n) && fits(l, x.stride < 0 ? -x.stride : x.stride);
}
template <class T>
bool conjugated(const vector_in<T>& x) {
    return is_complex_v<T> && x.conj;
}

}  // namespace blas::library
NUMLANE_END_NAMESPACE
