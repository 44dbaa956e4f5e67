#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view with the axes in reverse order, or in the given one: numpy.transpose. Throws shape_error unless `axes` is a
/// permutation, index_error for an axis out of range.
template <detail::reshapable X>
auto transpose(X&& x) {
    return detail::as_view(x).T();
}
template <detail::reshapable X>
auto transpose(X&& x, const dims<>& axes) {
    return detail::as_view(x).transpose(axes);
}

NUMLANE_END_NAMESPACE
