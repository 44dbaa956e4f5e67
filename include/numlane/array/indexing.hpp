#pragma once

#include <type_traits>

#include "numlane/array/shape.hpp"
#include "numlane/array/slice.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class I>
concept integer_index = std::integral<std::remove_cvref_t<I>> && !std::same_as<std::remove_cvref_t<I>, bool>;

template <class I, class... Kinds>
inline constexpr bool is_one_of = (std::same_as<std::remove_cvref_t<I>, Kinds> || ...);

template <class I>
concept index_argument = integer_index<I> || is_one_of<I, slice, all_t, ellipsis_t, newaxis_t>;

template <class... I>
inline constexpr int integer_count = (0 + ... + (integer_index<I> ? 1 : 0));
template <class I, class... J>
inline constexpr int count_of = (0 + ... + (is_one_of<J, I> ? 1 : 0));
/// The axes of the array that the indices name, other than through an ellipsis.
template <class... I>
inline constexpr int consumed_axes =
    static_cast<int>(sizeof...(I)) - count_of<ellipsis_t, I...> - count_of<newaxis_t, I...>;

/// The rank that is left: integers drop an axis, newaxis adds one.
template <int R, class... I>
inline constexpr int indexed_rank = R == dynamic ? dynamic : R - integer_count<I...> + count_of<newaxis_t, I...>;

/// True if a(i...) is one element.
template <int R, class... I>
concept element_access = (integer_index<I> && ...) && (R == dynamic || R == static_cast<int>(sizeof...(I)));

/// True if a(i...) is a view.
template <int R, class... I>
concept view_access = (index_argument<I> && ...) && !element_access<R, I...> && (sizeof...(I) > 0) &&
                      count_of<ellipsis_t, I...> <= 1 && (R == dynamic || consumed_axes<I...> <= R);

[[noreturn]] NUMLANE_COLD inline void throw_out_of_bounds(index_t index, int axis, index_t extent) {
    throw index_error(message({"index ", index, " is out of bounds for axis ", axis, " with size ", extent}));
}

[[noreturn]] NUMLANE_COLD inline void throw_index_count(int indices, int ndim) {
    throw index_error(message(
        {indices, indices == 1 ? " index" : " indices", " for an array of ", ndim, ndim == 1 ? " axis" : " axes"}));
}

/// A negative index counts from the end of the axis.
template <class I>
NUMLANE_INLINE constexpr index_t wrap_index(I i, index_t extent) noexcept {
    const index_t index = static_cast<index_t>(i);
    if constexpr (std::is_signed_v<I>) return index < 0 ? index + extent : index;
    else return index;
}

constexpr void check_index(index_t index, int axis, index_t extent) {
    if (index < -extent || index >= extent) throw_out_of_bounds(index, axis, extent);
}

/// Throws index_error unless there is one index for each axis, which a fixed rank says already.
template <int R, class... I>
NUMLANE_INLINE constexpr void check_index_count(const dims<R>& shape) {
    if constexpr (R == dynamic)
        if (static_cast<int>(sizeof...(I)) != shape.size()) throw_index_count(sizeof...(I), shape.size());
}

/// Throws index_error unless there is one valid index for each axis.
template <int R, class... I>
constexpr void check_indices(const dims<R>& shape, I... indices) {
    check_index_count<R, I...>(shape);
    [[maybe_unused]] int axis = 0;
    ((check_index(as_index(indices), axis, shape[axis]), ++axis), ...);
}

/// The offset of an element, not checked. With UnitStride the last stride is known to be 1.
template <bool UnitStride, int R, class... I>
NUMLANE_INLINE constexpr index_t element_offset(const dims<R>& shape, const dims<R>& strides, I... indices) noexcept {
    constexpr int last = static_cast<int>(sizeof...(I)) - 1;
    index_t offset = 0;
    [[maybe_unused]] int axis = 0;
    ((offset += wrap_index(indices, shape[axis]) * (UnitStride && axis == last ? 1 : strides[axis]), ++axis), ...);
    return offset;
}

/// Where a view lies in the array it is taken from.
template <int R>
struct layout {
    dims<R> shape;
    dims<R> strides;
    index_t offset = 0;
};

/// Takes indices one by one and writes the layout that they leave.
template <int R, int Q>
struct indexer {
    const dims<R>& shape;
    const dims<R>& strides;
    int whole;  // the axes that an ellipsis stands for
    layout<Q> out;
    int from = 0;
    int to = 0;

    constexpr void keep(index_t extent, index_t stride) {
        out.shape[to] = extent;
        out.strides[to] = stride;
        ++to;
    }

    template <integer_index I>
    constexpr void take(I i) {
        check_index(as_index(i), from, shape[from]);
        out.offset += wrap_index(i, shape[from]) * strides[from];
        ++from;
    }
    constexpr void take(const slice& s) {
        const slice::range range = s.resolve(shape[from]);
        out.offset += range.start * strides[from];
        keep(range.count, strides[from] * range.step);
        ++from;
    }
    constexpr void take(all_t) {
        keep(shape[from], strides[from]);
        ++from;
    }
    constexpr void take(ellipsis_t) {
        for (int i = 0; i < whole; ++i) take(_);
    }
    constexpr void take(newaxis_t) { keep(1, 0); }
};

/// The layout of a(indices...); throws index_error for too many indices or one out of bounds.
template <int R, class... I>
constexpr auto index_layout(const dims<R>& shape, const dims<R>& strides, const I&... indices) {
    constexpr int Q = indexed_rank<R, I...>;
    const int whole = shape.size() - consumed_axes<I...>;
    if (whole < 0) throw_index_count(consumed_axes<I...>, shape.size());
    const int ndim = shape.size() - integer_count<I...> + count_of<newaxis_t, I...>;
    indexer<R, Q> in{shape, strides, whole, {dims<Q>::with_rank(ndim), dims<Q>::with_rank(ndim), 0}};
    (in.take(indices), ...);
    if constexpr (count_of<ellipsis_t, I...> == 0) in.take(ellipsis);
    return in.out;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
