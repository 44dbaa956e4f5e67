#pragma once

#include "numlane/reduce/divide_squares.hpp"
#include "numlane/reduce/mean.hpp"
#include "numlane/reduce/without_nan.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A number of dtype F, of complex ones with both parts `value`.
template <class F>
F of_parts(real_t<F> value) {
    if constexpr (is_complex_v<F>) return {value, value};
    else return value;
}

/// The variances, or their roots, of those elements that are no NaN and that the mask takes.
template <class F, bool Root, class Node>
array<real_t<F>> var_of_numbers(const reduction_request& request, const moment_options& options, bool may_be_infinite,
                                const Node& node) {
    using R = real_t<F>;
    return reduce_axes<moment_kernels<F, true>, R>(
        request, node, options.keepdims, options.where, of_parts<F>(std::numeric_limits<R>::quiet_NaN()),
        [&](index_t) { return divide_squares_of_numbers<R, Root>{options.ddof, may_be_infinite}; });
}

/// The variance of n truth values, of which `count` are true: the squares add up to count (1 - count / n).
template <bool Root>
struct variance_of_count {
    double n;
    divide_squares<double, Root> squares;

    double operator()(std::int64_t count) const { return squares(double(count) * (n - double(count)) / n); }
    double empty(const dims<>& shape) const { return squares.empty(shape); }
};
template <bool Root>
auto variance_of_counts(double ddof) {
    return [ddof](index_t n) { return variance_of_count<Root>{double(n), {double(n), ddof}}; };
}

template <class F, bool Root, class X>
array<real_t<F>> var_along(const char* name, const X& x, const moment_options& options) {
    using R = real_t<F>;
    const reduction_request request{name, options.axis};
    // NaN among the elements taken is to make the result NaN; infinity does it too.
    if (options.where.given()) {
        using T = typename X::value_type;
        const T infinity = of_parts<T>(std::numeric_limits<real_t<T>>::infinity());
        return var_of_numbers<F, Root>(request, options, true, as_node_of<F>(number_or(infinity, as_node(x))));
    }
    if constexpr (is_counted<F, typename X::value_type>)
        return reduce_axes<count_kernels, R>(request, as_node(x), options.keepdims, no_mask(), 0,
                                             variance_of_counts<Root>(options.ddof));
    else
        return reduce_axes<moment_kernels<F>, R>(
            request, as_node_of<F>(x), options.keepdims, no_mask(), F(0),
            [&](index_t n) { return divide_squares<R, Root>(double(n), options.ddof); });
}

template <class F, bool Root, class X>
real_t<F> var_of_all(const char* name, const X& x) {
    using R = real_t<F>;
    if constexpr (is_counted<F, typename X::value_type>)
        return reduce_whole<count_kernels, R>({name, axes()}, as_node(x), variance_of_counts<Root>(0));
    else
        return reduce_whole<moment_kernels<F>, R>({name, axes()}, as_node_of<F>(x),
                                                  [](index_t n) { return divide_squares<R, Root>(double(n), 0); });
}

}  // namespace detail

/// The variance of all elements, the mean of the squares of their distances from the mean: numpy.var. Real, also of
/// complex numbers; in dtype D, unless given that of mean. In one pass, by the updating formula of Chan, Golub and LeVeque on
/// a fixed tree. NaN if there is no element, or if differences of elements are out of range, where NumPy's is infinite.
template <class D = void, array_operand X>
auto var(const X& x) {
    return detail::var_of_all<detail::mean_or<D, typename X::value_type>, false>("var", x);
}

/// The variances along some axes: numpy.var.
///   options  axis, ddof (the squares are divided by the number of elements less it), keepdims, where
/// NaN or infinite where there are no more elements than ddof. Throws as mean.
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
