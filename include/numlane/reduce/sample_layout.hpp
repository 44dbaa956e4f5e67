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

/// How many of `columns` samples of `size` elements are best looked at together: `block`, or one by one. In rows they must be
/// turned first. One by one if a block of them would not stay in the second cache, if registers have few lanes, and if many lanes
/// of the last block would be without a sample.
template <class K>
int samples_together(index_t size, index_t columns, bool in_rows) {
    constexpr int block = columns_of_keys<K>;
    const int bytes = active_register_bytes();
    const index_t longest = bytes < 16 ? 0 : sizeof(K) == 4 ? 16384 : 64 * bytes, used = size > 128 ? 3 : 2;
    const bool full = 4 * columns >= used * block * ceil_div(columns, index_t(block));
    return size > (in_rows ? 7 : 0) && size <= longest && full ? block : 1;
}

/// The samples of x along the axes; those that are no rows, nor columns side by side, are copied to rows.
template <class X>
auto sample_layout_of(const char* name, const X& x, const axes& axis, bool keepdims) {
    using T = typename X::value_type;
    const dims<> shape(x.shape());
    const axis_set set = reduced_axes(name, axis, shape);
    const dims<> left = reduced_shape(shape, set, keepdims);
    const index_t size = reduced_size(shape, set), results = shape_size(left);
    if constexpr (std::is_same_v<T, bool>) {
        if (axis.all()) {
            array<std::int64_t> count(uninitialized{}, left);
            *count.data() = count_nonzero(x);
            return sample_layout<bool>{std::move(count), left, size, 1, 1};
        }
        return sample_layout<bool>{count_nonzero(x, axis_options{axis, keepdims}), left, size, 1, results};
    } else {
        const view<const T> v = as_elements<T>(x);
        const auto together = [&](index_t columns, bool in_rows) {
            if constexpr (is_complex_v<T>) return 1;
            else return samples_together<column_key<T>>(size, columns, in_rows);
        };
        joined_axes reduced, columns, planes;
        for (int i = v.ndim() - 1; i >= 0; --i) {
            joined_axes& kept =
                planes.extent == 1 && (columns.extent == 1 || columns.extent == v.strides()[i]) ? columns : planes;
            (set.has[i] ? reduced : kept).append_outer(shape[i], v.strides()[i]);
        }
        if (columns.stride == 1 && reduced.possible && planes.possible && together(columns.extent, false) > 1)
            return sample_layout<T>{v,
                                    left,
                                    size,
                                    planes.extent,
                                    planes.stride,
                                    columns.extent,
                                    1,
                                    reduced.stride,
                                    together(columns.extent, false)};
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
                                together(results, true)};
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
