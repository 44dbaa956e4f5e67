#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A new C-contiguous array of the same elements, or of the values of an expression: numpy.copy.
template <array_like A>
array<typename A::value_type, A::rank> copy(const A& a) {
    return array<typename A::value_type, A::rank>(a);
}
template <lazy E>
array<typename E::value_type, E::rank> copy(const E& e) {
    return array<typename E::value_type, E::rank>(e);
}

NUMLANE_END_NAMESPACE
