#pragma once

#include "numlane/array/joined_axes.hpp"
#include "numlane/core/column_keys.hpp"
#include "numlane/reduce/truth.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Where samples lie: the elements along the reduced axes, one sample for each result. That of result plane * columns + column
/// begins plane * plane_stride + column * column_stride elements behind the first.
template <class T>
struct sample_layout {
    view<const T> elements;
    dims<> shape;  // of the result
    index_t size;  // of a sample
    index_t planes, plane_stride;
    index_t columns, column_stride;
    index_t stride;  // in a sample
    int width;       // so many samples of a plane are looked at together

    index_t blocks() const { return ceil_div(columns, index_t(width)); }
};

/// Samples of truth values are as good as the number of those that are true.
template <>
struct sample_layout<bool> {
    array<std::int64_t> true_ones;
    dims<> shape;
    index_t size;
    index_t planes, columns;
    int width = 1;

    index_t blocks() const { return columns; }
};

/// Longer samples are dealt to buckets one by one: a block of them would not stay near, and for eight bytes SSE4 and AVX2 have
/// few lanes. Measured on all three targets of x86-64.
template <class T>
inline constexpr index_t longest_column = sizeof(column_key<T>) == 4 ? 16384 : 4096;

/// The samples of x along the axes; those that are no rows, nor columns side by side, are copied to rows.
template <class X>
auto sample_layout_of(const char* name, const X& x, const axes& axis, bool keepdims) {
    using T = typename X::value_type;
    const dims<> shape(x.shape());
    const axis_set set = reduced_axes(name, axis, shape);
    const dims<> left = reduced_shape(shape, set, keepdims);
    const index_t size = reduced_size(shape, set), results = shape_size(left);
    if constexpr (std::is_same_v<T, bool>) {
        return sample_layout<bool>{count_nonzero(x, axis_options{axis, keepdims}), left, size, 1, results};
    } else {
        const view<const T> v = as_elements<T>(x);
        constexpr int side_by_side = is_complex_v<T> ? 1 : columns_of_keys<column_key<T>>;
        const auto width_of = [&](index_t columns) {
            return size > 0 && size <= longest_column<T> && columns >= side_by_side / 2 ? side_by_side : 1;
        };
        joined_axes reduced, columns, planes;
        for (int i = v.ndim() - 1; i >= 0; --i) {
            joined_axes& kept =
                planes.extent == 1 && (columns.extent == 1 || columns.extent == v.strides()[i]) ? columns : planes;
            (set.has[i] ? reduced : kept).append_outer(shape[i], v.strides()[i]);
        }
        if (!is_complex_v<T> && columns.stride == 1 && reduced.possible && planes.possible &&
            width_of(columns.extent) > 1)
            return sample_layout<T>{v,
                                    left,
                                    size,
                                    planes.extent,
                                    planes.stride,
                                    columns.extent,
                                    1,
                                    reduced.stride,
                                    width_of(columns.extent)};
        dims<> order = dims<>::with_rank(v.ndim());
        int to = 0;
        for (const bool last : {false, true})
            for (int i = 0; i < v.ndim(); ++i)
                if (set.has[i] == last) order[to++] = i;
        const view<const T> ordered = v.transpose(order);
        return sample_layout<T>{ordered.is_contiguous() ? ordered : view<const T>(array<T>(ordered).as_view()),
                                left,
                                size,
                                1,
                                0,
                                results,
                                size,
                                1,
                                width_of(results)};
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
