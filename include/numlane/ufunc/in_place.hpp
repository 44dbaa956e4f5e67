#pragma once

#include "numlane/ufunc/operators.hpp"

// In-place operators: a op= b writes into the elements of a, with b broadcast to its shape. As in NumPy the dtype of a
// stays, so what a op b is computed in must not be of a higher kind. Throws shape_error if b does not fit.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A: array or view whose elements can be written, held however the caller holds it.
template <class A>
concept writable =
    array_like<A> && requires(A& a) { requires !std::is_const_v<std::remove_pointer_t<decltype(a.data())>>; };

template <class A, class Node>
A&& update(A&& a, const Node& node) {
    static_assert(kind_of<typename Node::value_type> <= kind_of<typename std::remove_cvref_t<A>::value_type>,
                  "the result of this in-place operator does not fit the dtype of the array: convert it with astype");
    node.assign_to(a);
    return std::forward<A>(a);
}

}  // namespace detail

template <detail::writable A, operand B>
A&& operator+=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), add(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator-=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), subtract(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator*=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), multiply(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator/=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), divide(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator%=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), numlane::remainder(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator&=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), bitwise_and(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator|=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), bitwise_or(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator^=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), bitwise_xor(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator<<=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), left_shift(a, std::forward<B>(b)));
}
template <detail::writable A, operand B>
A&& operator>>=(A&& a, B&& b) {
    return detail::update(std::forward<A>(a), right_shift(a, std::forward<B>(b)));
}

NUMLANE_END_NAMESPACE
