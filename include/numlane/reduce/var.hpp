#pragma once

#include "numlane/reduce/mean.hpp"
#include "numlane/reduce/var_of_parts.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// |d|² of a node's elements d.
template <class F, class Node>
auto squared(const Node& d) {
    if constexpr (is_complex_v<F>) {
        return call_nodes<op::real, real_t<F>>(call_nodes<op::multiply, F>(d, call_nodes<op::conj, F>(d)));
    } else {
        return call_nodes<op::square, F>(d);
    }
}

/// In two passes, the mean and then the squares of the distances from it: for complex expressions, and where a mask makes
/// the numbers of elements differ. `counts` has the number of elements in each result.
template <class F, bool Root, class Node>
array<real_t<F>> var_about_means(const char* name, const axes& axis, const Node& node, const array<F>& means,
                                 bool keepdims, const element_mask& mask, double ddof,
                                 const array<std::int64_t>& counts) {
    using R = real_t<F>;
    const auto distance = call_nodes<op::subtract, F>(node, as_node(means));
    array<R> result = reduce_axes<value_kernels<reducer::sum, R>, R>({name, axis}, squared<F>(distance), keepdims, mask,
                                                                     R(0), [](index_t) { return as_it_is<R>{R(0)}; });
    for (index_t i = 0; i < result.size(); ++i)
        result.data()[i] = divide_squares<R, Root>(index_t(counts.data()[i]), ddof)(result.data()[i]);
    return result;
}

template <class F, bool Root, class X>
array<real_t<F>> var_along(const char* name, const X& x, const moment_options& options) {
    const auto node = as_node_of<F>(x);
    if constexpr (!is_complex_v<F>) {
        if (!options.where.given())
            return reduce_axes<moment_kernels<F>, F>(
                {name, options.axis}, node, options.keepdims, no_mask(), F(0),
                [&](index_t n) { return divide_squares<F, Root>(n, options.ddof); });
    }
    if constexpr (is_complex_v<F> && is_array_node<std::remove_const_t<decltype(node)>>)
        if (!options.where.given() && node.elements.ndim() < max_rank)
            return var_of_parts<Root>(name, node.elements, options);
    const array<F> means = mean_along<F>(name, options.axis, node, true, options.where);
    array<std::int64_t> counts;
    if (options.where.given()) {
        counts = count_taken(name, options.axis, dims<>(node.shape()), options.keepdims, options.where);
    } else {
        const dims<> shape(node.shape());
        counts = array<std::int64_t>(uninitialized{}, means.shape());
        counts.fill(reduced_size(shape, reduced_axes(name, options.axis, shape)));
    }
    return var_about_means<F, Root>(name, options.axis, node, means, options.keepdims, options.where, options.ddof,
                                    counts);
}

template <class F, bool Root, class X>
real_t<F> var_of_all(const char* name, const X& x) {
    if constexpr (is_complex_v<F>) return var_along<F, Root>(name, x, moment_options{}).item();
    else
        return reduce_whole<moment_kernels<F>, F>({name, axes()}, as_node_of<F>(x),
                                                  [](index_t n) { return divide_squares<F, Root>(n, 0); });
}

}  // namespace detail

/// The variance of all elements, the mean of the squares of their distances from the mean: numpy.var. Real, also of
/// complex numbers; in dtype D, unless given that of mean. In one pass, but for complex expressions, by the updating formula
/// of Chan, Golub and LeVeque on a fixed tree. NaN if there is no element.
template <class D = void, array_operand X>
auto var(const X& x) {
    return detail::var_of_all<detail::mean_or<D, typename X::value_type>, false>("var", x);
}

/// The variances along some axes: numpy.var.
///   options  axis, ddof (the squares are divided by the number of elements less it), keepdims, where
/// With where in two passes, as of complex expressions, and passes that count the mask. NaN or infinite where there are no
/// more elements than ddof. Throws as mean.
template <class D = void, array_operand X>
auto var(const X& x, const moment_options& options) {
    return detail::var_along<detail::mean_or<D, typename X::value_type>, false>("var", x, options);
}

/// The standard deviation of all elements, the root of the variance: numpy.std.
template <class D = void, array_operand X>
auto std(const X& x) {
    return detail::var_of_all<detail::mean_or<D, typename X::value_type>, true>("std", x);
}

/// The standard deviations along some axes: numpy.std. Options as for var.
template <class D = void, array_operand X>
auto std(const X& x, const moment_options& options) {
    return detail::var_along<detail::mean_or<D, typename X::value_type>, true>("std", x, options);
}

NUMLANE_END_NAMESPACE
