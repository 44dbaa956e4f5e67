#pragma once

#include "numlane/array/full.hpp"

NUMLANE_BEGIN_NAMESPACE

/// An array of ones: numpy.ones. T is double unless given. Throws shape_error for a negative or too large shape,
/// std::bad_alloc if there is no memory.
template <element T = double, int R = dynamic>
array<T, R> ones(const dims<R>& shape) {
    return full<T, R>(shape, T(1));
}
template <element T = double, std::integral I>
array<T> ones(I size) {
    return ones<T>(dims<>(size));
}

/// As ones, of the shape of x, and of its dtype unless T is given: numpy.ones_like.
template <class T = void, class X>
    requires(array_like<X> || lazy<X>)
array<detail::dtype_or<T, X>, X::rank> ones_like(const X& x) {
    return full_like<T>(x, 1);
}

NUMLANE_END_NAMESPACE
