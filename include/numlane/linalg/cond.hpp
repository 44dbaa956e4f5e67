#pragma once

#include "numlane/linalg/norm.hpp"
#include "numlane/linalg/solve.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class F>
array<real_t<F>> cond(const matrix_stack<const F>& a, const linalg::norm_order& p) {
    using R = real_t<F>;
    const index_t m = a.rows, n = a.columns, k = m < n ? m : n;
    if (m == 0 || n == 0)
        throw linalg_error(
            message({"cond: an empty matrix has no condition number; the shape is ", to_string(a.elements.shape())}));
    array<R> result(uninitialized{}, a.batch());
    if (p.is(linalg::norm_order::form::none) || p.is(2.0) || p.is(-2.0)) {
        const array<R> s = svd("cond", a, svd_parts::values, false).s;
        for (index_t i = 0; i < a.count; ++i) {
            const R largest = s.data()[i * k], least = s.data()[i * k + k - 1];
            result.data()[i] = p.is(-2.0) ? least / largest : largest / least;
        }
    } else {
        if (m != n) throw_not_square("cond", a.elements.shape());
        const linalg::norm_options options{.ord = p, .axis = {-2, -1}};
        const array<F> inverse = detail::inverse("cond", a, singular_gives_nan{});
        const array<R> of_a = matrix_norms("cond", a.elements, options);
        const array<R> of_inverse = matrix_norms<F>("cond", inverse.as_view(), options);
        for (index_t i = 0; i < a.count; ++i) result.data()[i] = of_a.data()[i] * of_inverse.data()[i];
    }
    // What is not defined is infinite, unless it comes from NaN in the matrix.
    const blas::lapack::owned_matrix<F> copy(m, n);
    for (index_t i = 0; i < a.count; ++i) {
        if (result.data()[i] == result.data()[i]) continue;
        a.read(i, *copy);
        bool nan = false;
        for (index_t c = 0; c < n; ++c)
            for (index_t r = 0; r < m; ++r) nan = nan || (*copy)(r, c) != (*copy)(r, c);
        if (!nan) result.data()[i] = std::numeric_limits<R>::infinity();
    }
    return result;
}

}  // namespace detail
namespace linalg {

/// Condition numbers, the norm of a matrix times that of its inverse: numpy.linalg.cond.
///   a     (..., m, n); (..., n, n) unless p is 2 or -2
///   p     the order of the norm, see norm; by default 2, by the singular values
/// Returns an array of shape (...), infinite for singular matrices; that of a single matrix converts to a scalar. Throws
/// linalg_error for empty matrices and as svd, shape_error where a must be square.
template <array_operand A>
auto cond(const A& a, norm_order p = {}) {
    using F = detail::linalg_t<typename A::value_type>;
    return array<real_t<F>, detail::without_axes<A::rank, 2>>(detail::cond(detail::as_stack<F>("cond", a), p));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
