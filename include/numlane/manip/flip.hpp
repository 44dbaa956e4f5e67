#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <int R>
constexpr void reverse_axis(layout<R>& l, int axis) noexcept {
    if (l.shape[axis] > 0) l.offset += (l.shape[axis] - 1) * l.strides[axis];
    l.strides[axis] = -l.strides[axis];
}

}  // namespace detail

/// A view with the elements in reverse order along one axis, along several or along all: numpy.flip. Throws index_error
/// for an axis out of range or given twice.
template <detail::reshapable X>
auto flip(X&& x, index_t axis) {
    const auto v = detail::as_view(x);
    detail::layout<decltype(v)::rank> out{v.shape(), v.strides(), 0};
    detail::reverse_axis(out, detail::checked_axis("flip", axis, v.shape()));
    return detail::relaid(v, out);
}
template <detail::reshapable X>
auto flip(X&& x, const dims<>& axes) {
    const auto v = detail::as_view(x);
    detail::layout<decltype(v)::rank> out{v.shape(), v.strides(), 0};
    bool reversed[max_rank] = {};
    for (index_t given : axes) {
        const int axis = detail::checked_axis("flip", given, v.shape());
        if (reversed[axis]) throw index_error(detail::message({"flip: axis ", axis, " is given twice"}));
        reversed[axis] = true;
        detail::reverse_axis(out, axis);
    }
    return detail::relaid(v, out);
}
template <detail::reshapable X>
auto flip(X&& x) {
    const auto v = detail::as_view(x);
    detail::layout<decltype(v)::rank> out{v.shape(), v.strides(), 0};
    for (int axis = 0; axis < v.ndim(); ++axis) detail::reverse_axis(out, axis);
    return detail::relaid(v, out);
}

NUMLANE_END_NAMESPACE
