#pragma once

#include "numlane/array/array.hpp"
#include "numlane/array/element_of.hpp"

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

/// As empty, of the shape of x, and of its dtype unless T is given: numpy.empty_like.
template <class T = void, class X>
    requires(array_like<X> || lazy<X>)
array<detail::dtype_or<T, X>, X::rank> empty_like(const X& x) {
    return array<detail::dtype_or<T, X>, X::rank>(detail::uninitialized{}, x.shape());
}

NUMLANE_END_NAMESPACE
