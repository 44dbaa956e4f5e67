#pragma once

#include "numlane/blas/native_lapack/rotations.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The eigenvalues of the symmetric tridiagonal matrix of d (n) and e (n - 1), ascending, into d; the columns of z, if it
/// has any, are multiplied by the eigenvectors: LAPACK's steqr. The implicit QR iteration with Wilkinson's shift, towards
/// the end of a block where its elements are small (B. Parlett, The Symmetric Eigenvalue Problem, 1980, chapter 8). Returns 0,
/// or the number of off-diagonal elements that did not vanish. Squares of elements must not overflow.
template <class T>
index_t tridiagonal_eigenvalues(real_t<T>* d, real_t<T>* e, index_t n, const matrix<T>& z) {
    using R = real_t<T>;
    constexpr R eps = epsilon<R> / 2;
    rotations<T> turns(z);
    index_t high = n - 1, last_low = n, last_high = -1;
    bool downwards = true;
    for (index_t budget = 30 * n + 30; high > 0;) {
        const auto negligible = [&](index_t i) {
            const R size = std::abs(e[i]), here = std::abs(d[i]), next = std::abs(d[i + 1]);
            // The root of a product is never more than the sum: most elements need no root to be told apart.
            if (size > eps * (here + next)) return size <= safe_minimum<R>;
            return size <= eps * std::sqrt(here) * std::sqrt(next) || size <= safe_minimum<R>;
        };
        if (negligible(high - 1)) {
            e[--high] = 0;
            continue;
        }
        index_t low = high - 1;
        while (low > 0 && !negligible(low - 1)) --low;
        if (low > 0) e[low - 1] = 0;
        if (budget-- == 0) {
            turns.flush();
            return count_nonzero(e, n - 1);
        }
        if (low > last_high || high < last_low) downwards = std::abs(d[low]) >= std::abs(d[high]);
        last_low = low;
        last_high = high;
        // Upwards is downwards with everything numbered from the other end.
        const index_t size = high - low;
        R* const d0 = downwards ? d + low : d + high;
        R* const e0 = downwards ? e + low : e + high - 1;
        const index_t step = downwards ? 1 : -1;
        const R last = d0[step * size], off = e0[step * (size - 1)];
        const R delta = (d0[step * (size - 1)] - last) / 2;
        const R shift = last - off * (off / (delta + std::copysign(length(delta, off), delta)));
        R x = d0[0] - shift, bulge = e0[0];
        turns.begin(downwards ? low : high, step);
        for (index_t k = 0; k < size; ++k) {
            R c, s;
            const R r = rotation(x, bulge, c, s);
            R &here = d0[step * k], &next = d0[step * (k + 1)], &between = e0[step * k];
            if (k > 0) e0[step * (k - 1)] = r;
            const R w = s * (next - here) + 2 * c * between;
            here += s * w;
            next -= s * w;
            between = c * w - between;
            x = between;
            if (k + 1 < size) {
                bulge = s * e0[step * (k + 1)];
                e0[step * (k + 1)] *= c;
            }
            turns.add(c, s);
        }
    }
    turns.flush();
    for (index_t i = 0; i + 1 < n; ++i) {
        index_t least = i;
        for (index_t j = i + 1; j < n; ++j)
            if (d[j] < d[least]) least = j;
        if (least == i) continue;
        std::swap(d[i], d[least]);
        if (z.columns > 0) std::swap_ranges(z.column(i), z.column(i) + z.rows, z.column(least));
    }
    return 0;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
