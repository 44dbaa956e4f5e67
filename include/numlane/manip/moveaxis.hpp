#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A view with the axis `source` moved to the place `destination`, the others in their order: numpy.moveaxis. Throws
/// index_error for an axis out of range.
template <detail::reshapable X>
auto moveaxis(X&& x, index_t source, index_t destination) {
    const auto v = detail::as_view(x);
    const int from = detail::checked_axis("moveaxis", source, v.shape());
    const int to = detail::checked_axis("moveaxis", destination, v.shape());
    dims<> axes = dims<>::with_rank(v.ndim());
    for (int i = 0, other = 0; i < v.ndim(); ++i) {
        if (i == to) {
            axes[i] = from;
            continue;
        }
        if (other == from) ++other;
        axes[i] = other++;
    }
    return v.transpose(axes);
}

NUMLANE_END_NAMESPACE
