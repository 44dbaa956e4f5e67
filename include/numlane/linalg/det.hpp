#pragma once

#include "numlane/linalg/small_systems.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// The determinant is sign·exp(logabsdet).
template <class T, int R = dynamic>
struct slogdet_result {
    array<T, R> sign;
    array<real_t<T>, R> logabsdet;
};

}  // namespace linalg
namespace detail {

/// The diagonal of the triangular factor of a matrix.
template <class F>
struct pivots {
    const F* first;
    index_t step, count;

    const F& operator[](index_t k) const { return first[k * step]; }
};

/// Calls body(i, pivots, sign) for each matrix of a stack, with the sign of the permutation of its LU factorization.
template <class F, class Body>
void for_each_lu(const matrix_stack<const F>& a, const Body& body) {
    const index_t n = a.rows;
    for_each_matrix(a.count, cubed(n) * 2 / 3, [&](index_t first, index_t last) {
        if constexpr (!is_complex_v<F>) {
            for (; first < last && are_small_systems<F>(n, 0); ++first) {
                elimination_job<F> job = elimination_of(a, first);
                eliminate(job);
                body(first, pivots<F>{job.pivot, 1, n}, job.odd ? F(-1) : F(1));
            }
            if (first == last) return;
        }
        const blas::lapack::owned_matrix<F> lu(n, n);
        blas::workspace<index_t> pivot(static_cast<std::size_t>(n));
        for (index_t i = first; i < last; ++i) {
            a.read(i, *lu);
            blas::lapack::lu(*lu, pivot.data());
            bool odd = false;
            for (index_t k = 0; k < n; ++k) odd = odd != (pivot[std::size_t(k)] != k);
            body(i, pivots<F>{lu->data, lu->ld + 1, n}, odd ? F(-1) : F(1));
        }
    });
}

/// x times two to the power of e.
template <class F>
F scaled(const F& x, int e) {
    if constexpr (is_complex_v<F>) return {std::scalbn(x.real(), e), std::scalbn(x.imag(), e)};
    else return std::scalbn(x, e);
}

/// sign times the pivots, of which none is too large or too small on the way; 0 if one is 0, as in NumPy.
template <class F>
F product_of(const pivots<F>& diagonal, F sign) {
    F product = sign;
    if constexpr (!is_complex_v<F>) {
        // Where no partial product leaves the normal numbers, the powers of two below would change nothing. The least of
        // them may have been rounded up to.
        bool normal = true;
        for (index_t k = 0; k < diagonal.count; ++k) {
            product *= diagonal[k];
            normal = normal && std::abs(product) > std::numeric_limits<F>::min();
        }
        if (normal && std::abs(product) <= std::numeric_limits<F>::max()) return product;
        product = sign;
    }
    std::int64_t exponent = 0;
    const auto normalize = [&exponent](const F& x) {  // what frexp does, by the larger part
        int e = 0;
        real_t<F> size = std::abs(std::real(x));
        if (const real_t<F> other = std::abs(std::imag(x)); other > size) size = other;
        if (!(size > 0 && size <= std::numeric_limits<real_t<F>>::max())) return x;
        std::frexp(size, &e);
        exponent += e;
        return scaled(x, -e);
    };
    for (index_t k = 0; k < diagonal.count; ++k)
        if (diagonal[k] == F(0)) return F(0);
    for (index_t k = 0; k < diagonal.count; ++k)
        product = normalize(blas::native_lapack::times(product, normalize(diagonal[k])));
    constexpr int beyond = 4 * std::numeric_limits<real_t<F>>::max_exponent;
    return scaled(product, exponent > beyond ? beyond : exponent < -beyond ? -beyond : int(exponent));
}

template <class F>
linalg::slogdet_result<F> slogdet(const matrix_stack<const F>& a) {
    using R = real_t<F>;
    linalg::slogdet_result<F> result{array<F>(uninitialized{}, a.batch()), array<R>(uninitialized{}, a.batch())};
    F* const signs = result.sign.data();
    R* const logs = result.logabsdet.data();
    for_each_lu(a, [signs, logs](index_t i, const pivots<F>& diagonal, F sign) {
        R log(0);
        for (index_t k = 0; k < diagonal.count; ++k) {
            const F d = diagonal[k];
            const R size = std::abs(d);
            if (size == 0) {
                sign = F(0);
                log = -std::numeric_limits<R>::infinity();
                break;
            }
            if constexpr (is_complex_v<F>) sign = blas::native_lapack::times(sign, d / size);
            else if (d < 0) sign = -sign;
            log += std::log(size);
        }
        signs[i] = sign;
        logs[i] = log;
    });
    return result;
}

}  // namespace detail
namespace linalg {

/// The sign and the logarithm of the magnitude of determinants, which do not overflow: numpy.linalg.slogdet.
///   a     (..., n, n)
/// Returns {sign, logabsdet} of shape (...): 0 and -inf for a singular matrix, 1 and 0 for an empty one. Throws shape_error
/// unless a is square.
template <array_operand A>
auto slogdet(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    constexpr int R = detail::without_axes<A::rank, 2>;
    auto result = detail::slogdet(detail::as_square_stack<F>("slogdet", a));
    return slogdet_result<F, R>{array<F, R>(std::move(result.sign)), array<real_t<F>, R>(std::move(result.logabsdet))};
}

/// Determinants: numpy.linalg.det.
///   a     (..., n, n)
/// Returns them as an array of shape (...); that of a single matrix converts to a scalar. 1 for an empty matrix, 0 where a
/// pivot is 0. Infinite or 0 only where the determinant is too large or too small itself. Throws
/// shape_error unless a is square.
template <array_operand A>
auto det(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    const auto stack = detail::as_square_stack<F>("det", a);
    array<F> result(detail::uninitialized{}, stack.batch());
    F* const out = result.data();
    detail::for_each_lu(stack, [out](index_t i, const detail::pivots<F>& diagonal, F sign) {
        out[i] = detail::product_of(diagonal, sign);
    });
    return array<F, detail::without_axes<A::rank, 2>>(std::move(result));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
