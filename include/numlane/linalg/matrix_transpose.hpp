#pragma once

#include "numlane/manip/as_view.hpp"
#include "numlane/manip/swapaxes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// A view with the last two axes exchanged: numpy.linalg.matrix_transpose. Throws shape_error unless there are two.
template <detail::reshapable X>
auto matrix_transpose(X&& x) {
    const auto v = detail::as_view(x);
    if (v.ndim() < 2)
        throw shape_error(detail::message(
            {"matrix_transpose: the array must have at least two axes, but its shape is ", to_string(v.shape())}));
    return swapaxes(v, -1, -2);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
