#pragma once

#include "numlane/linalg/matmul.hpp"
#include "numlane/linalg/sum_products.hpp"
#include "numlane/manip/moveaxis.hpp"
#include "numlane/reduce/axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The products of vectors along one axis of each, the first conjugated.
template <class T>
array<T> vecdot(const view<const T>& x, const view<const T>& y, index_t axis) {
    if (x.ndim() == 0 || y.ndim() == 0) throw_scalar_factor("vecdot", x.shape(), y.shape());
    const int ax = checked_axis("vecdot", axis, x.shape()), ay = checked_axis("vecdot", axis, y.shape());
    const index_t n = x.shape()[ax];
    if (n != y.shape()[ay]) throw_inner("vecdot", x.shape(), y.shape(), n, y.shape()[ay]);
    const view<const T> a = without_axis(x, ax), b = without_axis(y, ay);
    const dims<> shape = broadcast_batches("vecdot", x.shape(), y.shape(), a.shape(), b.shape());
    array<T> c(uninitialized{}, shape);
    if (c.size() == 0) return c;
    if (shape.size() > 0 && fuses_products<T>(n, x.strides()[ax] != 1 && y.strides()[ay] != 1)) {
        sum_products<T>(moveaxis(x, ax, -1), moveaxis(y, ay, -1), c.as_view(), true);
        return c;
    }
    const dims<> a_strides = broadcast_strides(a.shape(), a.strides(), shape, "vecdot");
    const dims<> b_strides = broadcast_strides(b.shape(), b.strides(), shape, "vecdot");
    stacked_product<T> p{
        {1, 1, n, {a.data(), 0, x.strides()[ax], true}, {b.data(), y.strides()[ay], 0}, {c.data(), 0, 0}},
        0,
        {},
        {},
        {},
        {}};
    for (int i = 0; i < shape.size(); ++i) p.add_axis(shape[i], a_strides[i], b_strides[i], c.strides()[i]);
    p.run();
    return c;
}

template <class T>
T vdot(const view<const T>& x, const view<const T>& y) {
    if (x.size() != y.size()) throw_inner("vdot", x.shape(), y.shape(), x.size(), y.size());
    const bool contiguous = x.is_contiguous() && y.is_contiguous();
    if (!contiguous && x.shape() == y.shape() && lie_along(x, y)) {  // without a copy
        T sum;
        sum_products<T>(x, y, view<T>(&sum, dims<>(), dims<>()), true);
        return sum;
    }
    const view<const T, 1> a = x.ravel(), b = y.ravel();
    return vector_product<T>({a.size(), {a.data(), a.strides()[0], true}, {b.data(), b.strides()[0]}});
}

template <int A, int B>
inline constexpr int vecdot_rank = A == dynamic || B == dynamic ? dynamic : (A > B ? A : B) - 1;

}  // namespace detail

/// Products of vectors, the first of them conjugated: numpy.vecdot (NumPy 2).
///   x, y  vectors along `axis` of each; the other axes broadcast
/// Returns the shape of those, which for two vectors is (). Integers wrap. Throws shape_error
/// where the shapes do not fit, index_error for an axis out of range.
template <array_operand X, array_operand Y>
auto vecdot(const X& x, const Y& y, index_t axis = -1) {
    using T = detail::result_t<X, Y>;
    return detail::as_product<detail::vecdot_rank<detail::rank_of<X>, detail::rank_of<Y>>>(
        detail::vecdot(detail::as_elements<T>(x), detail::as_elements<T>(y), axis));
}

/// The product of two vectors, the first of them conjugated: numpy.vdot.
///   x, y  of the same size; arrays of more axes count as the vectors of their elements in C order
/// Returns the element. Throws shape_error unless the sizes are equal.
template <operand X, operand Y>
    requires detail::factors<X, Y>
auto vdot(const X& x, const Y& y) {
    using T = detail::result_t<X, Y>;
    return detail::vdot(detail::factor_elements<T>(x), detail::factor_elements<T>(y));
}

namespace linalg {
using numlane::vecdot;
}
NUMLANE_END_NAMESPACE
