#pragma once

#include "numlane/array/indexing.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_reshape(const dims<>& from, const dims<>& to) {
    throw shape_error(message({"cannot reshape array of shape ", to_string(from), " into shape ", to_string(to)}));
}

/// The new shape with its -1, if there is one, replaced by what makes the sizes equal; throws shape_error if none does.
template <int R, int Q>
constexpr dims<Q> resolve_shape(const dims<R>& from, const dims<Q>& to) {
    dims<Q> shape = to;
    int unknown = -1;
    for (int axis = 0; axis < shape.size(); ++axis) {
        if (shape[axis] != -1) continue;
        if (unknown >= 0)
            throw shape_error(message({"reshape can infer only one dimension, not those of ", to_string(to)}));
        unknown = axis;
        shape[axis] = 1;
    }
    const index_t size = shape_size(from);
    const index_t known = shape_size(shape);
    if (unknown >= 0) {
        if (known == 0 || size % known != 0) throw_reshape(from, to);
        shape[unknown] = size / known;
    } else if (known != size) {
        throw_reshape(from, to);
    }
    return shape;
}

/// Finds strides that show the elements of `shape`, `strides` in C order as `to`, which has as many. False if only a
/// copy can: walks both shapes at once in groups of axes of equal size, each of which must be contiguous in itself.
template <int R, int Q>
constexpr bool reshape_strides(const dims<R>& shape, const dims<R>& strides, const dims<Q>& to, dims<Q>& out) {
    out = contiguous_strides(to);
    if (is_contiguous(shape, strides)) return true;
    int from_axis = shape.size() - 1;
    int to_axis = to.size() - 1;
    while (from_axis >= 0 || to_axis >= 0) {
        index_t from_size = 1;
        index_t to_size = 1;
        index_t stride = 0;
        int const to_last = to_axis;
        do {
            // Axes of extent 1 fit anywhere.
            const bool grow_from = from_axis >= 0 && (from_size <= to_size);
            if (grow_from) {
                const index_t extent = shape[from_axis];
                if (extent != 1) {
                    if (from_size == 1) stride = strides[from_axis];
                    else if (strides[from_axis] != stride * from_size) return false;
                }
                from_size *= extent;
                --from_axis;
            } else {
                to_size *= to[to_axis--];
            }
        } while (from_size != to_size);
        while (to_axis >= 0 && to[to_axis] == 1) --to_axis;
        for (int axis = to_last; axis > to_axis; --axis) {
            out[axis] = stride;
            stride *= to[axis];
        }
    }
    return true;
}

/// The layout with its axes in the order of `axes`; throws shape_error unless they are a permutation.
template <int R, int Q>
constexpr layout<R> permute_layout(const dims<R>& shape, const dims<R>& strides, const dims<Q>& axes) {
    const int ndim = shape.size();
    if (axes.size() != ndim) {
        throw shape_error(
            message({"transpose: axes ", to_string(axes), " do not match an array of shape ", to_string(shape)}));
    }
    layout<R> out{shape, strides, 0};
    bool seen[max_rank] = {};
    for (int i = 0; i < ndim; ++i) {
        const int axis = checked_axis("transpose", axes[i], shape);
        if (seen[axis]) throw shape_error(message({"transpose: repeated axis in ", to_string(axes)}));
        seen[axis] = true;
        out.shape[i] = shape[axis];
        out.strides[i] = strides[axis];
    }
    return out;
}

/// The layout with its axes in reverse order.
template <int R>
constexpr layout<R> reverse_layout(const dims<R>& shape, const dims<R>& strides) {
    layout<R> out{shape, strides, 0};
    for (int i = 0, j = shape.size() - 1; j >= 0; ++i, --j) {
        out.shape[i] = shape[j];
        out.strides[i] = strides[j];
    }
    return out;
}

/// The layout without the axes of extent 1, or without the given ones; throws shape_error if one has another extent.
template <int R, int Q>
constexpr layout<dynamic> squeeze_layout(const dims<R>& shape, const dims<R>& strides, const dims<Q>* axes) {
    const int ndim = shape.size();
    bool drop[max_rank] = {};
    for (int i = 0; axes != nullptr && i < axes->size(); ++i) {
        const int axis = checked_axis("squeeze", (*axes)[i], shape);
        if (shape[axis] != 1) {
            throw shape_error(
                message({"squeeze: axis ", axis, " of shape ", to_string(shape), " does not have size 1"}));
        }
        if (drop[axis]) throw shape_error(message({"squeeze: axis ", axis, " is given twice"}));
        drop[axis] = true;
    }
    int kept = 0;
    for (int axis = 0; axis < ndim; ++axis) {
        if (axes == nullptr) drop[axis] = shape[axis] == 1;
        kept += drop[axis] ? 0 : 1;
    }
    layout<dynamic> out{dims<>::with_rank(kept), dims<>::with_rank(kept), 0};
    for (int axis = 0, to = 0; axis < ndim; ++axis) {
        if (drop[axis]) continue;
        out.shape[to] = shape[axis];
        out.strides[to++] = strides[axis];
    }
    return out;
}

[[noreturn]] NUMLANE_COLD inline void throw_expand_dims(const dims<>& shape, index_t axis, int ndim) {
    if (ndim > max_rank)
        throw shape_error(message({"expand_dims: shape ", to_string(shape), " with ", ndim - shape.size(),
                                   " more axes would have ", ndim, " axes, but an array has 0 to ", max_rank}));
    throw index_error(message({"expand_dims: axis ", axis, " is out of bounds for the ", ndim,
                               ndim == 1 ? " axis" : " axes", " of the result from shape ", to_string(shape)}));
}

/// The layout with a new axis of extent 1 before `axis`, counted in the result; throws index_error when out of range.
template <int R>
constexpr auto expand_layout(const dims<R>& shape, const dims<R>& strides, index_t axis) {
    constexpr int Q = R == dynamic ? dynamic : R + 1;
    const int ndim = shape.size() + 1;
    if (ndim > max_rank || axis < -ndim || axis >= ndim) throw_expand_dims(shape, axis, ndim);
    const int at = static_cast<int>(axis < 0 ? axis + ndim : axis);
    layout<Q> out{dims<Q>::with_rank(ndim), dims<Q>::with_rank(ndim), 0};
    for (int to = 0; to < ndim; ++to) {
        const int from = to < at ? to : to - 1;
        out.shape[to] = to == at ? 1 : shape[from];
        out.strides[to] = to == at ? 0 : strides[from];
    }
    return out;
}

/// The layout with new axes of extent 1 at those given, all counted in the result; throws index_error when one is out of
/// range or given twice.
template <int R>
constexpr layout<dynamic> expand_layout(const dims<R>& shape, const dims<R>& strides, const dims<>& axes) {
    const int ndim = shape.size() + axes.size();
    if (ndim > max_rank) throw_expand_dims(shape, 0, ndim);
    for (index_t axis : axes)
        if (axis < -ndim || axis >= ndim) throw_expand_dims(shape, axis, ndim);
    bool added[max_rank] = {};
    for (index_t given : axes) {
        const index_t axis = given < 0 ? given + ndim : given;
        if (added[axis]) throw index_error(message({"expand_dims: axis ", axis, " is given twice"}));
        added[axis] = true;
    }
    layout<dynamic> out{dims<>::with_rank(ndim), dims<>::with_rank(ndim), 0};
    for (int to = 0, from = 0; to < ndim; ++to) {
        out.shape[to] = added[to] ? 1 : shape[from];
        out.strides[to] = added[to] ? 0 : strides[from];
        from += added[to] ? 0 : 1;
    }
    return out;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
