#pragma once

#include "numlane/linalg/svd.hpp"
#include "numlane/linalg/vector_norms.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Norms of the matrices of two axes.
template <class F>
array<real_t<F>> matrix_norms(const char* operation, const view<const F>& x, const linalg::norm_options& options) {
    using R = real_t<F>;
    using form = linalg::norm_order::form;
    constexpr double inf = std::numeric_limits<double>::infinity();
    const linalg::norm_order& ord = options.ord;
    const bool singular = ord.is(2.0) || ord.is(-2.0) || ord.is(form::nuclear);
    const bool columns = ord.is(1.0) || ord.is(-1.0), rows = ord.is(inf) || ord.is(-inf);
    if (ord.is(form::none) || ord.is(form::frobenius))
        return vector_norms(operation, x, {{}, options.axis, options.keepdims});
    if (!singular && !columns && !rows)
        throw error(message({operation, ": the order of a norm of matrices is 1, -1, 2, -2, inf, -inf, fro or nuc"}));
    const view<const F> turned = axes_last(operation, x, options.axis);
    // The singular values, or the sums of the columns or the rows, of each matrix.
    const array<R> parts = singular ? svd(operation, matrix_stack<const F>(turned), svd_parts::values, false).s
                                    : array<R>(sum(abs(turned), {.axis = columns ? -2 : -1}));
    if (ord.is(form::nuclear))
        return with_kept_axes(sum(parts, {.axis = -1}), x.shape(), options.axis, options.keepdims);
    if (parts.shape(-1) == 0) throw_empty_norm(operation, x.shape());
    array<R> result = ord.number() > 0 ? max(parts, {.axis = -1}) : min(parts, {.axis = -1});
    return with_kept_axes(std::move(result), x.shape(), options.axis, options.keepdims);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
