#pragma once

#include "numlane/blas/native_lapack/householder.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// a = Q·R in place: R in the upper triangle, the reflectors of Q below it, and their min(m, n) factors in tau: LAPACK's
/// geqrf.
template <class T>
void qr(const matrix<T>& a, T* tau) {
    const index_t m = a.rows, n = a.columns, k = std::min(m, n);
    T row[panel_columns];
    for (index_t first = 0; first < k; first += panel_columns) {
        const index_t count = std::min(panel_columns, k - first), last = first + count;
        for (index_t j = first; j < last; ++j) {
            T* const column = a.column(j);
            tau[j] = make_reflector(column[j], column + j + 1, m - j - 1);
            const matrix<T> rest = a.block(j, j + 1, m - j, last - j - 1);
            if (rest.columns == 0) continue;
            const T diagonal = column[j];
            column[j] = T(1);
            const matrix<T> v{column + j, m - j, 1, a.ld}, w{row, rest.columns, 1, panel_columns};
            multiply(T(1), adjoint(rest), plain(v), T(0), w);
            multiply(-conj(tau[j]), plain(v), adjoint(w), T(1), rest);
            column[j] = diagonal;
        }
        if (last == n) continue;
        const owned_matrix<T> v = reflectors(a, first, count, 0), t(count, count);
        make_block_reflector(*v, tau + first, *t);
        apply_block_reflector(*v, *t, true, a.from(first, last));
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
