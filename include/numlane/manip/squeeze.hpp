#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view without the axes of extent 1, or without the given ones: numpy.squeeze. Throws shape_error if one
/// is longer or given twice.
template <detail::reshapable X, std::integral... I>
auto squeeze(X&& x, I... axes) {
    return detail::as_view(x).squeeze(axes...);
}
template <detail::reshapable X>
auto squeeze(X&& x, const dims<>& axes) {
    const auto v = detail::as_view(x);
    return detail::relaid(v, detail::squeeze_layout(v.shape(), v.strides(), &axes));
}

NUMLANE_END_NAMESPACE
