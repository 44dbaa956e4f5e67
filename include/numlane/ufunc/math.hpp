#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Mathematical functions of real numbers, in float32 for float32 and integers of up to 16 bits, otherwise in float64.
// sin, cos, exp and log are the polynomials of simd/math/, sin and cos the C library's for |x| above 39000; targets with FMA
// give identical bits.
NUMLANE_BEGIN_NAMESPACE

/// The square root, correctly rounded: numpy.sqrt. NaN for negative numbers.
template <operand X>
auto sqrt(X&& x) {
    return detail::call_floating<op::sqrt>(std::forward<X>(x));
}

/// The sine of x in radians: numpy.sin. At most 3 ULP for |x| up to 39000.
template <operand X>
auto sin(X&& x) {
    return detail::call_floating<op::sin>(std::forward<X>(x));
}

/// The cosine of x in radians: numpy.cos. At most 3 ULP for |x| up to 39000.
template <operand X>
auto cos(X&& x) {
    return detail::call_floating<op::cos>(std::forward<X>(x));
}

/// e to the power of x: numpy.exp. At most 1 ULP, from underflow to overflow.
template <operand X>
auto exp(X&& x) {
    return detail::call_floating<op::exp>(std::forward<X>(x));
}

/// The natural logarithm: numpy.log. At most 1 ULP; -inf for 0, NaN for negative numbers.
template <operand X>
auto log(X&& x) {
    return detail::call_floating<op::log>(std::forward<X>(x));
}

NUMLANE_END_NAMESPACE
