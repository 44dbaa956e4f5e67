#pragma once

#include "numlane/ufunc/operators.hpp"

// In-place operators: a op= b writes into the elements of a, or into those that a mask selects, with b broadcast to their
// shape. As in NumPy the dtype of a stays, so what a op b is computed in must not be of a higher kind, nor signed where a
// is unsigned. Throws shape_error
// if b does not fit.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <array_like A>
auto* elements_of(A& a) {
    return a.data();
}
template <class T, int R, int M>
T* elements_of(const masked_view<T, R, M>& selected) {
    return selected.elements().data();
}

/// A: array, view or selection whose elements can be written, held however the caller holds it.
template <class A>
concept writable = (array_like<A> || masked<A>) &&
                   requires(A& a) { requires !std::is_const_v<std::remove_pointer_t<decltype(elements_of(a))>>; };

template <class A, class Node>
A&& update(A&& a, const Node& node) {
    using From = typename Node::value_type;
    using To = typename std::remove_cvref_t<A>::value_type;
    constexpr bool loses_sign =
        std::is_integral_v<From> && std::is_integral_v<To> && std::is_signed_v<From> && std::is_unsigned_v<To>;
    static_assert(kind_of<From> <= kind_of<To> && !loses_sign,
                  "the result of this in-place operator does not fit the dtype of the array: convert it with astype");
    if constexpr (masked<A>) {
        assign_selected(a, node);
    } else {
        // What is assigned may have more axes, of extent 1, but not what is added.
        constexpr int rank = std::remove_cvref_t<A>::rank;
        if constexpr (Node::rank == dynamic || rank == dynamic || Node::rank > rank)
            if (const auto shape = node.shape(); shape.size() > a.ndim())
                throw_broadcast_to(shape, a.shape(), "in-place operator");
        node.assign_to(a);
    }
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
