#pragma once

#include "numlane/array/broadcast.hpp"
#include "numlane/array/full.hpp"
#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// A read-only view of x stretched to `shape`, with stride 0 along every axis that is new or was of extent 1:
/// numpy.broadcast_to. Throws shape_error if x does not broadcast to it.
template <detail::reshapable X, int Q = dynamic>
view<const typename std::remove_cvref_t<X>::value_type, Q> broadcast_to(X&& x, const dims<Q>& shape) {
    const auto v = detail::as_view(x);
    shape_size(shape);
    return {v.data(), shape, broadcast_strides(v.shape(), v.strides(), shape, "broadcast_to"), v.memory()};
}

/// A scalar in every place of `shape`, of the dtype that full gives it.
template <scalar S, int Q = dynamic>
auto broadcast_to(S x, const dims<Q>& shape) {
    return broadcast_to(full(dims<0>(), x), shape);
}

NUMLANE_END_NAMESPACE
