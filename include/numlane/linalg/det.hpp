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

/// Calls body(i, lu, sign) with the LU factorization of each matrix of a stack, and the sign of its permutation.
template <class F, class Body>
void for_each_lu(const matrix_stack<const F>& a, const Body& body) {
    const index_t n = a.rows;
    for_each_matrix(a.count, cubed(n) * 2 / 3, [&](index_t first, index_t last) {
        if constexpr (!is_complex_v<F>) {
            for (; first < last && are_small_systems<F>(n, 0); ++first) {
                elimination_job<F> job = elimination_of(a, first);
                eliminate(job);
                // Its diagonal is all that is wanted: columns that all begin at the same place show it.
                body(first, blas::lapack::matrix<F>{job.pivot, n, n, 0}, job.odd ? F(-1) : F(1));
            }
            if (first == last) return;
        }
        const blas::lapack::owned_matrix<F> lu(n, n);
        std::vector<index_t> pivot(static_cast<std::size_t>(n));
        for (index_t i = first; i < last; ++i) {
            a.read(i, *lu);
            blas::lapack::lu(*lu, pivot.data());
            bool odd = false;
            for (index_t k = 0; k < n; ++k) odd = odd != (pivot[std::size_t(k)] != k);
            body(i, *lu, odd ? F(-1) : F(1));
        }
    });
}

template <class F>
linalg::slogdet_result<F> slogdet(const matrix_stack<const F>& a) {
    using R = real_t<F>;
    linalg::slogdet_result<F> result{array<F>(uninitialized{}, a.batch()), array<R>(uninitialized{}, a.batch())};
    F* const signs = result.sign.data();
    R* const logs = result.logabsdet.data();
    for_each_lu(a, [signs, logs](index_t i, const blas::lapack::matrix<F>& lu, F sign) {
        R log(0);
        for (index_t k = 0; k < lu.rows; ++k) {
            const F d = lu(k, k);
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
/// Returns them as an array of shape (...); that of a single matrix converts to a scalar. 1 for an empty matrix. Throws
/// shape_error unless a is square.
template <array_operand A>
auto det(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    const auto stack = detail::as_square_stack<F>("det", a);
    array<F> result(detail::uninitialized{}, stack.batch());
    F* const out = result.data();
    detail::for_each_lu(stack, [out](index_t i, const blas::lapack::matrix<F>& lu, F product) {
        for (index_t k = 0; k < lu.rows; ++k) product = blas::native_lapack::times(product, lu(k, k));
        out[i] = product;
    });
    return array<F, detail::without_axes<A::rank, 2>>(std::move(result));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
