#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A new C-contiguous array of the same elements, of the values of an expression or of what a mask selects: numpy.copy.
template <detail::reshapable A>
array<typename A::value_type, A::rank> copy(const A& a) {
    return array<typename A::value_type, A::rank>(a);
}

NUMLANE_END_NAMESPACE
