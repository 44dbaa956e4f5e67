#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The elements in C order along one axis: numpy.ravel. A view of the same memory if strides can show it, otherwise of
/// a copy.
template <detail::reshapable X>
auto ravel(X&& x) {
    return detail::as_view(x).ravel();
}

NUMLANE_END_NAMESPACE
