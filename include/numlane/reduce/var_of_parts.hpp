#pragma once

#include "numlane/reduce/divide_squares.hpp"
#include "numlane/reduce/options.hpp"
#include "numlane/reduce/reduce_axes.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class Node>
inline constexpr bool is_array_node = false;
template <class T, int R>
inline constexpr bool is_array_node<array_node<T, R>> = true;

/// Complex elements as real numbers, with a last axis for the real and the imaginary part.
template <class P, int R>
view<const P> parts_of(const view<const std::complex<P>, R>& x) {
    const int rank = x.ndim();
    dims<> shape = dims<>::with_rank(rank + 1), strides = shape;
    for (int axis = 0; axis < rank; ++axis) {
        shape[axis] = x.shape()[axis];
        strides[axis] = 2 * x.strides()[axis];
    }
    shape[rank] = 2;
    strides[rank] = 1;
    return {reinterpret_cast<const P*>(x.data()), shape, strides, x.memory()};
}

/// The variances of complex numbers, or their roots: the sums of those of both parts, all in one pass over memory.
template <bool Root, class P, int R>
array<P> var_of_parts(const char* name, const view<const std::complex<P>, R>& x, const moment_options& options) {
    const dims<> shape(x.shape());
    const axis_set set = reduced_axes(name, options.axis, shape);
    dims<> reduced = shape;
    int count = 0;
    for (int axis = 0; axis < shape.size(); ++axis)
        if (set.has[axis]) reduced[count++] = axis;
    dims<> list = dims<>::with_rank(count);
    for (int i = 0; i < count; ++i) list[i] = reduced[i];

    const array<P> squares =
        reduce_axes<moment_kernels<P>, P>({name, axes(list)}, as_node(parts_of(x)), options.keepdims, no_mask(), P(0),
                                          [](index_t) { return divide_squares<P, false>(1, 0); });
    array<P> result(uninitialized{}, reduced_shape(shape, set, options.keepdims));
    const divide_squares<P, Root> finish(reduced_size(shape, set), options.ddof);
    for (index_t i = 0; i < result.size(); ++i)
        result.data()[i] = finish(squares.data()[2 * i] + squares.data()[2 * i + 1]);
    return result;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
