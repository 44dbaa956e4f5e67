#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Arithmetic, element by element with broadcasting. The result is lazy; its dtype is numpy.result_type of the operands,
// where C++ scalars are weak (NEP 50). Integers wrap. Throws shape_error if the shapes do not broadcast, and dtype_error
// if an integer scalar does not fit the dtype beside it.
NUMLANE_BEGIN_NAMESPACE

/// a + b: numpy.add. For bool it is logical or.
template <operand A, operand B>
auto add(A&& a, B&& b) {
    return detail::call_promoted<op::add>(std::forward<A>(a), std::forward<B>(b));
}

/// a - b: numpy.subtract, which bool has not (use logical_xor).
template <operand A, operand B>
auto subtract(A&& a, B&& b) {
    constexpr bool has_minus = !std::is_same_v<detail::result_t<A, B>, bool>;
    static_assert(has_minus, "subtract: bool has no minus, use ^ or nl::logical_xor");
    return detail::call_promoted<detail::op_or<has_minus, op::subtract, op::add>>(std::forward<A>(a),
                                                                                  std::forward<B>(b));
}

/// a * b: numpy.multiply. For bool it is logical and.
template <operand A, operand B>
auto multiply(A&& a, B&& b) {
    return detail::call_promoted<op::multiply>(std::forward<A>(a), std::forward<B>(b));
}

/// a / b, the true quotient: numpy.divide. Integers are divided as float64; division by zero gives inf or NaN.
template <operand A, operand B>
auto divide(A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    using F = std::conditional_t<(kind_of<T> >= kind::floating), T, double>;
    return detail::call_as<op::divide, F, F>(std::forward<A>(a), std::forward<B>(b));
}

/// a / b, the true quotient: numpy.true_divide.
template <operand A, operand B>
auto true_divide(A&& a, B&& b) {
    return divide(std::forward<A>(a), std::forward<B>(b));
}

/// The largest integer not above a / b: numpy.floor_divide. Integers divided by zero give 0.
template <operand A, operand B>
auto floor_divide(A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    static_assert(!is_complex_v<T>, "floor_divide: complex numbers have no floor");
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<detail::op_or<!is_complex_v<T>, op::floor_divide, op::add>, C, C>(std::forward<A>(a),
                                                                                             std::forward<B>(b));
}

/// The remainder with the sign of b: numpy.remainder, a % b. Integers divided by zero give 0.
template <operand A, operand B>
auto remainder(A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    static_assert(!is_complex_v<T>, "remainder: complex numbers have none");
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<detail::op_or<!is_complex_v<T>, op::remainder, op::add>, C, C>(std::forward<A>(a),
                                                                                          std::forward<B>(b));
}

/// The remainder with the sign of b: numpy.mod.
template <operand A, operand B>
auto mod(A&& a, B&& b) {
    return numlane::remainder(std::forward<A>(a), std::forward<B>(b));
}

/// -x: numpy.negative, which bool has not (use logical_not).
template <operand X>
auto negative(X&& x) {
    constexpr bool has_minus = !std::is_same_v<detail::result_t<X>, bool>;
    static_assert(has_minus, "negative: bool has no minus, use ! or nl::logical_not");
    return detail::call_promoted<detail::op_or<has_minus, op::negative, op::logical_not>>(std::forward<X>(x));
}

/// +x: numpy.positive, which bool has not.
template <operand X>
auto positive(X&& x) {
    static_assert(!std::is_same_v<detail::result_t<X>, bool>, "positive: bool has no sign");
    return detail::call_promoted<op::positive>(std::forward<X>(x));
}

/// The magnitude: numpy.absolute. Of complex numbers it is real, within 1 ULP and without overflow on the way (see
/// simd/math/hypot-inl.hpp); the lowest integer stays as it is.
template <operand X>
auto absolute(X&& x) {
    using T = detail::result_t<X>;
    return detail::call_as<op::absolute, real_t<T>, T>(std::forward<X>(x));
}

/// The magnitude: numpy.abs.
template <operand X>
auto abs(X&& x) {
    return absolute(std::forward<X>(x));
}

/// x * x: numpy.square.
template <operand X>
auto square(X&& x) {
    using T = detail::result_t<X>;
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<op::square, C, C>(std::forward<X>(x));
}

/// a * b + c with a single rounding, the same bits on every target. NumPy has no such function.
template <operand A, operand B, operand C>
auto fma(A&& a, B&& b, C&& c) {
    using T = detail::result_t<A, B, C>;
    static_assert(!is_complex_v<T>, "fma: complex numbers are not supported");
    using F = detail::floating_t<T>;
    return detail::call_as<op::fma, F, F>(std::forward<A>(a), std::forward<B>(b), std::forward<C>(c));
}

NUMLANE_END_NAMESPACE
