#pragma once

#include "numlane/linalg/contract.hpp"
#include "numlane/linalg/matmul.hpp"
#include "numlane/reduce/axes.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The axes that tensordot sums over: the last `count` of a with the first of b, or the given ones in pairs.
struct contracted_axes {
    bool counted;
    int count;
    dims<> a, b;

    contracted_axes(int number) : counted(true), count(number) {}
    contracted_axes(const dims<>& of_a, const dims<>& of_b) : counted(false), count(of_a.size()), a(of_a), b(of_b) {}
};

namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_tensordot(const dims<>& a, const dims<>& b, const std::string& why) {
    throw shape_error(message({"tensordot: shapes ", to_string(a), " and ", to_string(b), " do not fit: ", why}));
}

/// Axes numbered in the order of `axes`, each of them once; throws index_error and shape_error.
inline void check_axes(const dims<>& a, const dims<>& b, dims<>& axes, const dims<>& shape) {
    bool seen[max_rank] = {};
    for (index_t& axis : axes) {
        axis = checked_axis("tensordot", axis, shape);
        if (seen[axis]) throw_tensordot(a, b, message({"axis ", axis, " is contracted twice"}));
        seen[axis] = true;
    }
}

[[noreturn]] NUMLANE_COLD inline void throw_many_left(const char* operation, const dims<>& a, const dims<>& b,
                                                      std::size_t left) {
    throw shape_error(message({operation, ": the product of shapes ", to_string(a), " and ", to_string(b),
                               " would have ", left, " axes, but an array has 0 to ", max_rank}));
}

/// The sum over pairs of axes; what is left of a and then of b makes the result.
template <class T>
array<T> tensordot(const char* operation, const view<const T>& a, const view<const T>& b, dims<> a_axes,
                   dims<> b_axes) {
    if (a_axes.size() != b_axes.size())
        throw_tensordot(a.shape(), b.shape(),
                        message({"axes ", to_string(a_axes), " and ", to_string(b_axes), " are not as many"}));
    check_axes(a.shape(), b.shape(), a_axes, a.shape());
    check_axes(a.shape(), b.shape(), b_axes, b.shape());
    named<const T> x{a, {}}, y{b, {}};
    for (int axis = 0; axis < a.ndim(); ++axis) x.names += char(1 + axis);
    for (int axis = 0; axis < b.ndim(); ++axis) y.names += char(1 + max_rank + axis);
    for (int i = 0; i < a_axes.size(); ++i) {
        const int from = int(a_axes[i]), to = int(b_axes[i]);
        if (a.shape()[from] != b.shape()[to])
            throw_tensordot(a.shape(), b.shape(),
                            message({"axis ", from, " of the first has size ", a.shape()[from], ", axis ", to,
                                     " of the second has ", b.shape()[to]}));
        y.names[std::size_t(to)] = x.names[std::size_t(from)];
    }
    std::string names;
    for (char name : x.names)
        if (!y.has(name)) names += name;
    for (char name : y.names)
        if (!x.has(name)) names += name;
    if (names.size() > max_rank) throw_many_left(operation, a.shape(), b.shape(), names.size());
    dims<> shape = dims<>::with_rank(int(names.size()));
    for (int axis = 0; axis < shape.size(); ++axis) {
        const char name = names[std::size_t(axis)];
        shape[axis] = (x.has(name) ? x : y).extent(name);
    }
    array<T> result(uninitialized{}, shape);
    contract<T>(x, y, {result.as_view(), names});
    return result;
}

template <class T>
array<T> tensordot(const view<const T>& a, const view<const T>& b, const contracted_axes& axes) {
    if (!axes.counted) return tensordot("tensordot", a, b, axes.a, axes.b);
    const int count = axes.count;
    if (count < 0 || count > a.ndim() || count > b.ndim())
        throw_tensordot(a.shape(), b.shape(), message({"they do not have ", count, " axes to sum over"}));
    dims<> last = dims<>::with_rank(count), first = last;
    for (int i = 0; i < count; ++i) {
        first[i] = i;
        last[i] = a.ndim() - count + i;
    }
    return tensordot("tensordot", a, b, last, first);
}

/// numpy.dot (Inner false), which sums over the last axis of a and the last but one of b; numpy.inner, over the last.
template <bool Inner, class T>
array<T> dot_of_any(const char* operation, const view<const T>& a, const view<const T>& b) {
    if (a.ndim() == 0 || b.ndim() == 0) return tensordot(operation, a, b, dims<>(), dims<>());
    if (!Inner && (b.ndim() == 1 || (a.ndim() <= 2 && b.ndim() == 2))) return matmul(operation, a, b);
    const int axis = Inner || b.ndim() == 1 ? b.ndim() - 1 : b.ndim() - 2;
    const index_t k = a.shape()[a.ndim() - 1], other = b.shape()[axis];
    if (k != other) throw_inner(operation, a.shape(), b.shape(), k, other);
    return tensordot(operation, a, b, dims<>(a.ndim() - 1), dims<>(axis));
}

template <bool Inner, int A, int B>
inline constexpr int dot_rank = A == 0 || B == 0               ? (A == 0 ? B : A)
                                : A == dynamic || B == dynamic ? dynamic
                                : Inner                        ? A + B - 2
                                : B == 1                       ? A - 1
                                                               : A + B - 2;

}  // namespace detail

/// Sums of products over pairs of axes: numpy.tensordot.
///   axes  how many: the last of a with the first of b; or which: {{axes of a}, {axes of b}}
/// Returns the other axes of a, then those of b. Throws shape_error where the extents differ or an axis is repeated,
/// index_error for one out of range.
template <operand A, operand B>
    requires detail::factors<A, B>
auto tensordot(const A& a, const B& b, const contracted_axes& axes = 2) {
    using T = detail::result_t<A, B>;
    return detail::tensordot(detail::factor_elements<T>(a), detail::factor_elements<T>(b), axes);
}

/// The product of two arrays: numpy.dot. Of vectors their sum of products, of matrices as matmul, with a scalar the
/// multiple; otherwise the sum over the last axis of a and the last but one of b.
/// Returns the other axes of a, then those of b, an array of shape () where there are none. Throws
/// shape_error where the shapes do not fit.
template <operand A, operand B>
    requires detail::factors<A, B>
auto dot(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    return detail::as_product<detail::dot_rank<false, detail::rank_of<A>, detail::rank_of<B>>>(
        detail::dot_of_any<false>("dot", detail::factor_elements<T>(a), detail::factor_elements<T>(b)));
}

/// Sums of products over the last axes: numpy.inner; with a scalar the multiple. Nothing is conjugated.
/// Returns the other axes of a, then those of b, an array of shape () where there are none. Throws
/// shape_error where the last axes differ.
template <operand A, operand B>
    requires detail::factors<A, B>
auto inner(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    return detail::as_product<detail::dot_rank<true, detail::rank_of<A>, detail::rank_of<B>>>(
        detail::dot_of_any<true>("inner", detail::factor_elements<T>(a), detail::factor_elements<T>(b)));
}

namespace linalg {
using numlane::tensordot;
}
NUMLANE_END_NAMESPACE
