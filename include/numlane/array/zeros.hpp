#pragma once

#include "numlane/array/array.hpp"
#include "numlane/array/element_of.hpp"

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

/// As zeros, of the shape of x, and of its dtype unless T is given: numpy.zeros_like.
template <class T = void, class X>
    requires(array_like<X> || lazy<X>)
array<detail::dtype_or<T, X>, X::rank> zeros_like(const X& x) {
    return array<detail::dtype_or<T, X>, X::rank>(detail::zeroed{}, x.shape());
}

NUMLANE_END_NAMESPACE
