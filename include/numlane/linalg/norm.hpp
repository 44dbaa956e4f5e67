#pragma once

#include "numlane/linalg/norm_order.hpp"
#include "numlane/linalg/svd.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The sum of n numbers by halves, whose error grows with the logarithm of n.
inline double sum_by_halves(const double* x, index_t n) {
    if (n > 16) return sum_by_halves(x, n / 2) + sum_by_halves(x + n / 2, n - n / 2);
    double total = 0;
    for (index_t i = 0; i < n; ++i) total += x[i];
    return total;
}
/// The largest (sign 1) or smallest (sign -1) of n numbers, NaN if one of them is.
inline double extreme(const char* operation, const double* x, index_t n, double sign) {
    if (n == 0) throw shape_error(std::string(operation) + ": the norm of no elements is not defined in this order");
    double best = x[0];
    for (index_t i = 1; i < n && best == best; ++i)
        if (!(sign * x[i] <= sign * best)) best = x[i];
    return best;
}

/// The norm of n magnitudes, which are overwritten.
inline double norm_of_vector(const char* operation, double* x, index_t n, const linalg::norm_order& ord) {
    using form = linalg::norm_order::form;
    constexpr double inf = std::numeric_limits<double>::infinity();
    if (ord.is(form::frobenius) || ord.is(form::nuclear))
        throw error(std::string(operation) + ": fro and nuc are orders of matrices, not of vectors");
    if (ord.is(inf)) return extreme(operation, x, n, 1);
    if (ord.is(-inf)) return extreme(operation, x, n, -1);
    if (ord.is(1.0)) return sum_by_halves(x, n);
    const bool euclidean = ord.is(form::none) || ord.is(2.0);
    for (index_t i = 0; i < n; ++i) {
        if (euclidean) x[i] *= x[i];
        else if (ord.is(0.0)) x[i] = x[i] != 0;
        else x[i] = std::pow(x[i], ord.number());
    }
    const double total = sum_by_halves(x, n);
    return euclidean ? std::sqrt(total) : ord.is(0.0) ? total : std::pow(total, 1 / ord.number());
}

template <class F>
double magnitude_of(const F& x) {
    if constexpr (is_complex_v<F>) return std::hypot(double(x.real()), double(x.imag()));
    else return std::abs(double(x));
}

/// v with the given axes moved to the end, in their order; throws index_error and shape_error.
template <class F>
view<const F> axes_last(const char* operation, const view<const F>& v, const dims<>& axes) {
    dims<> order = dims<>::with_rank(v.ndim());
    bool moved[max_rank] = {};
    const int kept = v.ndim() - axes.size();
    for (int i = 0; i < axes.size(); ++i) {
        const int axis = normalize_axis(axes[i], v.ndim());
        if (moved[axis]) throw shape_error(std::string(operation) + ": an axis is repeated in " + to_string(axes));
        moved[axis] = true;
        order[kept + i] = axis;
    }
    for (int axis = 0, at = 0; axis < v.ndim(); ++axis)
        if (!moved[axis]) order[at++] = axis;
    return v.transpose(order);
}

/// The result of a reduction over axes, with extents of 1 in their place where they are kept.
template <class R>
array<R> with_kept_axes(array<R> result, const dims<>& shape, const dims<>& axes, bool keepdims) {
    if (!keepdims) return result;
    dims<> kept = shape;
    for (index_t axis : axes) kept[normalize_axis(axis, shape.size())] = 1;
    return array<R>(result.reshape(kept));
}

inline dims<> all_axes(int rank) {
    dims<> axes = dims<>::with_rank(rank);
    for (int axis = 0; axis < rank; ++axis) axes[axis] = axis;
    return axes;
}

/// Norms of the vectors along the given axes, taken together.
template <class F>
array<real_t<F>> vector_norms(const char* operation, const view<const F>& x, const linalg::norm_options& options) {
    const dims<> axes = options.axis.size() == 0 ? all_axes(x.ndim()) : options.axis;
    const view<const F> turned = axes_last(operation, x, axes);
    dims<> batch = dims<>::with_rank(x.ndim() - axes.size()), inner = axes, inner_strides = axes;
    for (int axis = 0; axis < batch.size(); ++axis) batch[axis] = turned.shape()[axis];
    for (int i = 0; i < axes.size(); ++i) {
        inner[i] = turned.shape()[batch.size() + i];
        inner_strides[i] = turned.strides()[batch.size() + i];
    }
    array<real_t<F>> result(uninitialized{}, batch);
    std::vector<double> magnitudes;
    const index_t length = shape_size(inner);
    for (index_t i = 0; i < result.size(); ++i) {
        index_t at = 0, left = i;
        for (int axis = batch.size() - 1; axis >= 0; --axis) {
            at += left % batch[axis] * turned.strides()[axis];
            left /= batch[axis];
        }
        magnitudes.clear();
        magnitudes.reserve(std::size_t(length));
        if (length > 0)
            for (const F& value : view<const F>(turned.data() + at, inner, inner_strides))
                magnitudes.push_back(magnitude_of(value));
        result.data()[i] = real_t<F>(norm_of_vector(operation, magnitudes.data(), length, options.ord));
    }
    return with_kept_axes(std::move(result), x.shape(), axes, options.keepdims);
}

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

template <class F>
array<real_t<F>> norms(const view<const F>& x, linalg::norm_options options) {
    const bool all = options.axis.size() == 0;
    if (all && options.ord.is(linalg::norm_order::form::none)) return vector_norms("norm", x, options);
    if (all) options.axis = all_axes(x.ndim());
    if (options.axis.size() == 1) return vector_norms("norm", x, options);
    if (options.axis.size() == 2) return matrix_norms("norm", x, options);
    throw shape_error("norm: over one axis it is that of vectors, over two that of matrices; not over those of shape " +
                      to_string(x.shape()));
}

}  // namespace detail
namespace linalg {

/// The square root of the sum of the squares of all elements: numpy.linalg.norm. In the real dtype of x, float64 for
/// integers. Sums on the tree of sum.
template <array_operand X>
auto norm(const X& x) {
    using F = detail::linalg_t<typename X::value_type>;
    const view<const F> v = detail::as_elements<F>(x);
    if constexpr (is_complex_v<F>) return std::sqrt(sum(square(real(v)) + square(imag(v))));
    else return std::sqrt(sum(square(v)));
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
        throw shape_error("matrix_norm: matrices have two axes, not " + to_string(options.axis));
    return detail::matrix_norms("matrix_norm", v, options);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
