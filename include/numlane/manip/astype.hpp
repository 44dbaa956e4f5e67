#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A new array of the elements converted to U: ndarray.astype.
template <element U, array_like A>
array<U, A::rank> astype(const A& a) {
    return array<U, A::rank>(a);
}
template <element U, lazy E>
array<U, E::rank> astype(const E& e) {
    return array<U, E::rank>(e);
}

NUMLANE_END_NAMESPACE
