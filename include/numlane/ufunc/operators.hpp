#pragma once

#include "numlane/ufunc/arithmetic.hpp"
#include "numlane/ufunc/comparison.hpp"
#include "numlane/ufunc/logic.hpp"

// The operators of arrays, views and expressions: each is the function beside it. % has the sign of the divisor and / is
// the true quotient, as in Python; && and || evaluate both sides, as the functions do.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class A, class B>
concept binary_operands = operand<A> && operand<B> && (array_operand<A> || array_operand<B>);

}  // namespace detail

template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator+(A&& a, B&& b) {
    return add(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator-(A&& a, B&& b) {
    return subtract(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator*(A&& a, B&& b) {
    return multiply(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator/(A&& a, B&& b) {
    return divide(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator%(A&& a, B&& b) {
    return numlane::remainder(std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator==(A&& a, B&& b) {
    return equal(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator!=(A&& a, B&& b) {
    return not_equal(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator<(A&& a, B&& b) {
    return less(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator<=(A&& a, B&& b) {
    return less_equal(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator>(A&& a, B&& b) {
    return greater(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator>=(A&& a, B&& b) {
    return greater_equal(std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator&&(A&& a, B&& b) {
    return logical_and(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator||(A&& a, B&& b) {
    return logical_or(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator&(A&& a, B&& b) {
    return bitwise_and(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator|(A&& a, B&& b) {
    return bitwise_or(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator^(A&& a, B&& b) {
    return bitwise_xor(std::forward<A>(a), std::forward<B>(b));
}

// A stream on the left is no operand, so `std::cout << a` stays printing.
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator<<(A&& a, B&& b) {
    return left_shift(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
    requires detail::binary_operands<A, B>
auto operator>>(A&& a, B&& b) {
    return right_shift(std::forward<A>(a), std::forward<B>(b));
}

template <array_operand X>
auto operator-(X&& x) {
    return negative(std::forward<X>(x));
}
template <array_operand X>
auto operator+(X&& x) {
    return positive(std::forward<X>(x));
}
template <array_operand X>
auto operator!(X&& x) {
    return logical_not(std::forward<X>(x));
}
template <array_operand X>
auto operator~(X&& x) {
    return invert(std::forward<X>(x));
}

NUMLANE_END_NAMESPACE
