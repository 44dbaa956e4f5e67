#pragma once

#include <optional>

#include "numlane/linalg/factor.hpp"
#include "numlane/manip/moveaxis.hpp"
#include "numlane/reduce/axes.hpp"
#include "numlane/ufunc/arithmetic.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Where the vectors of cross stand: in axisa of a, axisb of b, axisc of the result; `axis` replaces all three.
struct cross_options {
    index_t axisa = -1, axisb = -1, axisc = -1;
    std::optional<index_t> axis = {};
};

namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_cross(const char* operation, const dims<>& a, const dims<>& b,
                                                  const char* sizes) {
    throw shape_error(message(
        {operation, ": vectors have ", sizes, " elements, but the shapes are ", to_string(a), " and ", to_string(b)}));
}

/// Component i of the vectors in the last axis.
template <class T>
view<T> component(const view<T>& v, index_t i) {
    const int last = v.ndim() - 1;
    const view<T> first = without_axis(v, last);
    return view<T>(v.data() == nullptr ? nullptr : v.data() + i * v.strides()[last], first.shape(), first.strides(),
                   v.memory());
}

template <class T>
array<T> cross(const char* operation, const view<const T>& x, const view<const T>& y, const cross_options& o) {
    static_assert(!std::is_same_v<T, bool>, "cross is not defined for bool, whose elements cannot be subtracted");
    const view<const T> a = moveaxis(x, checked_axis(operation, o.axis.value_or(o.axisa), x.shape()), -1);
    const view<const T> b = moveaxis(y, checked_axis(operation, o.axis.value_or(o.axisb), y.shape()), -1);
    const index_t of_a = a.shape(-1), of_b = b.shape(-1);
    if ((of_a != 2 && of_a != 3) || (of_b != 2 && of_b != 3)) throw_cross(operation, x.shape(), y.shape(), "2 or 3");
    const dims<> batch = broadcast_batches(operation, x.shape(), y.shape(), without_axis(a.shape(), a.ndim() - 1),
                                           without_axis(b.shape(), b.ndim() - 1));
    // a[i]·b[j] - a[j]·b[i]; what a vector of two elements lacks is 0, and its products are left out.
    const auto put = [&](const view<T>& to, index_t i, index_t j) {
        using numlane::multiply;
        const bool first = i < of_a && j < of_b, second = j < of_a && i < of_b;
        if (first && second)
            assign(to,
                   subtract(multiply(component(a, i), component(b, j)), multiply(component(a, j), component(b, i))));
        else if (first) assign(to, multiply(component(a, i), component(b, j)));
        else assign(to, negative(multiply(component(a, j), component(b, i))));
    };
    if (of_a == 2 && of_b == 2) {
        array<T> c(uninitialized{}, batch);
        put(c.as_view(), 0, 1);
        return c;
    }
    const int axis = checked_axis(operation, o.axis.value_or(o.axisc), with_axes(batch, 3));
    dims<> shape = dims<>::with_rank(batch.size() + 1);
    for (int to = 0, from = 0; to < shape.size(); ++to) shape[to] = to == axis ? 3 : batch[from++];
    array<T> c(uninitialized{}, shape);
    const view<T> vectors = moveaxis(c.as_view(), axis, -1);
    for (index_t i = 0; i < 3; ++i) put(component(vectors, i), (i + 1) % 3, (i + 2) % 3);
    return c;
}

}  // namespace detail

/// Cross products of vectors of 2 or 3 elements: numpy.cross.
///   a, b     vectors along one axis, the last if not told otherwise; the others broadcast
///   options  {.axisa = 0, .axisb = -1, .axisc = -1} or {.axis = 0}
/// Returns the vectors; where a and b have 2 elements each, what would be their third, without that axis. Not for bool, as
/// in NumPy. Throws shape_error where the shapes do not fit, index_error for an axis out of range.
template <array_operand A, array_operand B>
auto cross(const A& a, const B& b, const cross_options& options = {}) {
    using T = detail::result_t<A, B>;
    return detail::cross("cross", detail::as_elements<T>(a), detail::as_elements<T>(b), options);
}

namespace linalg {

/// Cross products of vectors of 3 elements: numpy.linalg.cross. As numlane::cross; throws shape_error for 2 elements.
template <array_operand A, array_operand B>
auto cross(const A& a, const B& b, index_t axis = -1) {
    using T = detail::result_t<A, B>;
    const view<const T> x = detail::as_elements<T>(a), y = detail::as_elements<T>(b);
    const int of_x = detail::checked_axis("linalg::cross", axis, x.shape());
    const int of_y = detail::checked_axis("linalg::cross", axis, y.shape());
    if (x.shape()[of_x] != 3 || y.shape()[of_y] != 3) detail::throw_cross("linalg::cross", x.shape(), y.shape(), "3");
    return detail::cross("linalg::cross", x, y, {.axis = axis});
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
