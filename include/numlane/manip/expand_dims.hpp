#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view with a new axis of extent 1 at `axis` of the result, or with one at each of several: numpy.expand_dims. Throws
/// index_error for an axis out of range or given twice, shape_error where the result would have too many.
template <detail::reshapable X>
auto expand_dims(X&& x, index_t axis) {
    return detail::as_view(x).expand_dims(axis);
}
template <detail::reshapable X>
auto expand_dims(X&& x, const dims<>& axes) {
    const auto v = detail::as_view(x);
    return detail::relaid(v, detail::expand_layout(v.shape(), v.strides(), axes));
}

NUMLANE_END_NAMESPACE
