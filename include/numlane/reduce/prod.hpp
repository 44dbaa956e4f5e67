#pragma once

#include "numlane/core/multiply_values.hpp"
#include "numlane/reduce/sum.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// a·b, where a complex factor of 1 changes nothing: by the formula it would make NaN of infinity.
struct multiply_factors {
    template <class T>
    T operator()(const T& a, const T& b) const {
        if constexpr (is_complex_v<T>)
            if (a == T(1) || b == T(1)) return a == T(1) ? b : a;
        return multiply_values()(a, b);
    }
};

}  // namespace detail

/// The product of all elements: numpy.prod. bool and integers are multiplied in 64 bits, which wrap; floats in their own
/// dtype, on the fixed tree of sum; a complex factor of 1, or a product of some that is, is passed over, where NumPy's makes NaN
/// of infinity. 1 if there is no element. In dtype D if it is given: in bool, a logical and.
template <class D = void, array_operand X>
auto prod(const X& x) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    static_assert(is_complex_v<S> || !is_complex_v<typename X::value_type>,
                  "the product of complex numbers is complex");
    if constexpr (std::is_same_v<S, bool>) return all(x);
    else
        return detail::reduce_all<reducer::product, S>(detail::as_node(x), detail::multiply_factors(),
                                                       [] { return S(1); });
}

/// The products along some axes: numpy.prod. The dtype is D, otherwise that of the product of all.
///   options  as for sum
/// Throws as sum.
template <class D = void, array_operand X>
auto prod(const X& x, const reduce_options& options) {
    using S = detail::accumulator_t<D, typename X::value_type>;
    return detail::accumulate<reducer::product, detail::multiply_factors, S>("prod", x, options, S(1));
}

NUMLANE_END_NAMESPACE
