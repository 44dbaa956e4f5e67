#pragma once

#include "numlane/core/order.hpp"
#include "numlane/reduce/find_byte.hpp"
#include "numlane/reduce/mean.hpp"
#include "numlane/reduce/numbers.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

struct smaller_value {
    template <class T>
    T operator()(T a, T b) const {
        return is_less(a, b) || a != a ? a : b;
    }
};
struct larger_value {
    template <class T>
    T operator()(T a, T b) const {
        return is_less(b, a) || a != a ? a : b;
    }
};

[[noreturn]] NUMLANE_COLD inline void throw_no_extremum(const char* name, const dims<>& shape) {
    throw shape_error(
        message({name, ": an array of shape ", to_string(shape), " has no element, so it has no ", name}));
}

template <class Reducer>
struct extremum_of;
template <>
struct extremum_of<reducer::minimum> : smaller_value {};
template <>
struct extremum_of<reducer::maximum> : larger_value {};
template <class Extremum>
struct extremum_of<reducer::of_numbers<Extremum>> {
    template <class T>
    T operator()(T a, T b) const {
        return a == a ? extremum_of<Extremum>()(b, a) : b;
    }
};

/// What any element replaces.
template <class Reducer, class T>
constexpr T farthest() {
    return farthest_value<T, std::is_base_of_v<reducer::minimum, Reducer>>();
}

template <class Reducer, class C>
struct extremum_result {
    const char* name;
    C initial;
    bool given;

    bool keeps_value() const { return !given; }
    C operator()(const C& value) const { return given ? extremum_of<Reducer>()(initial, value) : value; }
    C operator()(const C& value, std::int64_t) const { return (*this)(value); }
    C empty(const dims<>& shape) const {
        if (!given) throw_no_extremum(name, shape);
        return initial;
    }
};

template <class Reducer, class X, class Combine>
auto extremum(const X& x, const Combine& combine) {
    using T = typename X::value_type;
    const auto node = as_node(x);
    if constexpr (is_complex_v<T>) {
        return reduce_whole<located_kernels<Reducer, T>, T>({Reducer::name, axes(), true}, node, [](index_t) {
            return extremum_result<Reducer, T>{Reducer::name, T(), false};
        });
    } else if constexpr (std::is_same_v<T, bool>) {
        if (shape_size(node.shape()) == 0) throw_no_extremum(Reducer::name, node.shape());
        return std::is_same_v<Reducer, reducer::minimum> ? all(node) : any(node);
    } else {
        return reduce_all<Reducer, T>(node, combine, [&]() -> T { throw_no_extremum(Reducer::name, node.shape()); });
    }
}

/// The dtype that extrema are found in: bytes for bool.
template <class T>
using comparable_t = std::conditional_t<std::is_same_v<T, bool>, std::uint8_t, T>;

/// Complex numbers that are equal, or NaN, may differ: as NumPy's, the first of them counts.
template <class Reducer, class T>
using extremum_kernels = std::conditional_t<
    is_complex_v<T>, located_kernels<typename reducer::with_nan<Reducer>::type, T>,
    std::conditional_t<std::is_same_v<T, bool>, truth_kernels<Reducer>, value_kernels<Reducer, comparable_t<T>>>>;

/// Whether any element is true (the largest is 1), or all are (the smallest is).
template <class Reducer, class X>
array<bool> truth_along(const char* name, const X& x, const mean_options& options) {
    if constexpr (array_like<X> && std::is_same_v<typename X::value_type, bool>) {
        if (!options.where.given() && has_rows(x, options.axis)) {
            constexpr bool any = std::is_same_v<Reducer, reducer::maximum>;
            array<bool> result = result_along<bool>(name, x, options.axis, options.keepdims);
            find_in_rows(x, options.axis, any, [&](index_t row, index_t at) { result.data()[row] = (at >= 0) == any; });
            return result;
        }
    }
    constexpr std::uint8_t neutral = std::is_same_v<Reducer, reducer::minimum> ? 1 : 0;
    return reduce_axes<truth_kernels<Reducer>, bool>({name, options.axis}, as_node_of<bool>(x), options.keepdims,
                                                     options.where, neutral,
                                                     [](index_t) { return as_it_is<std::uint8_t>{neutral}; });
}

template <class Reducer, class T, class Node>
array<T> extrema_along(const char* name, const Node& node, const reduce_options& options) {
    using C = comparable_t<T>;
    if (options.where.given() && !options.initial.given())
        throw error(
            message({name, ": where needs initial as well, for there may be no element left of the array of shape ",
                     to_string(dims<>(node.shape()))}));
    using Kernels = extremum_kernels<Reducer, T>;
    const C initial = options.initial.given() ? C(options.initial.template as<T>(name)) : C(0);
    return reduce_axes<Kernels, T>(
        {name, options.axis, is_complex_v<T>}, node, options.keepdims, options.where, farthest<Reducer, C>(),
        [&](index_t) { return extremum_result<Reducer, C>{name, initial, options.initial.given()}; });
}

}  // namespace detail

/// The smallest elements along some axes: numpy.min. NaN if there is one. Complex numbers are ordered by their real, then
/// by their imaginary parts.
///   options  axis, keepdims; initial, a scalar to compare with as well; where, a bool mask, which needs initial
/// Throws shape_error where the reduced axes have no element and initial is not given, index_error for an axis out of
/// range or repeated, error for where without initial.
template <array_operand X>
auto min(const X& x, const reduce_options& options) {
    return detail::extrema_along<reducer::minimum, typename X::value_type>("min", detail::as_node(x), options);
}

/// The largest elements along some axes: numpy.max. Options and errors as for min.
template <array_operand X>
auto max(const X& x, const reduce_options& options) {
    return detail::extrema_along<reducer::maximum, typename X::value_type>("max", detail::as_node(x), options);
}

/// The smallest element: numpy.min. NaN if there is one; throws shape_error if there is no element.
template <array_operand X>
auto min(const X& x) {
    return detail::extremum<reducer::minimum>(x, detail::smaller_value());
}

/// The largest element: numpy.max. NaN if there is one; throws shape_error if there is no element.
template <array_operand X>
auto max(const X& x) {
    return detail::extremum<reducer::maximum>(x, detail::larger_value());
}

/// The smallest elements: numpy.amin, as min.
template <array_operand X>
auto amin(const X& x) {
    return min(x);
}
template <array_operand X>
auto amin(const X& x, const reduce_options& options) {
    return min(x, options);
}

/// The largest elements: numpy.amax, as max.
template <array_operand X>
auto amax(const X& x) {
    return max(x);
}
template <array_operand X>
auto amax(const X& x, const reduce_options& options) {
    return max(x, options);
}

NUMLANE_END_NAMESPACE
