#pragma once

#include "numlane/blas/native_lapack/matrix.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// Solves (t - lambda)·x = x in place for the first `last` rows and columns of a (quasi-)triangular t, from the bottom up.
/// Pivots smaller than `smallest` count as that much; x[0, all) is scaled where it would overflow.
template <class T, class S>
void solve_shifted(const matrix<T>& t, index_t last, S lambda, S* x, index_t all, real_t<T> smallest) {
    using R = real_t<T>;
    const R limit = std::sqrt(std::numeric_limits<R>::max());
    const auto shrink = [&](R by) {
        for (index_t i = 0; i < all; ++i) x[i] *= by;
    };
    const auto divide = [&](index_t j, S pivot) {
        if (magnitude(pivot) < smallest) pivot = S(smallest);
        const R size = magnitude(x[j]);
        if (size > 1 && magnitude(pivot) < size / limit) shrink(1 / size);
        x[j] /= pivot;
    };
    const auto eliminate = [&](index_t j, index_t rows) {
        if (const R size = magnitude(x[j]); size > limit) shrink(1 / size);
        const S factor = x[j];
        const T* const column = t.column(j);
        for (index_t i = 0; i < rows; ++i) {
            if constexpr (is_complex_v<S> && !is_complex_v<T>)
                x[i] -= S(factor.real() * column[i], factor.imag() * column[i]);
            else x[i] -= times(factor, S(column[i]));
        }
    };
    for (index_t j = last - 1; j >= 0; --j) {
        if (j == 0 || t(j, j - 1) == T(0)) {
            divide(j, S(t(j, j)) - lambda);
            eliminate(j, j);
            continue;
        }
        // A block of two rows: elimination with the larger pivot.
        S a = S(t(j - 1, j - 1)) - lambda, b = S(t(j - 1, j)), c = S(t(j, j - 1)), d = S(t(j, j)) - lambda;
        const bool exchange = magnitude(c) > magnitude(a);
        if (exchange) {
            std::swap(a, c);
            std::swap(b, d);
            std::swap(x[j - 1], x[j]);
        }
        if (magnitude(a) < smallest) a = S(smallest);
        const S ratio = c / a;
        x[j] -= ratio * x[j - 1];
        divide(j, d - ratio * b);
        if (const R size = magnitude(x[j]); size > limit) shrink(1 / size);
        x[j - 1] -= b * x[j];
        divide(j - 1, a);
        if (const R size = magnitude(x[j - 1]); size > limit) shrink(1 / size);
        eliminate(j, j - 1);
        eliminate(j - 1, j - 1);
        --j;
    }
}

/// The eigenvectors x (n, n) of a triangular t with eigenvalues w: LAPACK's trevc.
template <class R>
void schur_vectors(const matrix<std::complex<R>>& t, const std::complex<R>* w, const matrix<std::complex<R>>& x) {
    const index_t n = t.rows;
    const R tiny = safe_minimum<R> * (R(n) / epsilon<R>);
    x.fill(std::complex<R>(0));
    for (index_t k = 0; k < n; ++k) {
        std::complex<R>* const v = x.column(k);
        v[k] = 1;
        for (index_t i = 0; i < k; ++i) v[i] = -t(i, k);
        solve_shifted(t, k, w[k], v, k + 1, std::max(epsilon<R> * magnitude(w[k]), tiny));
    }
}

/// The same for a real quasi-triangular t: where w[k] and w[k + 1] are a conjugate pair, columns k and k + 1 of x are the
/// real and imaginary part of the eigenvector of w[k].
template <class R>
void schur_vectors(const matrix<R>& t, const std::complex<R>* w, const matrix<R>& x) {
    const index_t n = t.rows;
    const R tiny = safe_minimum<R> * (R(n) / epsilon<R>);
    workspace<std::complex<R>> pair(static_cast<std::size_t>(n));
    x.fill(R(0));
    for (index_t k = 0; k < n; ++k) {
        const R smallest = std::max(epsilon<R> * magnitude(w[k]), tiny);
        if (w[k].imag() == 0) {
            R* const v = x.column(k);
            v[k] = 1;
            for (index_t i = 0; i < k; ++i) v[i] = -t(i, k);
            solve_shifted(t, k, w[k].real(), v, k + 1, smallest);
            continue;
        }
        // Of the block ((a, b), (c, a)): (b, i·w) or (i·w, c), whichever is the larger.
        const R b = t(k, k + 1), c = t(k + 1, k), im = w[k].imag();
        std::complex<R> first(1), second(0, im / b);
        if (std::abs(b) < std::abs(c)) first = {0, im / c}, second = 1;
        pair[std::size_t(k)] = first;
        pair[std::size_t(k) + 1] = second;
        for (index_t i = 0; i < k; ++i) pair[std::size_t(i)] = -(first * t(i, k) + second * t(i, k + 1));
        solve_shifted(t, k, w[k], pair.data(), k + 2, smallest);
        for (index_t i = 0; i < k + 2; ++i) {
            x(i, k) = pair[std::size_t(i)].real();
            x(i, k + 1) = pair[std::size_t(i)].imag();
        }
        ++k;
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
