#pragma once

#include <optional>

#include "numlane/array/arange.hpp"
#include "numlane/linalg/cutoff.hpp"
#include "numlane/linalg/svd.hpp"
#include "numlane/manip/broadcast_to.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

struct matrix_rank_options {
    std::optional<cutoff> tol = std::nullopt;
    bool hermitian = false;
};

}  // namespace linalg
namespace detail {

template <class F>
array<std::int64_t> matrix_rank(const view<const F>& a, const linalg::matrix_rank_options& options) {
    using R = real_t<F>;
    if (a.ndim() < 2) {
        array<std::int64_t> rank(zeroed{}, dims<>::with_rank(0));
        for (const F& x : a) rank.data()[0] |= x != F(0);
        return rank;
    }
    const matrix_stack<const F> stack(a);
    const index_t m = stack.rows, n = stack.columns, k = m < n ? m : n;
    if (k == 0 && !options.tol)
        throw shape_error(
            message({"matrix_rank: a matrix of shape ", to_string(a.shape()), " has no largest singular value"}));
    const array<R> s = svd("matrix_rank", stack, svd_parts::values, options.hermitian).s;
    array<double> tol;
    if (options.tol) {
        tol = options.tol->values();
    } else {
        tol = array<double>(uninitialized{}, stack.batch());
        for (index_t i = 0; i < stack.count; ++i)
            tol.data()[i] = double(s.data()[i * k] * R(m > n ? m : n) * std::numeric_limits<R>::epsilon());
    }
    const std::string what = message({"matrix_rank: matrices of shape ", to_string(a.shape()), " and tol"});
    const dims<> shape = broadcast_shapes(stack.batch(), tol.shape(), what.c_str());
    const array<double> limit = broadcast_to(tol, shape);
    const array<std::int64_t> matrix = broadcast_to(arange<std::int64_t>(stack.count).reshape(stack.batch()), shape);
    array<std::int64_t> result(zeroed{}, shape);
    for (index_t i = 0; i < result.size(); ++i)
        for (index_t j = 0; j < k; ++j)
            result.data()[i] += double(s.data()[matrix.data()[i] * k + j]) > limit.data()[i];
    return result;
}

}  // namespace detail
namespace linalg {

/// The ranks of matrices: how many singular values are greater than a tolerance: numpy.linalg.matrix_rank.
///   a        (..., m, n); of fewer axes, the rank is 1 unless all elements are 0
///   options  {.tol = t}, a number or an array that broadcasts with (...); the default is the largest singular value times
///            max(m, n)·eps. {.hermitian = true}: a is Hermitian
/// Returns an int64 array of shape (...), or what tol broadcasts it to; that of a single matrix converts to a scalar. Throws
/// shape_error for empty matrices without a tolerance, or if tol does not fit, linalg_error as svd.
template <array_operand A>
array<std::int64_t> matrix_rank(const A& a, matrix_rank_options options = {}) {
    using F = detail::linalg_t<typename A::value_type>;
    return detail::matrix_rank(detail::as_elements<F>(a), options);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
