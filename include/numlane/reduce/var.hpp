#pragma once

#include "numlane/reduce/divide_squares.hpp"
#include "numlane/reduce/mean.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class Out, class Node, class Finish>
array<Out> moments_of_numbers(const reduction_request& request, const Node& node, bool keepdims,
                              const element_mask& mask, const Finish& finish) {
    using R = typename Node::value_type;
    return reduce_axes<moment_kernels<R, true>, Out>(request, node, keepdims, mask, std::numeric_limits<R>::quiet_NaN(),
                                                     [&](index_t) { return finish; });
}

/// The variances, or their roots, of those elements that are no NaN and that the mask takes. `part<Op>()` are the real
/// elements (Op is void), or the parts of complex ones, which have a pass each.
template <class F, bool Root, class Part>
array<real_t<F>> var_of_numbers(const reduction_request& request, const moment_options& options, bool may_be_infinite,
                                const Part& part) {
    using R = real_t<F>;
    const divide_squares_of_numbers<R, Root> finish{options.ddof, may_be_infinite};
    if constexpr (!is_complex_v<F>) {
        return moments_of_numbers<R>(request, part.template operator()<void>(), options.keepdims, options.where,
                                     finish);
    } else {
        using C = std::complex<R>;
        const squares_and_number<R> both;
        const array<C> re =
            moments_of_numbers<C>(request, part.template operator()<op::real>(), options.keepdims, options.where, both);
        const array<C> im =
            moments_of_numbers<C>(request, part.template operator()<op::imag>(), options.keepdims, options.where, both);
        array<R> result(uninitialized{}, re.shape());
        for (index_t i = 0; i < result.size(); ++i)
            result.data()[i] = finish(R(0), C(re.data()[i].real() + im.data()[i].real(), re.data()[i].imag()));
        return result;
    }
}

/// A node of real numbers, or with Op one part of complex ones.
template <class Op, class Node>
auto part_of(const Node& node) {
    if constexpr (std::is_void_v<Op>) return node;
    else return call_nodes<Op, real_t<typename Node::value_type>>(node);
}
/// The elements of one node with `value` where another, of bool, is false.
template <class Taken, class Node>
auto where_taken(const Taken& taken, const Node& node, typename Node::value_type value) {
    using T = typename Node::value_type;
    return call_nodes<op::where, T>(taken, node, constant_node<T>{value});
}

template <class F, bool Root, class X>
array<real_t<F>> var_along(const char* name, const X& x, const moment_options& options) {
    using R = real_t<F>;
    const auto node = as_node_of<F>(x);
    const reduction_request request{name, options.axis};
    if (options.where.given())
        return var_of_numbers<F, Root>(request, options, true, [&]<class Op>() {
            const auto part = part_of<Op>(node);
            if constexpr (kind_of<typename X::value_type> < kind::floating) return part;
            // NaN among the elements taken is to make the result NaN; infinity does it too.
            else return where_taken(call_nodes<op::equal, bool>(part, part), part, std::numeric_limits<R>::infinity());
        });
    return reduce_axes<moment_kernels<F>, R>(request, node, options.keepdims, no_mask(), F(0), [&](index_t n) {
        return divide_squares<R, Root>(double(n), options.ddof);
    });
}

template <class F, bool Root, class X>
real_t<F> var_of_all(const char* name, const X& x) {
    using R = real_t<F>;
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
/// With where in one pass as well, of complex numbers one for each part. NaN or infinite where there are no more elements
/// than ddof. Throws as mean.
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
