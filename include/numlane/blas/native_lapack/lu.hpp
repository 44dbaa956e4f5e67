#pragma once

#include "numlane/blas/native_lapack/products.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// Exchanges the rows i and pivot[i] for i in [first, last), in that order or the opposite one.
template <class T>
void exchange_rows(const matrix<T>& a, const index_t* pivot, index_t first, index_t last, bool forward = true) {
    for (index_t j = 0; j < a.columns; ++j) {
        T* const column = a.column(j);
        if (forward)
            for (index_t i = first; i < last; ++i) std::swap(column[i], column[pivot[i]]);
        else
            for (index_t i = last - 1; i >= first; --i) std::swap(column[i], column[pivot[i]]);
    }
}

template <class T>
index_t lu_unblocked(const matrix<T>& a, index_t* pivot) {
    index_t singular = 0;
    for (index_t k = 0; k < a.rows && k < a.columns; ++k) {
        T* const column = a.column(k);
        index_t best = k;
        for (index_t i = k + 1; i < a.rows; ++i)
            if (magnitude(column[i]) > magnitude(column[best])) best = i;
        pivot[k] = best;
        if (column[best] == T(0)) {
            if (singular == 0) singular = k + 1;
            continue;
        }
        if (best != k)
            for (index_t j = 0; j < a.columns; ++j) std::swap(a(k, j), a(best, j));
        const T p = column[k];
        if (magnitude(p) >= safe_minimum<real_t<T>>) {
            const T reciprocal = T(1) / p;
            for (index_t i = k + 1; i < a.rows; ++i) column[i] = times(column[i], reciprocal);
        } else {
            for (index_t i = k + 1; i < a.rows; ++i) column[i] /= p;
        }
        for (index_t j = k + 1; j < a.columns; ++j) {
            T* const to = a.column(j);
            const T factor = to[k];
            for (index_t i = k + 1; i < a.rows; ++i) to[i] -= times(column[i], factor);
        }
    }
    return singular;
}

/// a = P·L·U in place, by partial pivoting: LAPACK's getrf. Row i was exchanged with row pivot[i] ≥ i, counted from 0.
/// Returns 0, or k if the k-th pivot is exactly zero. Halves of the columns one after the other (S. Toledo, Locality of
/// reference in LU decomposition with partial pivoting, 1997), so that nearly all the work is products.
template <class T>
index_t lu(const matrix<T>& a, index_t* pivot) {
    const index_t k = std::min(a.rows, a.columns);
    if (k <= 8) {
        const index_t singular = lu_unblocked(a.block(0, 0, a.rows, k), pivot);
        const matrix<T> right = a.block(0, k, a.rows, a.columns - k);
        exchange_rows(right, pivot, 0, k);
        solve_left(plain(a.block(0, 0, k, k)), triangle::lower, true, right.block(0, 0, k, right.columns));
        return singular;
    }
    const index_t half = k / 2;
    const matrix<T> left = a.block(0, 0, a.rows, half), right = a.from(0, half);
    const index_t first = lu(left, pivot);
    exchange_rows(right, pivot, 0, half);
    const matrix<T> above = right.block(0, 0, half, right.columns), below = right.from(half, 0);
    solve_left(plain(left.block(0, 0, half, half)), triangle::lower, true, above);
    multiply(T(-1), plain(left.from(half, 0)), plain(above), T(1), below);
    const index_t second = lu(below, pivot + half);
    exchange_rows(left.from(half, 0), pivot + half, 0, k - half);
    for (index_t i = half; i < k; ++i) pivot[i] += half;
    return first != 0 || second == 0 ? first : second + half;
}

/// b = A⁻¹·b with A = P·L·U: LAPACK's getrs.
template <class T>
void lu_solve(const matrix<T>& a, const index_t* pivot, const matrix<T>& b) {
    exchange_rows(b, pivot, 0, a.rows);
    solve_left(plain(a), triangle::lower, true, b);
    solve_left(plain(a), triangle::upper, false, b);
}

/// x = L⁻¹, L the lower triangle of a with ones on its diagonal; above the diagonal, x must be 0. By halves.
template <class T>
void invert_unit_lower(const matrix<T>& a, const matrix<T>& x) {
    const index_t n = a.rows;
    if (n <= small_triangle) {
        for (index_t j = 0; j < n; ++j) {
            T* const column = x.column(j);
            for (index_t i = 0; i < n; ++i) column[i] = T(i == j);
            for (index_t k = j; k < n; ++k) subtract_column(column[k], a.column(k) + k + 1, column + k + 1, n - k - 1);
        }
        return;
    }
    const index_t half = n / 2, rest = n - half;
    const matrix<T> below = x.block(half, 0, rest, half);
    invert_unit_lower(a.block(0, 0, half, half), x.block(0, 0, half, half));
    invert_unit_lower(a.from(half, half), x.from(half, half));
    multiply(T(-1), plain(a.block(half, 0, rest, half)), plain(x.block(0, 0, half, half)), T(0), below);
    solve_left(plain(a.from(half, half)), triangle::lower, true, below);
}

/// x = A⁻¹ with A = P·L·U, by solving for the columns of the identity; what is known to be 0 is left out.
template <class T>
void lu_invert(const matrix<T>& a, const index_t* pivot, const matrix<T>& x) {
    x.fill(T(0));
    invert_unit_lower(a, x);
    solve_left(plain(a), triangle::upper, false, x);
    for (index_t k = a.rows - 1; k >= 0; --k)
        if (pivot[k] != k) std::swap_ranges(x.column(k), x.column(k) + a.rows, x.column(pivot[k]));
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
