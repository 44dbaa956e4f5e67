#pragma once

#include "numlane/linalg/matrix_norms.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class F>
array<real_t<F>> norms(const view<const F>& x, linalg::norm_options options) {
    const bool all = options.axis.size() == 0;
    if (all && options.ord.is(linalg::norm_order::form::none)) return vector_norms("norm", x, options);
    if (all) options.axis = all_axes(x.ndim());
    if (options.axis.size() == 1) return vector_norms("norm", x, options);
    if (options.axis.size() == 2) return matrix_norms("norm", x, options);
    throw shape_error(
        message({"norm: over one axis it is that of vectors, over two that of matrices; not over those of shape ",
                 to_string(x.shape())}));
}

}  // namespace detail
namespace linalg {

/// The square root of the sum of the squares of all elements: numpy.linalg.norm. In the real dtype of x, float64 for
/// integers. Sums on the tree of sum; of a real expression in one pass.
template <array_operand X>
auto norm(const X& x) {
    using F = detail::linalg_t<typename X::value_type>;
    if constexpr (is_complex_v<F>) {
        const view<const F> v = detail::as_elements<F>(x);
        return std::sqrt(sum(square(real(v)) + square(imag(v))));
    } else {
        return std::sqrt(sum(detail::call_nodes<op::square, F>(detail::as_node_of<F>(x))));
    }
}

/// A norm of a vector or a matrix: numpy.linalg.norm(x, ord).
///   x     of one axis: ord is any number (0 counts, inf and -inf are extremes) ; of two: 1, -1, inf, -inf (sums of columns and
///         rows), 2, -2 (singular values), "fro", "nuc"
/// Throws shape_error for other shapes and where the norm of no elements is not defined, error for other orders.
template <array_operand X>
auto norm(const X& x, norm_order ord) {
    using F = detail::linalg_t<typename X::value_type>;
    return detail::norms(detail::as_elements<F>(x), {.ord = ord}).item();
}

/// Norms along axes: numpy.linalg.norm(x, ord, axis, keepdims).
///   options  {.ord = 1, .axis = 0, .keepdims = true}; one axis: norms of vectors, two ({.axis = {0, 1}}): of matrices, rows
///            along the first of them
/// Returns an array. Throws as above, and index_error for an axis out of range.
template <array_operand X>
auto norm(const X& x, const norm_options& options) {
    using F = detail::linalg_t<typename X::value_type>;
    return detail::norms(detail::as_elements<F>(x), options);
}

/// Norms of vectors, along any axes taken together, or of all elements: numpy.linalg.vector_norm. As norm.
template <array_operand X>
auto vector_norm(const X& x, const norm_options& options = {}) {
    using F = detail::linalg_t<typename X::value_type>;
    return detail::vector_norms("vector_norm", detail::as_elements<F>(x), options);
}

/// Norms of the matrices of the last two axes: numpy.linalg.matrix_norm. As norm.
template <array_operand X>
auto matrix_norm(const X& x, norm_options options = {}) {
    using F = detail::linalg_t<typename X::value_type>;
    const view<const F> v = detail::as_elements<F>(x);
    if (v.ndim() < 2) detail::throw_not_matrices("matrix_norm", v.shape());
    if (options.axis.size() == 0) options.axis = dims<>(-2, -1);
    if (options.axis.size() != 2)
        throw shape_error(detail::message({"matrix_norm: matrices have two axes, not ", to_string(options.axis)}));
    return detail::matrix_norms("matrix_norm", v, options);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
