#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE

/// An array of zeros: numpy.zeros. T is double unless given. Throws shape_error for a negative or too large shape,
/// std::bad_alloc if there is no memory.
template <element T = double, int R = dynamic>
array<T, R> zeros(const dims<R>& shape) {
    return array<T, R>(detail::zeroed{}, shape);
}
template <element T = double, std::integral I>
array<T> zeros(I size) {
    return zeros<T>(dims<>(size));
}

/// As zeros, of the shape and dtype of x: numpy.zeros_like.
template <class X>
    requires(array_like<X> || lazy<X>)
array<typename X::value_type, X::rank> zeros_like(const X& x) {
    return array<typename X::value_type, X::rank>(detail::zeroed{}, x.shape());
}

NUMLANE_END_NAMESPACE
