#pragma once

#include "numlane/blas/native_lapack/householder.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

// What bidiagonalize does with a few rows and columns, one by one.
template <class T>
void bidiagonalize_few(const matrix<T>& a, real_t<T>* d, real_t<T>* e, T* left_tau, const matrix<T>& right,
                       T* right_tau) {
    T w[few_columns];
    for (index_t k = 0; k < a.columns; ++k) {
        const index_t rows = a.rows - k, right_of = a.columns - k - 1;
        T* const v = a.column(k) + k;
        left_tau[k] = make_reflector(v[0], v + 1, rows - 1);
        d[k] = real(v[0]);
        right_tau[k] = T(0);
        if (right_of == 0) break;
        v[0] = T(1);
        apply_reflector(v, conj(left_tau[k]), a.from(k, k + 1));
        T* const u = right.column(k) + k + 1;
        for (index_t j = 0; j < right_of; ++j) u[j] = conj(a(k, k + 1 + j));
        right_tau[k] = make_reflector(u[0], u + 1, right_of - 1);
        e[k] = real(u[0]);
        u[0] = T(1);
        const matrix<T> rest = a.from(k + 1, k + 1);
        multiply_few(right_tau[k], plain(rest), u, 1, false, T(0), w);
        for (index_t j = 0; j < right_of; ++j) subtract_column(conj(u[j]), w, rest.column(j), rest.rows);
    }
}

/// a = Q·B·Pᴴ with a (m, n), m ≥ n, and B real and upper bidiagonal, of d (n) and e (n - 1): LAPACK's gebrd. The reflectors
/// of Q are left in the columns of a, those of P in the columns of `right` (n, n) from below the diagonal on, their factors
/// in left_tau and right_tau (n). A panel at a time, as tridiagonalize.
template <class T>
void bidiagonalize(const matrix<T>& a, real_t<T>* d, real_t<T>* e, T* left_tau, const matrix<T>& right, T* right_tau) {
    const index_t m = a.rows, n = a.columns;
    if (m <= few_columns) return bidiagonalize_few(a, d, e, left_tau, right, right_tau);
    // a - v·yᴴ - x·uᴴ is what the panel makes of a.
    const owned_matrix<T> vs(m, panel_columns), ys(n, panel_columns), xs(m, panel_columns), us(n, panel_columns);
    T small[2 * panel_columns];
    const auto column_of = [](T* data, index_t rows) { return matrix<T>{data, rows, 1, std::max<index_t>(rows, 1)}; };
    for (index_t first = 0; first < n; first += panel_columns) {
        const index_t count = std::min(panel_columns, n - first);
        for (index_t j = 0; j < count; ++j) {
            const index_t k = first + j, right_of = n - k - 1;
            const matrix<T> v = vs->block(k, 0, m - k, j), x = xs->block(k, 0, m - k, j);
            const matrix<T> y = ys->block(k, 0, n - k, j), u = us->block(k, 0, n - k, j);
            const matrix<T> column = a.block(k, k, m - k, 1);
            multiply(T(-1), plain(v), adjoint(y.block(0, 0, 1, j)), T(1), column);
            multiply(T(-1), plain(x), adjoint(u.block(0, 0, 1, j)), T(1), column);
            left_tau[k] = make_reflector(column.data[0], column.data + 1, m - k - 1);
            d[k] = real(column.data[0]);
            T* const vj = vs->column(j);
            std::fill_n(vj, k, T(0));
            vj[k] = T(1);
            std::copy(column.data + 1, column.data + (m - k), vj + k + 1);
            if (right_of == 0) {
                right_tau[k] = T(0);
                break;
            }
            const matrix<T> vk = column_of(vj + k, m - k);
            const matrix<T> first_small = column_of(small, j), second_small = column_of(small + panel_columns, j);
            const matrix<T> yb = y.from(1, 0), ub = u.from(1, 0), xb = x.from(1, 0);
            const matrix<T> yk = column_of(ys->column(j) + k + 1, right_of);
            multiply(T(1), adjoint(a.from(k, k + 1)), plain(vk), T(0), yk);
            multiply(T(1), adjoint(v), plain(vk), T(0), first_small);
            multiply(T(1), adjoint(x), plain(vk), T(0), second_small);
            multiply(T(-1), plain(yb), plain(first_small), T(1), yk);
            multiply(T(-1), plain(ub), plain(second_small), T(1), yk);
            for (index_t i = 0; i < right_of; ++i) yk.data[i] = times(yk.data[i], left_tau[k]);
            // The rest of row k, conjugated.
            T* const uj = us->column(j);
            std::fill_n(uj, k + 1, T(0));
            const matrix<T> uk = column_of(uj + k + 1, right_of);
            for (index_t i = 0; i < right_of; ++i) uk.data[i] = conj(a(k, k + 1 + i));
            multiply(T(-1), plain(ys->block(k + 1, 0, right_of, j + 1)), adjoint(vs->block(k, 0, 1, j + 1)), T(1), uk);
            multiply(T(-1), plain(ub), adjoint(x.block(0, 0, 1, j)), T(1), uk);
            right_tau[k] = make_reflector(uk.data[0], uk.data + 1, right_of - 1);
            e[k] = real(uk.data[0]);
            uk.data[0] = T(1);
            std::copy(uk.data, uk.data + right_of, right.column(k) + k + 1);
            const matrix<T> xk = column_of(xs->column(j) + k + 1, m - k - 1);
            const matrix<T> one_more = column_of(small, j + 1);
            multiply(T(1), plain(a.from(k + 1, k + 1)), plain(uk), T(0), xk);
            multiply(T(1), adjoint(ys->block(k + 1, 0, right_of, j + 1)), plain(uk), T(0), one_more);
            multiply(T(-1), plain(vs->block(k + 1, 0, m - k - 1, j + 1)), plain(one_more), T(1), xk);
            multiply(T(1), adjoint(ub), plain(uk), T(0), second_small);
            multiply(T(-1), plain(xb), plain(second_small), T(1), xk);
            for (index_t i = 0; i < m - k - 1; ++i) xk.data[i] = times(xk.data[i], right_tau[k]);
        }
        const index_t next = first + count;
        if (next >= n) break;
        const matrix<T> rest = a.from(next, next);
        multiply(T(-1), plain(vs->block(next, 0, m - next, count)), adjoint(ys->block(next, 0, n - next, count)), T(1),
                 rest);
        multiply(T(-1), plain(xs->block(next, 0, m - next, count)), adjoint(us->block(next, 0, n - next, count)), T(1),
                 rest);
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
