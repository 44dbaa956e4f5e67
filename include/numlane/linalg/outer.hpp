#pragma once

#include "numlane/linalg/factor.hpp"
#include "numlane/ufunc/arithmetic.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class T>
array<T, 2> outer(const view<const T>& a, const view<const T>& b) {
    const view<const T, 1> x = a.ravel(), y = b.ravel();
    return array<T, 2>(numlane::multiply(x.expand_dims(1), y.expand_dims(0)));
}

/// Every axis of a with one of extent 1 behind it, or before it.
template <class T>
view<const T> spread(const view<const T>& a, int rank, bool behind) {
    dims<> shape = dims<>::with_rank(2 * rank), strides = shape;
    for (index_t& extent : shape) extent = 1;
    for (int axis = 0; axis < a.ndim(); ++axis) {
        const int to = 2 * (rank - a.ndim() + axis) + (behind ? 0 : 1);
        shape[to] = a.shape()[axis];
        strides[to] = a.strides()[axis];
    }
    return view<const T>(a.data(), shape, strides, a.memory());
}

template <class T>
array<T> kron(const view<const T>& a, const view<const T>& b) {
    const int rank = a.ndim() > b.ndim() ? a.ndim() : b.ndim();
    if (2 * rank > max_rank)
        throw shape_error(message({"kron: arrays of shapes ", to_string(a.shape()), " and ", to_string(b.shape()),
                                   " have too many axes; at most ", max_rank / 2, " are possible"}));
    const view<const T> x = spread(a, rank, true), y = spread(b, rank, false);
    dims<> shape = dims<>::with_rank(rank), by_turns = dims<>::with_rank(2 * rank);
    for (int axis = 0; axis < rank; ++axis) {
        shape[axis] = 0;
        by_turns[2 * axis] = x.shape()[2 * axis];
        by_turns[2 * axis + 1] = y.shape()[2 * axis + 1];
        if (__builtin_mul_overflow(by_turns[2 * axis], by_turns[2 * axis + 1], &shape[axis]))
            throw_bad_shape(x.shape());
    }
    array<T> result(uninitialized{}, shape);
    assign(view<T>(result.data(), by_turns, contiguous_strides(by_turns)), numlane::multiply(x, y));
    return result;
}

}  // namespace detail

/// The products of every element of a with every one of b: numpy.outer.
///   a, b  arrays count as the vectors of their elements in C order
/// Returns (a.size(), b.size()).
template <operand A, operand B>
    requires detail::factors<A, B>
auto outer(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    return detail::outer(detail::factor_elements<T>(a), detail::factor_elements<T>(b));
}

/// The Kronecker product, blocks of b scaled by the elements of a: numpy.kron.
///   a, b  of any ranks; the lower one is taken to have leading axes of extent 1
/// Returns the shape of the products of the extents. Throws shape_error above 16 axes.
template <operand A, operand B>
    requires detail::factors<A, B>
auto kron(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    constexpr int R = detail::broadcast_rank<detail::rank_of<A>, detail::rank_of<B>>;
    return detail::as_product<R>(detail::kron(detail::factor_elements<T>(a), detail::factor_elements<T>(b)));
}

namespace linalg {

/// numpy.linalg.outer: as numlane::outer, of vectors alone. Throws shape_error for others.
template <array_operand A, array_operand B>
auto outer(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    const view<const T> x = detail::as_elements<T>(a), y = detail::as_elements<T>(b);
    if (x.ndim() != 1 || y.ndim() != 1)
        throw shape_error(detail::message({"linalg::outer: the operands must be vectors, but their shapes are ",
                                           to_string(x.shape()), " and ", to_string(y.shape())}));
    return detail::outer(x, y);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
