#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE

/// An array whose elements have yet to be written: numpy.empty. T is double unless given. Throws shape_error for a
/// negative or too large shape, std::bad_alloc if there is no memory.
template <element T = double, int R = dynamic>
array<T, R> empty(const dims<R>& shape) {
    return array<T, R>(detail::uninitialized{}, shape);
}
template <element T = double, std::integral I>
array<T> empty(I size) {
    return empty<T>(dims<>(size));
}

/// As empty, of the shape and dtype of x: numpy.empty_like.
template <class X>
    requires(array_like<X> || lazy<X>)
array<typename X::value_type, X::rank> empty_like(const X& x) {
    return array<typename X::value_type, X::rank>(detail::uninitialized{}, x.shape());
}

NUMLANE_END_NAMESPACE
