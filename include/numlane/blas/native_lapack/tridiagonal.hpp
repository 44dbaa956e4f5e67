#pragma once

#include "numlane/blas/native_lapack/householder.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

// What tridiagonalize does with a few columns, one by one.
template <class T>
void tridiagonalize_few(const matrix<T>& a, real_t<T>* d, real_t<T>* e, T* tau) {
    T w[few_columns];
    for (index_t k = 0; k < a.rows; ++k) {
        const index_t below = a.rows - k - 1;
        d[k] = real(a(k, k));
        if (below == 0) break;
        T* const v = a.column(k) + k + 1;
        tau[k] = make_reflector(v[0], v + 1, below - 1);
        e[k] = real(v[0]);
        v[0] = T(1);
        const matrix<T> rest = a.from(k + 1, k + 1);
        multiply_few(tau[k], plain(rest), v, 1, false, T(0), w);
        subtract_column(times(conj(tau[k]), overlap(v, w, below)) * real_t<T>(0.5), v, w, below);
        for (index_t j = 0; j < below; ++j) {
            subtract_column(conj(w[j]), v, rest.column(j), below);
            subtract_column(conj(v[j]), w, rest.column(j), below);
        }
    }
}

/// a = Q·T·Qᴴ with T real, symmetric and tridiagonal: LAPACK's hetrd. `a` is Hermitian with both triangles filled; the
/// reflectors of Q are left below its subdiagonal, with their factors in tau (n - 1), the diagonal of T in d and the one
/// beside it in e. The rest is updated a panel at a time (J. Dongarra, S. Hammarling and D. Sorensen, Block reduction of
/// matrices to condensed forms, 1989).
template <class T>
void tridiagonalize(const matrix<T>& a, real_t<T>* d, real_t<T>* e, T* tau) {
    const index_t n = a.rows;
    if (n <= few_columns) return tridiagonalize_few(a, d, e, tau);
    const owned_matrix<T> vs(n, panel_columns), ws(n, panel_columns);
    T small[2 * panel_columns];
    for (index_t first = 0; first < n; first += panel_columns) {
        const index_t count = std::min(panel_columns, n - first);
        for (index_t j = 0; j < count; ++j) {
            const index_t k = first + j, below = n - k - 1;
            const matrix<T> column = a.block(k, k, n - k, 1);
            const matrix<T> v = vs->block(k, 0, n - k, j), w = ws->block(k, 0, n - k, j);
            multiply(T(-1), plain(v), adjoint(w.block(0, 0, 1, j)), T(1), column);
            multiply(T(-1), plain(w), adjoint(v.block(0, 0, 1, j)), T(1), column);
            d[k] = real(column.data[0]);
            if (below == 0) break;
            T* const x = column.data + 1;
            tau[k] = make_reflector(x[0], x + 1, below - 1);
            e[k] = real(x[0]);
            T* const vj = vs->column(j);
            std::fill_n(vj, k + 1, T(0));
            vj[k + 1] = T(1);
            std::copy(x + 1, x + below, vj + k + 2);
            const matrix<T> vk{vj + k + 1, below, 1, n}, wk{ws->column(j) + k + 1, below, 1, n};
            const matrix<T> vb = v.from(1, 0), wb = w.from(1, 0);
            const matrix<T> wv{small, j, 1, panel_columns}, vv{small + panel_columns, j, 1, panel_columns};
            multiply(T(1), plain(a.from(k + 1, k + 1)), plain(vk), T(0), wk);
            multiply(T(1), adjoint(wb), plain(vk), T(0), wv);
            multiply(T(1), adjoint(vb), plain(vk), T(0), vv);
            multiply(T(-1), plain(vb), plain(wv), T(1), wk);
            multiply(T(-1), plain(wb), plain(vv), T(1), wk);
            T overlap(0);
            for (index_t i = 0; i < below; ++i) {
                wk.data[i] = times(wk.data[i], tau[k]);
                overlap += times(conj(vk.data[i]), wk.data[i]);
            }
            const T half = times(conj(tau[k]), overlap) * real_t<T>(0.5);
            for (index_t i = 0; i < below; ++i) wk.data[i] -= times(half, vk.data[i]);
        }
        const index_t next = first + count;
        if (next >= n) break;
        const matrix<T> v = vs->block(next, 0, n - next, count), w = ws->block(next, 0, n - next, count);
        multiply(T(-1), plain(v), adjoint(w), T(1), a.from(next, next));
        multiply(T(-1), plain(w), adjoint(v), T(1), a.from(next, next));
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
