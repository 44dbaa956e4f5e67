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
    const matrix_stack<const F> stack(axes_last(operation, x, options.axis));
    const index_t m = stack.rows, n = stack.columns, k = m < n ? m : n;
    array<R> result(uninitialized{}, stack.batch());
    const bool singular = ord.is(2.0) || ord.is(-2.0) || ord.is(form::nuclear);
    const bool columns = ord.is(1.0) || ord.is(-1.0), rows = ord.is(inf) || ord.is(-inf);
    if (!singular && !columns && !rows && !ord.is(form::none) && !ord.is(form::frobenius))
        throw error(std::string(operation) +
                    ": the order of a norm of matrices is 1, -1, 2, -2, inf, -inf, fro or nuc");
    array<R> s;
    if (singular) s = svd(operation, stack, svd_parts::values, false).s;
    std::vector<double> line(std::size_t(m > n ? m : n)), sums(std::size_t(m > n ? m : n));
    const auto [down, right] = std::pair(stack.strides()[0], stack.strides()[1]);
    for (index_t i = 0; i < stack.count; ++i) {
        const F* const a = stack.elements.data() == nullptr ? nullptr : stack.elements.data() + stack.offset(i);
        double norm = 0;
        if (singular) {
            for (index_t j = 0; j < k; ++j) sums[std::size_t(j)] = double(s.data()[i * k + j]);
            norm = ord.is(form::nuclear) ? sum_by_halves(sums.data(), k)
                                         : extreme(operation, sums.data(), k, ord.is(2.0) ? 1 : -1);
        } else {
            const index_t outer = columns ? n : m, inner = columns ? m : n;
            const index_t outer_step = columns ? right : down, inner_step = columns ? down : right;
            for (index_t p = 0; p < outer; ++p) {
                for (index_t q = 0; q < inner; ++q) {
                    const double size = magnitude_of(a[p * outer_step + q * inner_step]);
                    line[std::size_t(q)] = columns || rows ? size : size * size;
                }
                sums[std::size_t(p)] = sum_by_halves(line.data(), inner);
            }
            norm = columns || rows ? extreme(operation, sums.data(), outer, ord.number() > 0 ? 1 : -1)
                                   : std::sqrt(sum_by_halves(sums.data(), outer));
        }
        result.data()[i] = R(norm);
    }
    return with_kept_axes(std::move(result), x.shape(), options.axis, options.keepdims);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
