#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A new array of the elements converted to U: ndarray.astype.
template <element U, detail::reshapable A>
array<U, A::rank> astype(const A& a) {
    return array<U, A::rank>(a);
}

NUMLANE_END_NAMESPACE
