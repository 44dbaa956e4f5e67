#pragma once

#include "numlane/linalg/norm_order.hpp"
#include "numlane/linalg/stack.hpp"

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

}  // namespace detail
NUMLANE_END_NAMESPACE
