#pragma once

#include "numlane/blas/native_lapack/products.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

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
