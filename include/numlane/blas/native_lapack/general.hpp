#pragma once

#include "numlane/blas/native_lapack/balance.hpp"
#include "numlane/blas/native_lapack/complex_schur.hpp"
#include "numlane/blas/native_lapack/hessenberg.hpp"
#include "numlane/blas/native_lapack/real_schur.hpp"
#include "numlane/blas/native_lapack/schur_vectors.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// Gives a vector length 1 and, if it is complex, makes its largest element real.
template <class R>
void normalize(std::complex<R>* v, index_t n, bool turn) {
    const R most = largest(matrix<std::complex<R>>{v, n, 1, n});
    for (index_t i = 0; i < n && most > 0; ++i) v[i] /= most;
    const R length = norm(v, n);
    for (index_t i = 0; i < n; ++i) v[i] /= length;
    if (!turn) return;
    index_t best = 0;
    for (index_t i = 1; i < n; ++i)
        if (square(v[i]) > square(v[best])) best = i;
    const std::complex<R> phase = std::conj(v[best]) / std::abs(v[best]);
    for (index_t i = 0; i < n; ++i) v[i] = times(v[i], phase);
    v[best] = v[best].real();
}

/// The eigenvalues w of a general matrix, and its right eigenvectors of length 1 in the columns of v, if it has any:
/// LAPACK's geev. `a` is overwritten, and must be finite. Returns 0, or a positive number if the iteration did not converge.
template <class T>
index_t general_eigen(const matrix<T>& a, std::complex<real_t<T>>* w, const matrix<std::complex<real_t<T>>>& v) {
    using R = real_t<T>;
    const index_t n = a.rows;
    if (n == 0) return 0;
    const bool vectors = v.columns > 0;
    const R factor = safe_scale(largest(a));
    if (factor != 1) scale(a, factor);
    const balancing<R> b = balance(a);
    workspace<T> tau(static_cast<std::size_t>(n));
    reduce_to_hessenberg(a, b.low, b.high, tau.data());
    const owned_matrix<T> z(n, vectors ? n : 0);
    const index_t size = b.high - b.low + 1;
    if (vectors) {
        z->set_identity();
        if (size > 1)
            form_q(a.block(b.low, b.low, size, size), tau.data() + b.low, size - 1, z->block(b.low, b.low, size, size),
                   1);
    }
    for (index_t j = 0; j < n; ++j)
        for (index_t i = j + 2; i < n; ++i) a(i, j) = T(0);
    if (const index_t failed = schur(a, b.low, b.high, w, *z)) return failed;
    for (index_t i = 0; i < n; ++i) w[i] /= factor;
    if (!vectors) return 0;
    workspace<std::complex<R>> scaled(w, w + n);
    for (auto& x : scaled) x *= factor;
    const owned_matrix<T> x(n, n), product(n, n);
    schur_vectors(a, scaled.data(), *x);
    multiply(T(1), plain(*z), plain(*x), T(0), *product);
    undo_balance(b, *product);
    for (index_t k = 0; k < n; ++k) {
        std::complex<R>* const to = v.column(k);
        const T* const from = product->column(k);
        if constexpr (is_complex_v<T>) {
            std::copy(from, from + n, to);
            normalize(to, n, true);
        } else if (w[k].imag() == 0) {
            std::copy(from, from + n, to);
            normalize(to, n, false);
        } else {
            for (index_t i = 0; i < n; ++i) to[i] = {from[i], product->column(k + 1)[i]};
            normalize(to, n, true);
            for (index_t i = 0; i < n; ++i) v(i, k + 1) = std::conj(to[i]);
            ++k;
        }
    }
    return 0;
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
