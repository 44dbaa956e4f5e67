#pragma once

#include "numlane/reduce/sum.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

struct smaller_value {
    template <class T>
    T operator()(T a, T b) const { return a < b || a != a ? a : b; }
};
struct larger_value {
    template <class T>
    T operator()(T a, T b) const { return b < a || a != a ? a : b; }
};

[[noreturn]] NUMLANE_NOINLINE inline void throw_no_extremum(const char* name, const dims<>& shape) {
    throw shape_error(std::string(name) + ": an array of shape " + to_string(shape) + " has no element, so it has no " + name);
}

template <class Reducer, class X, class Combine>
auto extremum(const X& x, const Combine& combine) {
    using T = typename X::value_type;
    static_assert(!is_complex_v<T>, "min and max of complex numbers are not supported: take nl::real or nl::abs");
    using C = std::conditional_t<std::is_same_v<T, bool>, std::uint8_t, T>;
    const auto node = as_node(x);
    return T(reduce_all<Reducer, C>(node, combine, [&]() -> C { throw_no_extremum(Reducer::name, node.shape()); }));
}

}  // namespace detail

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

/// The smallest element: numpy.amin.
template <array_operand X>
auto amin(const X& x) {
    return min(x);
}

/// The largest element: numpy.amax.
template <array_operand X>
auto amax(const X& x) {
    return max(x);
}

NUMLANE_END_NAMESPACE
