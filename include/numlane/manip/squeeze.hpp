#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view without the axes of extent 1, or without the given ones: numpy.squeeze. Throws shape_error if one is longer.
template <detail::reshapable X, std::integral... I>
auto squeeze(X&& x, I... axes) {
    return detail::as_view(x).squeeze(axes...);
}

NUMLANE_END_NAMESPACE
