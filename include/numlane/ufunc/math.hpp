#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Mathematical functions: of real numbers in float32 for float32 and integers of up to 16 bits, otherwise in float64.
// sin, cos, exp and log are the polynomials of simd/math/, sin and cos the C library's for |x| above 39000; targets with FMA
// give identical bits. Of complex numbers exp is e^x (cos y + i sin y) by the same polynomials; the others are the C
// library's, as NumPy's are: their bits and errors are its own.
NUMLANE_BEGIN_NAMESPACE

/// The square root, correctly rounded: numpy.sqrt. NaN for negative numbers; of complex ones the root with a real
/// part that is not negative.
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

/// e to the power of x: numpy.exp. At most 1 ULP, from underflow to overflow; each part of a complex result at
/// most 5 ULP.
template <operand X>
auto exp(X&& x) {
    return detail::call_floating<op::exp>(std::forward<X>(x));
}

/// The natural logarithm: numpy.log. At most 1 ULP; -inf for 0, NaN for negative numbers. Of complex ones the imaginary
/// part is within [-pi, pi].
template <operand X>
auto log(X&& x) {
    return detail::call_floating<op::log>(std::forward<X>(x));
}

NUMLANE_END_NAMESPACE
