#pragma once

#include "numlane/blas.hpp"
#include "numlane/blas/native_lapack/matrix.hpp"

// What the factorizations ask of BLAS, in terms of matrices: the one place that calls the seam.
NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// A matrix as a factor of a product: itself or its adjoint (for real matrices the transpose).
template <class T>
struct factor {
    matrix_in<T> elements;
    index_t rows, columns;
};
template <class T>
factor<T> plain(const matrix<T>& a) {
    return {{a.data, 1, a.ld, false}, a.rows, a.columns};
}
template <class T>
factor<T> adjoint(const matrix<T>& a) {
    return {{a.data, a.ld, 1, is_complex_v<T>}, a.columns, a.rows};
}

/// c = alpha·a·b + beta·c.
template <class T>
void multiply(T alpha, const factor<T>& a, const factor<T>& b, T beta, const matrix<T>& c) {
    if (c.rows == 0 || c.columns == 0) return;
    if (a.columns == 0) {
        if (beta == T(0)) c.fill(T(0));
        else if (beta != T(1)) scale(c, real(beta));
        return;
    }
    const matrix_in<T> x = b.elements;
    if (c.columns == 1) {
        gemv<T>({a.rows, a.columns, a.elements, {x.data, x.row_stride, x.conj}, {c.data, 1}, alpha, beta});
    } else if (a.columns == 1 && beta == T(1)) {
        ger<T>({c.rows,
                c.columns,
                {a.elements.data, a.elements.row_stride, a.elements.conj},
                {x.data, x.column_stride, x.conj},
                {c.data, 1, c.ld},
                alpha});
    } else {
        gemm<T>({c.rows, c.columns, a.columns, a.elements, x, {c.data, 1, c.ld}, alpha, beta});
    }
}

/// b = a⁻¹·b, a triangular.
template <class T>
void solve_left(const factor<T>& a, triangle part, bool unit, const matrix<T>& b) {
    if (b.rows == 0 || b.columns == 0) return;
    trsm<T>({b.rows, b.columns, a.elements, {b.data, 1, b.ld}, T(1), part, unit});
}
/// b = b·a⁻¹, a triangular: the transposed system.
template <class T>
void solve_right(const factor<T>& a, triangle part, bool unit, const matrix<T>& b) {
    if (b.rows == 0 || b.columns == 0) return;
    const matrix_in<T> transposed{a.elements.data, a.elements.column_stride, a.elements.row_stride, a.elements.conj};
    const triangle other = part == triangle::lower ? triangle::upper : triangle::lower;
    trsm<T>({b.columns, b.rows, transposed, {b.data, b.ld, 1}, T(1), other, unit});
}

/// The lower triangle of c -= a·aᴴ.
template <class T>
void subtract_square(const matrix<T>& a, const matrix<T>& c) {
    if (c.rows == 0 || a.columns == 0) return;
    syrk<T>({c.rows, a.columns, plain(a).elements, {c.data, 1, c.ld}, T(-1), T(1), triangle::lower, is_complex_v<T>});
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
