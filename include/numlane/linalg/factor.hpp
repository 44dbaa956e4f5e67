#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// x as a factor of a product in T: its elements, converted once where it is of another dtype; a scalar is of rank 0.
template <class T, operand X>
view<const T> factor_elements(const X& x) {
    if constexpr (scalar<X>) {
        array<T> one(uninitialized{}, dims<>());
        *one.data() = weak_value<T>(x);
        return std::as_const(one).as_view();
    } else {
        return as_elements<T>(x);
    }
}

template <class X>
inline constexpr int rank_of = 0;
template <array_operand X>
inline constexpr int rank_of<X> = is_masked_view<X> ? 1 : X::rank;

/// The result of a product, of the rank that is known.
template <int R, class T>
array<T, R> as_product(array<T>&& result) {
    return array<T, R>(std::move(result));
}

/// Two operands of a product, of which one at least is an array.
template <class A, class B>
concept factors = operand<A> && operand<B> && (array_operand<A> || array_operand<B>);

/// `shape` without one axis.
inline dims<> without_axis(const dims<>& shape, int without) {
    dims<> rest = dims<>::with_rank(shape.size() - 1);
    for (int axis = 0, to = 0; axis < shape.size(); ++axis)
        if (axis != without) rest[to++] = shape[axis];
    return rest;
}

/// The view of a with one axis left out, at its element 0.
template <class T>
view<T> without_axis(const view<T>& a, int axis) {
    return view<T>(a.data(), without_axis(a.shape(), axis), without_axis(a.strides(), axis), a.memory());
}

}  // namespace detail
NUMLANE_END_NAMESPACE
