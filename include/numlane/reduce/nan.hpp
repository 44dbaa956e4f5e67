#pragma once

#include "numlane/reduce/argextrema.hpp"
#include "numlane/reduce/prod.hpp"
#include "numlane/reduce/truth.hpp"
#include "numlane/reduce/var.hpp"

// Reductions that leave NaN out. The choice is part of the pass over memory; nothing is copied. nanmean of complex numbers, or of
// what a mask takes, counts in a second pass, and extrema look again where there may have been nothing but NaN. Of bool and
// integers, they are the plain reductions.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The kernels of a reduction in F with Value for NaN: those of an array of F take it as it lies.
template <class Reducer, class F, int Value, class X>
using without_nan_kernels =
    std::conditional_t<array_like<X> && std::is_floating_point_v<F> && std::is_same_v<typename X::value_type, F>,
                       number_kernels<Reducer, F, Value>, value_kernels<Reducer, F>>;

/// The mean of what is no NaN, of its sum and how many elements it is.
template <class F>
struct mean_of_numbers {
    F operator()(const F& sum, std::int64_t count) const { return sum / real_t<F>(count); }
    F empty(const dims<>&) const { return (*this)(F(0), 0); }
};

template <class F, class X>
array<F> nanmean_along(const char* name, const X& x, const axes& axis, bool keepdims, const element_mask& mask) {
    const auto node = as_node_of<F>(x);
    const auto in_two_passes = [&] {
        array<F> sums = reduce_axes<value_kernels<reducer::sum, F>, F>(
            {name, axis}, without_nan(node, 0), keepdims, mask, F(0), [](index_t) { return as_it_is<F>{F(0)}; });
        divide_by_counts(sums, count_along(name, axis, not_nan_of(node), keepdims, mask));
        return sums;
    };
    if constexpr (is_complex_v<F>) {
        return in_two_passes();
    } else {
        if (mask.given()) return in_two_passes();
        return reduce_axes<pair_kernels<sum_and_count<F>, F, std::int64_t>, F>(
            {name, axis}, node, keepdims, no_mask(), F(0), [](index_t) { return mean_of_numbers<F>(); });
    }
}

template <class F, bool Root, class X>
array<real_t<F>> nanvar_along(const char* name, const X& x, const moment_options& options) {
    const auto node = as_node_of<F>(x);
    const reduction_request request{name, options.axis};
    // Of complex numbers, one part may be a number where the other is none.
    if constexpr (is_complex_v<F>)
        return var_of_numbers<F, Root>(request, options, false,
                                       number_or(of_parts<F>(std::numeric_limits<real_t<F>>::quiet_NaN()), node));
    else return var_of_numbers<F, Root>(request, options, false, node);
}

template <class Reducer, class X>
auto nan_extrema_along(const char* name, const X& x, const reduce_options& options) {
    using T = typename X::value_type;
    if constexpr (!may_be_nan<T>) {
        return extrema_along<Reducer, T>(name, as_node(x), options);
    } else {
        constexpr T limit = farthest<Reducer, T>();
        const auto node = [&] {
            if constexpr (is_complex_v<T>) return without_nan(x, limit);
            else return as_node(x);
        }();
        array<T> result = extrema_along<reducer::of_numbers<Reducer>, T>(name, node, options);
        // The limit may stand for nothing but NaN.
        bool doubtful = count_true_elements(call_nodes<op::equal, bool>(as_node(result), constant_node<T>{limit})) != 0;
        if (options.initial.given()) {
            const T initial = options.initial.template as<T>(name);
            doubtful = doubtful && initial != initial;
        }
        if (!doubtful) return result;
        const array<bool> numbers = truth_along<reducer::maximum>(
            name, not_nan_of(as_node(x)), {.axis = options.axis, .keepdims = options.keepdims, .where = options.where});
        const array<T> with_nan = extrema_along<Reducer, T>(name, as_node(x), options);
        for (index_t i = 0; i < result.size(); ++i)
            if (!numbers.data()[i]) result.data()[i] = with_nan.data()[i];
        return result;
    }
}

template <class Reducer, class X>
array<std::int64_t> nan_located_along(const char* name, const X& x, const axis_options& options) {
    using T = typename X::value_type;
    if constexpr (may_be_nan<T>) {
        const auto has_marks = [](const array<std::int64_t>& indices) {
            bool any = false;
            for (const std::int64_t index : indices) any = any || index < 0;
            return any;
        };
        array<std::int64_t> found = located_along<Reducer, true>(name, x, options);
        if (!has_marks(found)) return found;
        found = located_along<Reducer, true>(name, without_nan(x, farthest<Reducer, T>()), options);
        if (!has_marks(found)) return found;
        const array<bool> numbers =
            truth_along<reducer::maximum>(name, not_nan_of(as_node(x)), {.axis = options.axis, .keepdims = true});
        for (const bool number : numbers)
            if (!number)
                throw error(
                    message({name, ": All-NaN slice encountered in an array of shape ", to_string(dims<>(x.shape()))}));
        for (std::int64_t& index : found) index = index < 0 ? ~index : index;
        return found;
    } else {
        return located_along<Reducer>(name, x, options);
    }
}

}  // namespace detail

/// The sum of what is not NaN: numpy.nansum, as sum.
template <class D = void, array_operand X>
auto nansum(const X& x) {
    if constexpr (std::is_void_v<D>) return sum(detail::without_nan(x, 0));
    else return sum<D>(detail::without_nan(x, 0));
}
template <class D = void, array_operand X>
auto nansum(const X& x, const reduce_options& options) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    using Kernels = detail::without_nan_kernels<reducer::sum, S, 0, X>;
    return detail::accumulate<reducer::sum, detail::add_values, S, Kernels>("nansum", detail::without_nan(x, 0),
                                                                            options, S(0));
}

/// The product of what is not NaN: numpy.nanprod, as prod.
template <class D = void, array_operand X>
auto nanprod(const X& x) {
    return prod<D>(detail::without_nan(x, 1));
}
template <class D = void, array_operand X>
auto nanprod(const X& x, const reduce_options& options) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    using Kernels = detail::without_nan_kernels<reducer::product, S, 1, X>;
    return detail::accumulate<reducer::product, detail::multiply_factors, S, Kernels>(
        "nanprod", detail::without_nan(x, 1), options, S(1));
}

/// The smallest element that is not NaN: numpy.nanmin, as min. NaN if all are.
template <array_operand X>
auto nanmin(const X& x, const reduce_options& options) {
    return detail::nan_extrema_along<reducer::minimum>("nanmin", x, options);
}
template <array_operand X>
auto nanmin(const X& x) {
    return nanmin(x, {}).item();
}

/// The largest element that is not NaN: numpy.nanmax, as max. NaN if all are.
template <array_operand X>
auto nanmax(const X& x, const reduce_options& options) {
    return detail::nan_extrema_along<reducer::maximum>("nanmax", x, options);
}
template <array_operand X>
auto nanmax(const X& x) {
    return nanmax(x, {}).item();
}

/// The index of the smallest element that is not NaN: numpy.nanargmin, as argmin. Throws error if all are NaN. As in NumPy, NaN
/// counts as infinity, and may be the one found where nothing is less.
template <array_operand X>
array<std::int64_t> nanargmin(const X& x, const axis_options& options) {
    return detail::nan_located_along<reducer::minimum>("nanargmin", x, options);
}
template <array_operand X>
std::int64_t nanargmin(const X& x) {
    return nanargmin(x, {}).item();
}

/// The index of the largest element that is not NaN: numpy.nanargmax, as argmax. Throws error if all are NaN, which count as -inf.
template <array_operand X>
array<std::int64_t> nanargmax(const X& x, const axis_options& options) {
    return detail::nan_located_along<reducer::maximum>("nanargmax", x, options);
}
template <array_operand X>
std::int64_t nanargmax(const X& x) {
    return nanargmax(x, {}).item();
}

/// The mean of what is not NaN: numpy.nanmean, as mean. NaN if all are.
template <class D = void, array_operand X>
auto nanmean(const X& x, const mean_options& options) {
    using F = detail::mean_or<D, typename X::value_type>;
    static_assert(kind_of<F> >= kind::floating, "nanmean: the dtype must be of floats");
    if constexpr (detail::may_be_nan<typename X::value_type>)
        return detail::nanmean_along<F>("nanmean", x, options.axis, options.keepdims, options.where);
    else return detail::mean_along<F>("nanmean", options.axis, detail::as_node(x), options.keepdims, options.where);
}
template <class D = void, array_operand X>
auto nanmean(const X& x) {
    return nanmean<D>(x, mean_options{}).item();
}

/// The variance of what is not NaN: numpy.nanvar, as var. NaN where no more elements are left than ddof.
template <class D = void, array_operand X>
auto nanvar(const X& x, const moment_options& options) {
    using F = detail::mean_or<D, typename X::value_type>;
    if constexpr (detail::may_be_nan<typename X::value_type>)
        return detail::nanvar_along<F, false>("nanvar", x, options);
    else return detail::var_along<F, false>("nanvar", x, options);
}
template <class D = void, array_operand X>
auto nanvar(const X& x) {
    return nanvar<D>(x, moment_options{}).item();
}

/// The standard deviation of what is not NaN: numpy.nanstd, as nanvar.
template <class D = void, array_operand X>
auto nanstd(const X& x, const moment_options& options) {
    using F = detail::mean_or<D, typename X::value_type>;
    if constexpr (detail::may_be_nan<typename X::value_type>)
        return detail::nanvar_along<F, true>("nanstd", x, options);
    else return detail::var_along<F, true>("nanstd", x, options);
}
template <class D = void, array_operand X>
auto nanstd(const X& x) {
    return nanstd<D>(x, moment_options{}).item();
}

NUMLANE_END_NAMESPACE
