#pragma once

#include "numlane/blas/native_lapack/products.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// The Euclidean norm of n elements, without overflow.
template <class T>
real_t<T> norm(const T* x, index_t n) {
    using R = real_t<T>;
    R sum[4] = {};
    index_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (int lane = 0; lane < 4; ++lane) sum[lane] += square(x[i + lane]);
    for (; i < n; ++i) sum[0] += square(x[i]);
    const R total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    if (total > safe_minimum<R> / epsilon<R> && total <= std::numeric_limits<R>::max()) return std::sqrt(total);
    const R most = largest(matrix<T>{const_cast<T*>(x), n, 1, n});
    if (!(most > 0) || !std::isfinite(most)) return most;
    // In two steps, for what makes a subnormal number large is infinite.
    const int exponent = -std::ilogb(most);
    const R up = std::ldexp(R(1), exponent / 2), again = std::ldexp(R(1), exponent - exponent / 2);
    R scaled(0);
    for (i = 0; i < n; ++i) scaled += square(x[i] * up * again);
    return std::sqrt(scaled) / up / again;
}

/// H = I - tau·v·vᴴ with Hᴴ·(alpha, x) = (beta, 0), beta real: LAPACK's larfg. x becomes v without its first element,
/// which is 1, and alpha becomes beta. Returns tau.
template <class T>
T make_reflector(T& alpha, T* x, index_t n) {
    using R = real_t<T>;
    R tail = norm(x, n);
    if (tail == 0 && imag(alpha) == 0) return T(0);
    const auto with_tail = [&] {
        const R size = is_complex_v<T> ? length(real(alpha), imag(alpha)) : std::abs(real(alpha));
        return -std::copysign(length(size, tail), real(alpha));
    };
    R beta = with_tail();
    const R tiny = safe_minimum<R> / epsilon<R>;
    int rescaled = 0;
    for (; std::abs(beta) < tiny && rescaled < 20; ++rescaled) {
        for (index_t i = 0; i < n; ++i) x[i] *= 1 / tiny;
        alpha *= 1 / tiny;
        beta *= 1 / tiny;
        tail = norm(x, n);
    }
    if (rescaled > 0) beta = with_tail();
    T tau;
    if constexpr (is_complex_v<T>) tau = T((beta - alpha.real()) / beta, -alpha.imag() / beta);
    else tau = (beta - alpha) / beta;
    const T factor = T(1) / (alpha - beta);
    for (index_t i = 0; i < n; ++i) x[i] = times(x[i], factor);
    for (; rescaled > 0; --rescaled) beta *= tiny;
    alpha = T(beta);
    return tau;
}

/// The triangular t with H₀·H₁ … = I - v·t·vᴴ; v is unit lower trapezoidal with its zeros and ones written out
/// (R. Schreiber and C. Van Loan, A storage-efficient WY representation, 1989).
template <class T>
void make_block_reflector(const matrix<T>& v, const T* tau, const matrix<T>& t) {
    const index_t k = v.columns;
    workspace<T> overlaps(std::size_t(k) * std::size_t(k));
    const matrix<T> g{overlaps.data(), k, k, k};
    multiply(T(1), adjoint(v), plain(v), T(0), g);
    for (index_t j = 0; j < k; ++j) {
        for (index_t i = 0; i < k; ++i) t(i, j) = T(0);
        t(j, j) = tau[j];
        for (index_t i = 0; i < j; ++i) {
            T sum(0);
            for (index_t p = i; p < j; ++p) sum += times(t(i, p), g(p, j));
            t(i, j) = -times(sum, tau[j]);
        }
    }
}

/// c = (I - v·t·vᴴ)·c, or with the adjoint of t.
template <class T>
void apply_block_reflector(const matrix<T>& v, const matrix<T>& t, bool adjoint_of_t, const matrix<T>& c) {
    if (c.columns == 0 || v.columns == 0) return;
    const owned_matrix<T> w(v.columns, c.columns), tw(v.columns, c.columns);
    multiply(T(1), adjoint(v), plain(c), T(0), *w);
    multiply(T(1), adjoint_of_t ? adjoint(t) : plain(t), plain(*w), T(0), *tw);
    multiply(T(-1), plain(v), plain(*tw), T(1), c);
}

/// Columns [first, first + k) of what a factorization left in `a` as reflectors, from row first + offset on, with their
/// ones and zeros written out.
template <class T>
owned_matrix<T> reflectors(const matrix<T>& a, index_t first, index_t k, index_t offset) {
    const index_t top = first + offset;
    owned_matrix<T> v(a.rows - top, k);
    for (index_t j = 0; j < k; ++j) {
        (*v)(j, j) = T(1);
        for (index_t i = j + 1; i < v->rows; ++i) (*v)(i, j) = a(top + i, first + j);
    }
    return v;
}

/// The number of columns that are factored before the rest is updated.
inline constexpr index_t panel_columns = 32;
/// Up to this order reflectors are applied one by one, by plain loops: calls of the kernels take longer.
inline constexpr index_t few_columns = 16;

/// xᴴ·y of n elements, in four sums that need not wait for each other.
template <class T>
T overlap(const T* x, const T* y, index_t n) {
    T sums[4] = {};
    index_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (int lane = 0; lane < 4; ++lane) sums[lane] += times(conj(x[i + lane]), y[i + lane]);
    for (; i < n; ++i) sums[0] += times(conj(x[i]), y[i]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// c = (I - tau·v·vᴴ)·c, with the first element of v, which is 1, written out: LAPACK's larf.
template <class T>
void apply_reflector(const T* v, T tau, const matrix<T>& c) {
    for (index_t j = 0; j < c.columns; ++j)
        subtract_column(times(tau, overlap(v, c.column(j), c.rows)), v, c.column(j), c.rows);
}

/// q = the first columns of H₀·H₁ … H₍ₖ₋₁₎, whose vectors stand in the columns of `a`, their ones `offset` rows below
/// the diagonal: LAPACK's orgqr and ungqr. q must not overlap a.
template <class T>
void form_q(const matrix<T>& a, const T* tau, index_t k, const matrix<T>& q, index_t offset = 0) {
    q.set_identity();
    if (q.rows <= few_columns) {
        T v[few_columns] = {T(1)};
        for (index_t i = k - 1; i >= 0; --i) {
            const matrix<T> rest = q.from(i + offset, i + offset);
            const T* const x = a.column(i) + i + offset;
            std::copy(x + 1, x + rest.rows, v + 1);
            apply_reflector(v, tau[i], rest);
        }
        return;
    }
    for (index_t first = (k - 1) / panel_columns * panel_columns; first >= 0 && k > 0; first -= panel_columns) {
        const index_t count = std::min(panel_columns, k - first);
        const owned_matrix<T> v = reflectors(a, first, count, offset), t(count, count);
        make_block_reflector(*v, tau + first, *t);
        apply_block_reflector(*v, *t, false, q.from(first + offset, first + offset));
    }
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
