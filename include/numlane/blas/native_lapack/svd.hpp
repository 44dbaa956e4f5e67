#pragma once

#include "numlane/blas/native_lapack/bidiagonal.hpp"
#include "numlane/blas/native_lapack/bidiagonal_qr.hpp"
#include "numlane/blas/native_lapack/qr.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

template <class T>
void copy_adjoint(const matrix<T>& from, const matrix<T>& to) {
    for (index_t j = 0; j < to.columns; ++j)
        for (index_t i = 0; i < to.rows; ++i) to(i, j) = conj(from(j, i));
}

// As svd, of a tall matrix, with v in place of its adjoint.
template <class T>
index_t tall_svd(const matrix<T>& a, real_t<T>* s, const matrix<T>& u, const matrix<T>& v) {
    const index_t m = a.rows, n = a.columns;
    const bool vectors = u.columns > 0;
    workspace<real_t<T>> e(static_cast<std::size_t>(n));
    workspace<T> left_tau(static_cast<std::size_t>(n)), right_tau(static_cast<std::size_t>(n));
    const owned_matrix<T> right(n, n);
    const matrix<T> none{nullptr, 0, 0, 1};
    if (m >= n + n / 2 && m > n) {
        // The triangular factor first: it has fewer rows.
        workspace<T> tau(static_cast<std::size_t>(n));
        qr(a, tau.data());
        const owned_matrix<T> r(n, n);
        for (index_t j = 0; j < n; ++j) std::copy(a.column(j), a.column(j) + j + 1, r->column(j));
        bidiagonalize(*r, s, e.data(), left_tau.data(), *right, right_tau.data());
        if (!vectors) return bidiagonal_singular_values(s, e.data(), n, none, none);
        const owned_matrix<T> small(n, n), thin(m, n);
        form_q(*r, left_tau.data(), n, *small);
        form_q(*right, right_tau.data(), n - 1, v, 1);
        if (const index_t failed = bidiagonal_singular_values(s, e.data(), n, *small, v)) return failed;
        form_q(a, tau.data(), n, u);
        thin->copy(u.block(0, 0, m, n));
        multiply(T(1), plain(*thin), plain(*small), T(0), u.block(0, 0, m, n));
        return 0;
    }
    bidiagonalize(a, s, e.data(), left_tau.data(), *right, right_tau.data());
    if (!vectors) return bidiagonal_singular_values(s, e.data(), n, none, none);
    form_q(a, left_tau.data(), n, u);
    form_q(*right, right_tau.data(), n - 1, v, 1);
    return bidiagonal_singular_values(s, e.data(), n, u.block(0, 0, m, n), v);
}

/// a = u·diag(s)·vh with a (m, n) and the min(m, n) singular values s descending: LAPACK's gesdd. u is (m, m) or has
/// min(m, n) columns, vh (n, n) or has as many rows; both without columns where they are not wanted. `a` is overwritten.
/// Returns 0, or a positive number if the iteration did not converge, as for NaN and infinities.
template <class T>
index_t svd(const matrix<T>& a, real_t<T>* s, const matrix<T>& u, const matrix<T>& vh) {
    using R = real_t<T>;
    const index_t m = a.rows, n = a.columns, k = std::min(m, n);
    if (k == 0) {
        u.set_identity();
        vh.set_identity();
        return 0;
    }
    if (!all_finite(a)) return 1;
    const R factor = safe_scale(largest(a));
    if (factor != 1) scale(a, factor);
    index_t failed = 0;
    if (m >= n) {
        const owned_matrix<T> v(u.columns > 0 ? n : 0, u.columns > 0 ? n : 0);
        failed = tall_svd(a, s, u, *v);
        if (u.columns > 0) copy_adjoint(*v, vh);
    } else {
        const owned_matrix<T> flipped(n, m), v(vh.columns > 0 ? n : 0, vh.rows);
        copy_adjoint(a, *flipped);
        failed = tall_svd(*flipped, s, *v, u);
        if (vh.columns > 0) copy_adjoint(*v, vh);
    }
    for (index_t i = 0; i < k; ++i) s[i] /= factor;
    return failed;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
