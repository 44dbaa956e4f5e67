#pragma once

#include "numlane/reduce/count.hpp"
#include "numlane/reduce/sum.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The dtype of means: float64 for bool and integers.
template <class T>
using mean_t = std::conditional_t<(kind_of<T> >= kind::floating), T, double>;
template <class D, class T>
using mean_or = std::conditional_t<std::is_void_v<D>, mean_t<T>, D>;

template <class F>
struct divide_sum {
    F n;
    using result_program = program::call<op::divide, F, program::load<F, 0>, program::constant<F, 0>>;
    kernel_constant constant() const {
        kernel_constant c;
        __builtin_memcpy(c.bytes, &n, sizeof n);
        return c;
    }
    F operator()(F sum) const { return sum / n; }
    F empty(const dims<>&) const { return F(0) / F(0); }
};
template <class R>
struct divide_sum<std::complex<R>> {
    using F = std::complex<R>;
    R n;
    F operator()(const F& sum) const { return sum / n; }
    F empty(const dims<>&) const { return F(0) / R(0); }
};

/// Truth values whose sums in F are as good as how many are true.
template <class F, class T>
inline constexpr bool is_counted = std::is_same_v<F, double> && std::is_same_v<T, bool>;
struct divide_count {
    double n;
    using result_program = program::call<op::divide, double, program::as<double, program::load<std::int64_t, 0>>,
                                         program::constant<double, 0>>;
    kernel_constant constant() const {
        kernel_constant c;
        __builtin_memcpy(c.bytes, &n, sizeof n);
        return c;
    }
    double operator()(std::int64_t count) const { return double(count) / n; }
    double empty(const dims<>&) const { return (*this)(0); }
};

/// What the accumulators hold, and what there is of nothing.
template <class T>
struct as_it_is {
    T neutral;
    bool keeps_value() const { return true; }
    T operator()(const T& value) const { return value; }
    T empty(const dims<>&) const { return neutral; }
};

/// How many elements of a node of bool are true along some axes.
template <class Node, class Mask>
array<std::int64_t> count_along(const char* name, const axes& axis, const Node& node, bool keepdims, const Mask& mask) {
    return reduce_axes<count_kernels, std::int64_t>({name, axis}, node, keepdims, mask, 0,
                                                    [](index_t) { return as_it_is<std::int64_t>{0}; });
}

/// How many elements of an array of `shape` the mask takes.
template <class Mask>
array<std::int64_t> count_taken(const char* name, const axes& axis, const dims<>& shape, bool keepdims,
                                const Mask& mask) {
    const view<const bool>& m = mask.mask();
    const view<const bool> stretched(m.data(), shape, broadcast_strides(m.shape(), m.strides(), shape, name),
                                     m.memory());
    return count_along(name, axis, as_node(stretched), keepdims, no_mask());
}

template <class F>
void divide_by_counts(array<F>& sums, const array<std::int64_t>& counts) {
    for (index_t i = 0; i < sums.size(); ++i) sums.data()[i] /= real_t<F>(counts.data()[i]);
}

template <class F, class Node>
array<F> mean_along(const char* name, const axes& axis, const Node& node, bool keepdims, const element_mask& mask) {
    using kernels = value_kernels<reducer::sum, F>;
    if constexpr (is_counted<F, typename Node::value_type>)
        if (!mask.given())
            return reduce_axes<count_kernels, F>({name, axis}, node, keepdims, no_mask(), 0,
                                                 [](index_t n) { return divide_count{double(n)}; });
    if (!mask.given())
        return reduce_axes<kernels, F>({name, axis}, node, keepdims, no_mask(), F(0),
                                       [](index_t n) { return divide_sum<F>{real_t<F>(n)}; });
    array<F> sums =
        reduce_axes<kernels, F>({name, axis}, node, keepdims, mask, F(0), [](index_t) { return as_it_is<F>{F(0)}; });
    divide_by_counts(sums, count_taken(name, axis, dims<>(node.shape()), keepdims, mask));
    return sums;
}

}  // namespace detail

/// The mean of all elements: numpy.mean. In dtype D, unless given float64 for bool and integers and the dtype of x
/// otherwise. NaN if there is no element.
template <class D = void, array_operand X>
auto mean(const X& x) {
    using F = detail::mean_or<D, typename X::value_type>;
    static_assert(kind_of<F> >= kind::floating, "mean: the dtype must be of floats");
    const auto node = detail::as_node(x);
    const auto n = real_t<F>(shape_size(node.shape()));
    if constexpr (detail::is_counted<F, typename X::value_type>) return F(detail::count_true_elements(node)) / n;
    else return F(detail::sum_as<F>(node) / n);
}

/// The means along some axes: numpy.mean.
///   options  axis, keepdims; where, a bool mask that broadcasts to the shape of x
/// Throws index_error for an axis out of range or repeated, shape_error if the mask does not broadcast.
template <class D = void, array_operand X>
auto mean(const X& x, const mean_options& options) {
    using F = detail::mean_or<D, typename X::value_type>;
    static_assert(kind_of<F> >= kind::floating, "mean: the dtype must be of floats");
    return detail::mean_along<F>("mean", options.axis, detail::as_node(x), options.keepdims, options.where);
}

NUMLANE_END_NAMESPACE
