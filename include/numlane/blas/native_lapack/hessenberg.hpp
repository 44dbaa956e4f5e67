#pragma once

#include "numlane/blas/native_lapack/householder.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// a = Q·H·Qᴴ with H zero below its subdiagonal: LAPACK's gehrd. Only [low, high] is not triangular already. The reflectors
/// of Q are left below the subdiagonal, their factors in tau (n). A panel at a time (G. Quintana-Ortí and R. van de
/// Geijn, Improving the performance of reduction to Hessenberg form, 2006).
template <class T>
void reduce_to_hessenberg(const matrix<T>& a, index_t low, index_t high, T* tau) {
    const index_t rows = high + 1;
    const owned_matrix<T> vs(std::max<index_t>(rows, 0), panel_columns), ys(std::max<index_t>(rows, 0), panel_columns),
        t(panel_columns, panel_columns);
    T small[2 * panel_columns];
    for (index_t first = low; first < high; first += panel_columns) {
        const index_t count = std::min(panel_columns, high - first);
        t->fill(T(0));
        for (index_t j = 0; j < count; ++j) {
            const index_t k = first + j, below = high - k;
            const matrix<T> v = vs->block(0, 0, rows, j), y = ys->block(0, 0, rows, j);
            const matrix<T> column = a.block(0, k, rows, 1), lower = column.from(first + 1, 0);
            const matrix<T> overlap{small, j, 1, panel_columns}, turned{small + panel_columns, j, 1, panel_columns};
            // From the right, then from the left: (I - v·tᴴ·vᴴ)·(a - y·vᴴ).
            multiply(T(-1), plain(y), adjoint(v.block(k, 0, 1, j)), T(1), column);
            multiply(T(1), adjoint(v.from(first + 1, 0)), plain(lower), T(0), overlap);
            multiply(T(1), adjoint(t->block(0, 0, j, j)), plain(overlap), T(0), turned);
            multiply(T(-1), plain(v.from(first + 1, 0)), plain(turned), T(1), lower);
            T* const x = column.data + k + 1;
            tau[k] = make_reflector(x[0], x + 1, below - 1);
            T* const vj = vs->column(j);
            std::fill_n(vj, k + 1, T(0));
            vj[k + 1] = T(1);
            std::copy(x + 1, x + below, vj + k + 2);
            const matrix<T> vk{vj + k + 1, below, 1, rows}, yk{ys->column(j), rows, 1, rows};
            multiply(T(1), adjoint(v.from(k + 1, 0)), plain(vk), T(0), overlap);
            multiply(T(1), plain(a.block(0, k + 1, rows, below)), plain(vk), T(0), yk);
            multiply(T(-1), plain(y), plain(overlap), T(1), yk);
            multiply(-tau[k], plain(t->block(0, 0, j, j)), plain(overlap), T(0), t->block(0, j, j, 1));
            for (index_t i = 0; i < rows; ++i) yk.data[i] = times(yk.data[i], tau[k]);
            (*t)(j, j) = tau[k];
        }
        const index_t next = first + count;
        const matrix<T> v = vs->block(0, 0, rows, count);
        multiply(T(-1), plain(ys->block(0, 0, rows, count)), adjoint(v.from(next, 0)), T(1),
                 a.block(0, next, rows, rows - next));
        apply_block_reflector(v.from(first + 1, 0), t->block(0, 0, count, count), true,
                              a.block(first + 1, next, rows - first - 1, a.columns - next));
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
