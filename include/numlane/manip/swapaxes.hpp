#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view with two axes exchanged: numpy.swapaxes. Throws index_error for an axis out of range.
template <detail::reshapable X>
auto swapaxes(X&& x, index_t first, index_t second) {
    const auto v = detail::as_view(x);
    dims<> axes = dims<>::with_rank(v.ndim());
    for (int i = 0; i < v.ndim(); ++i) axes[i] = i;
    const int a = detail::checked_axis("swapaxes", first, v.shape());
    const int b = detail::checked_axis("swapaxes", second, v.shape());
    axes[a] = b;
    axes[b] = a;
    return v.transpose(axes);
}

NUMLANE_END_NAMESPACE
