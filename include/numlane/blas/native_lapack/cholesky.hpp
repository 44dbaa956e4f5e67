#pragma once

#include "numlane/blas/native_lapack/products.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The largest order for which cholesky_rows serves.
inline constexpr index_t few_rows = 16;

/// As cholesky, of at most few_rows rows that lie in one piece, `ld` elements from one to the next: a small matrix is
/// factored where its result belongs. By L·D·Lᴴ, so that no step waits for the square root of the one before.
template <class T>
index_t cholesky_rows(T* a, index_t n, index_t ld) {
    T column[few_rows];
    for (index_t k = 0; k < n; ++k) {
        const real_t<T> d = real(a[k * ld + k]);
        if (!(d > 0)) return k + 1;  // NaN, too, comes of quotients that overflowed
        const real_t<T> root = std::sqrt(d);
        // A quotient by a subnormal number might overflow.
        const bool tiny = d < safe_minimum<real_t<T>>;
        const real_t<T> by = tiny ? root : d, beside = tiny ? root : real_t<T>(1);
        a[k * ld + k] = T(root);
        for (index_t i = k + 1; i < n; ++i) {
            T* const row = a + i * ld;
            const T factor = row[k] / by;
            column[i] = conj(row[k] / beside);
            for (index_t j = k + 1; j <= i; ++j) row[j] -= times(factor, column[j]);
            row[k] /= root;
        }
    }
    return 0;
}

/// The lower triangle of a becomes L with a = L·Lᴴ: LAPACK's potrf. The upper one is not read, and left with anything. Returns 0, or
/// k if the leading minor of order k is not positive; NaN goes through. By halves, so that nearly all the work is products.
template <class T>
index_t cholesky(const matrix<T>& a) {
    const index_t n = a.rows;
    if (n <= 16) {
        for (index_t k = 0; k < n; ++k) {
            const real_t<T> d = real(a(k, k));
            if (d <= 0) return k + 1;
            const real_t<T> root = std::sqrt(d);
            a(k, k) = T(root);
            for (index_t i = k + 1; i < n; ++i) a(i, k) /= root;
            for (index_t j = k + 1; j < n; ++j) {
                const T factor = conj(a(j, k));
                for (index_t i = j; i < n; ++i) a(i, j) -= times(a(i, k), factor);
            }
        }
        return 0;
    }
    const index_t half = n / 2;
    const matrix<T> first = a.block(0, 0, half, half), below = a.block(half, 0, n - half, half),
                    rest = a.from(half, half);
    if (const index_t bad = cholesky(first)) return bad;
    solve_right(adjoint(first), triangle::upper, false, below);
    subtract_square(below, rest);
    const index_t bad = cholesky(rest);
    return bad == 0 ? 0 : bad + half;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
