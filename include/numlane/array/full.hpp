#pragma once

#include "numlane/array/element_of.hpp"
#include "numlane/array/empty.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE

/// An array of one value: numpy.full. T is the dtype of the value unless given, int64 for every integer. Throws
/// shape_error for a negative or too large shape, dtype_error for an integer that the dtype cannot hold, std::bad_alloc
/// if there is no memory.
template <class T = void, int R = dynamic, scalar S>
array<typename detail::element_or<T, S>::type, R> full(const dims<R>& shape, S value) {
    using E = typename detail::element_or<T, S>::type;
    array<E, R> result = empty<E, R>(shape);
    const E element = detail::weak_value<E>(value);
    for (E& x : result) x = element;
    return result;
}
template <class T = void, std::integral I, scalar S>
array<typename detail::element_or<T, S>::type> full(I size, S value) {
    return full<T>(dims<>(size), value);
}

/// As full, of the shape of x, and of its dtype unless T is given: numpy.full_like.
template <class T = void, class X, scalar S>
    requires(array_like<X> || lazy<X>)
array<detail::dtype_or<T, X>, X::rank> full_like(const X& x, S value) {
    return full<detail::dtype_or<T, X>, X::rank>(x.shape(), value);
}

NUMLANE_END_NAMESPACE
