#pragma once

#include "numlane/linalg/solve.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce/axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class F>
array<F> tensorsolve(const view<const F>& given, const view<const F>& b, const dims<>& axes) {
    const int rank = given.ndim();
    dims<> order = dims<>::with_rank(rank);
    for (int i = 0; i < rank; ++i) order[i] = i;
    for (index_t axis : axes) {  // to the end, one after the other
        const int moved = checked_axis("tensorsolve", axis, given.shape());
        int at = 0;
        for (int i = 0; i < rank; ++i)
            if (order[i] != moved) order[at++] = order[i];
        order[rank - 1] = moved;
    }
    const view<const F> a = given.transpose(order);
    const auto complain = [&] {
        throw shape_error(message({"tensorsolve: a of shape ", to_string(a.shape()),
                                   " does not make a square matrix for b of shape ", to_string(b.shape())}));
    };
    if (b.ndim() > rank) complain();
    dims<> shape = dims<>::with_rank(rank - b.ndim());
    index_t size = 1;
    for (int i = 0; i < shape.size(); ++i) size *= shape[i] = a.shape()[b.ndim() + i];
    if (b.size() != size || a.size() != size * size) complain();
    const array<F> x = solve("tensorsolve", view<const F>(a.reshape(dims<>(size, size))), view<const F>(b.ravel()));
    return array<F>(x.reshape(shape));
}

}  // namespace detail
namespace linalg {

/// The x with tensordot(a, x, x.ndim()) = b: numpy.linalg.tensorsolve.
///   a     of the shape of b followed by that of x, with as many elements of one as of the other
///   axes  axes of a that are moved to its end first
/// Throws shape_error where the shapes do not fit, linalg_error where the matrix is singular.
template <array_operand A, array_operand B>
auto tensorsolve(const A& a, const B& b, const dims<>& axes = dims<>()) {
    using F = detail::common_linalg_t<typename A::value_type, typename B::value_type>;
    return detail::tensorsolve(detail::as_elements<F>(a), detail::as_elements<F>(b), axes);
}

/// The inverse of a for tensordot over its first `ind` axes: numpy.linalg.tensorinv.
///   a     whose first `ind` axes have as many elements as the others
/// Returns it, of the shape of the other axes followed by that of the first. Throws shape_error where that is not so,
/// linalg_error where the matrix is singular, error unless ind > 0.
template <array_operand A>
auto tensorinv(const A& a, int ind = 2) {
    using F = detail::linalg_t<typename A::value_type>;
    const view<const F> elements = detail::as_elements<F>(a);
    if (ind <= 0) throw error(detail::message({"tensorinv: ind must be at least 1, but is ", ind}));
    const int rank = elements.ndim();
    dims<> shape = dims<>::with_rank(rank);
    index_t rows = 1, columns = 1;
    for (int i = 0; i < rank; ++i) {
        (i < ind ? rows : columns) *= elements.shape()[i];
        shape[i < ind ? rank - (ind < rank ? ind : rank) + i : i - ind] = elements.shape()[i];
    }
    if (rows != columns)
        throw shape_error(detail::message({"tensorinv: the first ", ind, " axes of shape ", to_string(elements.shape()),
                                           " do not have as many elements as the others"}));
    const array<F> inverse = detail::inverse(
        "tensorinv", detail::matrix_stack<const F>(view<const F>(elements.reshape(dims<>(rows, columns)))));
    return array<F>(inverse.reshape(shape));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
