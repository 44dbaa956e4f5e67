#pragma once

#include "numlane/linalg/diagonal.hpp"
#include "numlane/linalg/factor.hpp"
#include "numlane/manip/moveaxis.hpp"
#include "numlane/reduce/sum.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// v with two axes moved to its end, in their order.
template <class T>
view<const T> matrices_last(const char* operation, const view<const T>& v, index_t axis1, index_t axis2) {
    const int rank = v.ndim();
    if (rank < 2) throw_not_matrices(operation, v.shape());
    const int first = checked_axis(operation, axis1, v.shape()), second = checked_axis(operation, axis2, v.shape());
    if (first == second)
        throw shape_error(
            message({operation, ": axis1 and axis2 of shape ", to_string(v.shape()), " cannot be the same"}));
    dims<> order = dims<>::with_rank(rank);
    for (int axis = 0, to = 0; axis < rank; ++axis)
        if (axis != first && axis != second) order[to++] = axis;
    order[rank - 2] = first;
    order[rank - 1] = second;
    return v.transpose(order);
}

template <class S, class T>
array<S> trace(const char* operation, const view<const T>& v, index_t offset, index_t axis1, index_t axis2) {
    const view<const T> diagonals = linalg::diagonal(matrices_last(operation, v, axis1, axis2), offset);
    const int last = diagonals.ndim() - 1;
    const view<const T> firsts = without_axis(diagonals, last);
    array<S> sums(uninitialized{}, firsts.shape());
    const T* const data = diagonals.data();
    for (index_t at = 0; at < sums.size(); ++at) {
        index_t offset_of = 0, left = at;
        for (int axis = firsts.ndim() - 1; axis >= 0; --axis) {
            offset_of += left % firsts.shape()[axis] * firsts.strides()[axis];
            left /= firsts.shape()[axis];
        }
        const index_t length = diagonals.shape()[last];
        sums.data()[at] =
            length == 0
                ? S(0)
                : sum<S>(view<const T, 1>(data + offset_of, dims<1>(length), dims<1>(diagonals.strides()[last])));
    }
    return sums;
}

}  // namespace detail

/// The sums along diagonals: numpy.trace.
///   a             of two axes or more
///   offset        above (positive) or below the main diagonal
///   axis1, axis2  the rows and columns of the matrices
/// Returns an array of the other axes, of dtype D; unless it is given, bool and integers are summed in 64 bits. Throws
/// shape_error for fewer axes or the same one twice, index_error for one out of range.
template <class D = void, array_operand A>
auto trace(const A& a, index_t offset = 0, index_t axis1 = 0, index_t axis2 = 1) {
    using T = typename A::value_type;
    return detail::as_product<detail::without_axes<detail::rank_of<A>, 2>>(
        detail::trace<detail::accumulator_t<D, T>>("trace", detail::as_elements<T>(a), offset, axis1, axis2));
}

namespace linalg {

/// The sums along the diagonals of the last two axes: numpy.linalg.trace. As numlane::trace.
template <class D = void, array_operand A>
auto trace(const A& a, index_t offset = 0) {
    using T = typename A::value_type;
    return detail::as_product<detail::without_axes<detail::rank_of<A>, 2>>(
        detail::trace<detail::accumulator_t<D, T>>("linalg::trace", detail::as_elements<T>(a), offset, -2, -1));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
