#pragma once

#include "numlane/ufunc/elementwise.hpp"

// The parts of complex numbers.
NUMLANE_BEGIN_NAMESPACE

/// The real part, lazily: numpy.real. (NumPy gives a view.)
template <operand X>
auto real(X&& x) {
    using T = detail::result_t<X>;
    return detail::call_as<op::real, real_t<T>, T>(std::forward<X>(x));
}

/// The imaginary part, lazily: numpy.imag; 0 for real numbers. (NumPy gives a view.)
template <operand X>
auto imag(X&& x) {
    using T = detail::result_t<X>;
    return detail::call_as<op::imag, real_t<T>, T>(std::forward<X>(x));
}

/// The complex conjugate: numpy.conj. Of bool it is int8, as in NumPy.
template <operand X>
auto conj(X&& x) {
    using T = detail::result_t<X>;
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<op::conj, C, C>(std::forward<X>(x));
}

/// The complex conjugate: numpy.conjugate.
template <operand X>
auto conjugate(X&& x) {
    return conj(std::forward<X>(x));
}

NUMLANE_END_NAMESPACE
