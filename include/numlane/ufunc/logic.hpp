#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Logic of truth values, where every number other than zero is true; and of the bits of integers.
NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <class T>
inline constexpr bool has_bits = kind_of<T> <= kind::integer;

}  // namespace detail

/// a and b: numpy.logical_and.
template <operand A, operand B>
auto logical_and(A&& a, B&& b) {
    return detail::call_logical<op::logical_and>(std::forward<A>(a), std::forward<B>(b));
}

/// a or b: numpy.logical_or.
template <operand A, operand B>
auto logical_or(A&& a, B&& b) {
    return detail::call_logical<op::logical_or>(std::forward<A>(a), std::forward<B>(b));
}

/// Either a or b: numpy.logical_xor.
template <operand A, operand B>
auto logical_xor(A&& a, B&& b) {
    return detail::call_logical<op::logical_xor>(std::forward<A>(a), std::forward<B>(b));
}

/// not x: numpy.logical_not.
template <operand X>
auto logical_not(X&& x) {
    return detail::call_logical<op::logical_not>(std::forward<X>(x));
}

/// a & b, bit by bit: numpy.bitwise_and. For bool it is logical_and.
template <operand A, operand B>
auto bitwise_and(A&& a, B&& b) {
    constexpr bool has_bits = detail::has_bits<detail::result_t<A, B>>;
    static_assert(has_bits, "bitwise_and: the operands must be integers or bool");
    return detail::call_promoted<detail::op_or<has_bits, op::bitwise_and, op::add>>(std::forward<A>(a),
                                                                                    std::forward<B>(b));
}

/// a | b, bit by bit: numpy.bitwise_or. For bool it is logical_or.
template <operand A, operand B>
auto bitwise_or(A&& a, B&& b) {
    constexpr bool has_bits = detail::has_bits<detail::result_t<A, B>>;
    static_assert(has_bits, "bitwise_or: the operands must be integers or bool");
    return detail::call_promoted<detail::op_or<has_bits, op::bitwise_or, op::add>>(std::forward<A>(a),
                                                                                   std::forward<B>(b));
}

/// a ^ b, bit by bit: numpy.bitwise_xor. For bool it is logical_xor.
template <operand A, operand B>
auto bitwise_xor(A&& a, B&& b) {
    constexpr bool has_bits = detail::has_bits<detail::result_t<A, B>>;
    static_assert(has_bits, "bitwise_xor: the operands must be integers or bool");
    return detail::call_promoted<detail::op_or<has_bits, op::bitwise_xor, op::add>>(std::forward<A>(a),
                                                                                    std::forward<B>(b));
}

/// ~x, bit by bit: numpy.invert. For bool it is logical_not.
template <operand X>
auto invert(X&& x) {
    constexpr bool has_bits = detail::has_bits<detail::result_t<X>>;
    static_assert(has_bits, "invert: the operand must be of integers or bool");
    return detail::call_promoted<detail::op_or<has_bits, op::invert, op::negative>>(std::forward<X>(x));
}

/// ~x, bit by bit: numpy.bitwise_not.
template <operand X>
auto bitwise_not(X&& x) {
    return invert(std::forward<X>(x));
}

/// a shifted left by b bits: numpy.left_shift. Counts that are negative or not below the width give 0.
template <operand A, operand B>
auto left_shift(A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    static_assert(detail::has_bits<T>, "left_shift: the operands must be integers");
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<detail::op_or<detail::has_bits<T>, op::left_shift, op::add>, C, C>(std::forward<A>(a),
                                                                                              std::forward<B>(b));
}

/// a shifted right by b bits, with its sign: numpy.right_shift. Counts out of range leave 0, or -1 of negative numbers.
template <operand A, operand B>
auto right_shift(A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    static_assert(detail::has_bits<T>, "right_shift: the operands must be integers");
    using C = std::conditional_t<std::is_same_v<T, bool>, std::int8_t, T>;
    return detail::call_as<detail::op_or<detail::has_bits<T>, op::right_shift, op::add>, C, C>(std::forward<A>(a),
                                                                                               std::forward<B>(b));
}

NUMLANE_END_NAMESPACE
