#pragma once

#include "numlane/blas/native_lapack/tridiagonal.hpp"
#include "numlane/blas/native_lapack/tridiagonal_qr.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The eigenvalues of a Hermitian matrix, ascending, into w, and its eigenvectors into the columns of a: LAPACK's syevd and
/// heevd. The triangle `part` (lower or upper) of a is read; all of it is overwritten. Returns 0, or a positive number if
/// the iteration did not converge, as for NaN and infinities.
template <class T>
index_t hermitian_eigen(const matrix<T>& a, triangle part, bool vectors, real_t<T>* w) {
    using R = real_t<T>;
    const index_t n = a.rows;
    if (n == 0) return 0;
    for (index_t j = 0; j < n; ++j) {
        a(j, j) = T(real(a(j, j)));
        for (index_t i = j + 1; i < n; ++i) {
            if (part == triangle::lower) a(j, i) = conj(a(i, j));
            else a(i, j) = conj(a(j, i));
        }
    }
    if (n == 1) {
        w[0] = real(a(0, 0));
        if (vectors) a(0, 0) = T(1);
        return 0;
    }
    if (!all_finite(a)) return 1;
    const R factor = safe_scale(largest(a));
    if (factor != 1) scale(a, factor);
    workspace<R> e(std::size_t(n), R(0));
    workspace<T> tau(static_cast<std::size_t>(n));
    tridiagonalize(a, w, e.data(), tau.data());
    index_t failed = 0;
    if (vectors) {
        const owned_matrix<T> q(n, n);
        form_q(a, tau.data(), n - 1, *q, 1);
        failed = tridiagonal_eigenvalues(w, e.data(), n, *q);
        a.copy(*q);
    } else {
        failed = tridiagonal_eigenvalues(w, e.data(), n, matrix<T>{nullptr, 0, 0, 1});
    }
    for (index_t i = 0; i < n; ++i) w[i] /= factor;
    return failed;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
