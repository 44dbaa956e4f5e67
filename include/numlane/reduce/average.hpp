#pragma once

#include "numlane/reduce/mean.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The dtype of averages: a float at least as precise as both.
template <class T, class W>
using average_t =
    std::conditional_t<(kind_of<T> <= kind::integer), promote_t<promote_t<T, W>, double>, promote_t<T, W>>;

[[noreturn]] NUMLANE_COLD inline void throw_weights(const dims<>& weights, const dims<>& shape) {
    throw shape_error(message({"average: weights of shape ", to_string(weights), " do not fit an array of shape ",
                               to_string(shape), ": they take its shape, or one axis with its length"}));
}

/// The weights as an array of `shape`: theirs, or one axis of it.
template <class W>
view<const W> stretched_weights(const view<const W>& w, const axes& axis, const dims<>& shape) {
    if (w.shape() == shape) return w;
    if (w.ndim() != 1 || axis.all() || axis.list().size() != 1) throw_weights(w.shape(), shape);
    const axis_set set = reduced_axes("average", axis, shape);
    dims<> strides = dims<>::with_rank(shape.size());
    for (int i = 0; i < shape.size(); ++i) {
        if (!set.has[i]) continue;
        if (shape[i] != w.shape()[0]) throw_weights(w.shape(), shape);
        strides[i] = w.strides()[0];
    }
    return view<const W>(w.data(), shape, strides, w.memory());
}

}  // namespace detail

/// The mean of all elements: numpy.average without weights.
template <array_operand X>
auto average(const X& x) {
    return mean(x);
}
template <array_operand X>
auto average(const X& x, const axis_options& options) {
    using F = detail::mean_t<typename X::value_type>;
    return detail::mean_along<F>("average", options.axis, detail::as_node(x), options.keepdims, {});
}

/// What average_returned gives: the means, and the sums of the weights that they were divided by.
template <element T>
struct average_result {
    array<T> average, sum_of_weights;
};

/// The weighted means along some axes, sum(x * weights) / sum(weights), and the sums of the weights: numpy.average with
/// returned=True.
///   weights  of the shape of x, or along one axis, which must then be given
///   options  axis, keepdims
/// Throws shape_error if the weights do not fit, error if they sum to 0, index_error for an axis out of range.
template <array_operand X, array_operand W>
auto average_returned(const X& x, const W& weights, const axis_options& options = {}) {
    using R = typename W::value_type;
    using F = detail::average_t<typename X::value_type, R>;
    const auto node = detail::as_node_of<F>(x);
    const view<const R> given = [&] {
        if constexpr (array_like<W>) return view<const R>(weights);
        else return view<const R>(array<R>(weights));
    }();
    const auto w = detail::as_node_of<F>(detail::stretched_weights(given, options.axis, dims<>(node.shape())));
    const auto sum_of = [&](const auto& terms) {
        return detail::accumulate<reducer::sum, detail::add_values, F>(
            "average", terms, {.axis = options.axis, .keepdims = options.keepdims}, F(0));
    };
    array<F> result = sum_of(detail::call_nodes<op::multiply, F>(node, w));
    array<F> scale = sum_of(w);
    for (index_t i = 0; i < result.size(); ++i) {
        if (scale.data()[i] == F(0))
            throw error(detail::message({"average: the weights, of shape ", to_string(dims<>(given.shape())),
                                         ", sum to zero for an array of shape ", to_string(dims<>(node.shape()))}));
        result.data()[i] /= scale.data()[i];
    }
    return average_result<F>{std::move(result), std::move(scale)};
}

/// The weighted means alone: numpy.average with weights; all else as average_returned.
template <array_operand X, array_operand W>
auto average(const X& x, const W& weights, const axis_options& options) {
    return average_returned(x, weights, options).average;
}
template <array_operand X, array_operand W>
auto average(const X& x, const W& weights) {
    return average(x, weights, axis_options{}).item();
}

NUMLANE_END_NAMESPACE
