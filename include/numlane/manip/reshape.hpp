#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The elements in C order as another shape, in which one extent may be -1: numpy.reshape. A view of the same memory if
/// strides can show it, otherwise of a copy. Throws shape_error if the sizes differ.
template <detail::reshapable X, int Q = dynamic>
auto reshape(X&& x, const dims<Q>& shape) {
    return detail::as_view(x).reshape(shape);
}
template <detail::reshapable X, std::integral I>
auto reshape(X&& x, I size) {
    return detail::as_view(x).reshape(size);
}

NUMLANE_END_NAMESPACE
