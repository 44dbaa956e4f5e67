#pragma once

#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// A view of the diagonals of matrices: numpy.linalg.diagonal; NumPy's is read-only.
///   x       (..., m, n)
///   offset  above (positive) or below the main diagonal
/// Returns a view (..., k). Throws shape_error unless x has two axes or more.
template <detail::reshapable X>
auto diagonal(X&& x, index_t offset = 0) {
    const auto v = detail::as_view(x);
    const int rank = v.ndim();
    if (rank < 2)
        throw shape_error(detail::message(
            {"diagonal: the array must have at least two axes, but its shape is ", to_string(v.shape())}));
    const index_t m = v.shape(-2), n = v.shape(-1), down = v.strides()[rank - 2], right = v.strides()[rank - 1];
    const index_t rows = offset < 0 ? m + offset : m, columns = offset > 0 ? n - offset : n;
    const index_t length = rows < columns ? rows : columns;
    detail::layout<dynamic> out{dims<>::with_rank(rank - 1), dims<>::with_rank(rank - 1), 0};
    for (int axis = 0; axis + 2 < rank; ++axis) {
        out.shape[axis] = v.shape()[axis];
        out.strides[axis] = v.strides()[axis];
    }
    out.shape[rank - 2] = length > 0 ? length : 0;
    out.strides[rank - 2] = down + right;
    if (length > 0) out.offset = offset > 0 ? offset * right : -offset * down;
    return detail::relaid(v, out);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
