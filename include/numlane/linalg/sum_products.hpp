#pragma once

#include "numlane/array/view.hpp"
#include "numlane/reduce/sum.hpp"
#include "numlane/ufunc/arithmetic.hpp"
#include "numlane/ufunc/complex.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether many sums of k products each are faster by one fused reduction than by as many products of two vectors. Long
/// complex ones are not, unless the memory runs across the sums: with 1000 elements a library took 0.7 of the time.
template <class T>
constexpr bool fuses_products(index_t k, bool across) {
    return !is_complex_v<T> || k < 64 || across;
}

/// Whether x and y, of one shape, lie side by side along an axis that is long enough for a fused reduction to beat copies.
template <class T>
bool lie_along(const view<const T>& x, const view<const T>& y) {
    for (int axis = 0; axis < x.ndim(); ++axis)
        if (x.strides()[axis] == 1 && y.strides()[axis] == 1 && x.shape()[axis] >= 64) return true;
    return false;
}

/// The axes from `first` on, of `ndim`.
inline axes last_axes(int first, int ndim) {
    dims<> list = dims<>::with_rank(ndim - first);
    for (int i = 0; i < list.size(); ++i) list[i] = first + i;
    return axes(list);
}

/// c = the sums of the node's elements over its last axes, which c lacks.
template <class T, class Node>
void sum_last_axes(const Node& node, const view<T>& c) {
    const dims<> shape(node.shape());
    const axes last = last_axes(c.ndim(), shape.size());
    if constexpr (std::is_same_v<T, bool>) {
        assign(c, sum<bool>(node, {.axis = last}));
    } else {
        if (shape_size(shape) == 0) return assign(c, T(0));
        const axis_set set = reduced_axes("sum", last, shape);
        const auto sum_into = [&](T* data) {
            reduce_elements<value_kernels<reducer::sum, T>, T>({"sum", last}, shape, set, node, no_mask(), T(0),
                                                               begun_with<T, add_values>{T(0), T(0), false}, data);
        };
        if (is_contiguous(c.shape(), c.strides())) return sum_into(c.data());
        array<T> sums(uninitialized{}, c.shape());
        sum_into(sums.data());
        assign(c, sums);
    }
}

/// c = the sums of x·y over their last axes, which c lacks; x conjugated if conj_x says so. The shapes broadcast.
template <class T>
void sum_products(const view<const T>& x, const view<const T>& y, const view<T>& c, bool conj_x = false) {
    if constexpr (is_complex_v<T>)
        if (conj_x) return sum_last_axes<T>(as_node(multiply(conj(x), y)), c);
    sum_last_axes<T>(as_node(multiply(x, y)), c);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
