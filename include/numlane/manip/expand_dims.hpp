#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view with a new axis of extent 1 at `axis` of the result: numpy.expand_dims. Throws index_error when out of range.
template <detail::reshapable X>
auto expand_dims(X&& x, index_t axis) {
    return detail::as_view(x).expand_dims(axis);
}

NUMLANE_END_NAMESPACE
