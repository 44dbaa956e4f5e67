#pragma once

#include "numlane/expr/cost.hpp"
#include "numlane/expr/operand.hpp"
#include "numlane/manip/as_view.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The places in an axis of `extent` elements that an array of indices names; throws index_error.
template <class I>
array<std::int64_t, 1> places_in_axis(const I& indices, int axis, index_t extent) {
    const auto given = as_view(indices);
    array<std::int64_t, 1> places(uninitialized{}, dims<1>(given.size()));
    std::int64_t* to = places.data();
    for (const auto index : given) {
        check_index(as_index(index), axis, extent);
        *to++ = wrap_index(as_index(index), extent);
    }
    return places;
}

/// Copies runs of `run` elements: number k of each plane is the one at places[k] of the same plane of `from`.
template <class T>
struct taker {
    const T* from;
    const std::int64_t* places;
    index_t count, stride, run, extent;
    T* to;

    void operator()(index_t begin, index_t end) const {
        for (index_t k = begin; k < end; ++k) {
            const T* const source = from + (k / count * extent + places[k % count]) * stride;
            __builtin_memcpy(to + k * run, source, std::size_t(run) * sizeof(T));
        }
    }
    void elements(index_t begin, index_t end) const {
        for (index_t k = begin; k < end; ++k) to[k] = from[places[k] * stride];
    }
};

template <int R, int Q>
inline constexpr int rank_of_taken = R == dynamic || Q == dynamic ? dynamic : R + Q - 1;

}  // namespace detail

/// An array of integers, or an expression of some, as indices.
template <class I>
concept index_operand = detail::reshapable<const I&> && std::integral<typename I::value_type> &&
                        !std::same_as<typename I::value_type, bool>;

/// The elements, or sub-arrays, that indices name along one axis: numpy.take.
///   a        [..., n, ...]
///   indices  of any shape, whose axes take the place of `axis` in the result; negative ones count from the end
/// Returns a new array; throws index_error for an axis or an index out of range.
template <detail::reshapable A, index_operand I>
auto take(const A& a, const I& indices, index_t axis) {
    using T = std::remove_const_t<typename std::remove_cvref_t<A>::value_type>;
    const auto v = detail::as_view(a);
    const int taken = detail::checked_axis("take", axis, v.shape());
    const dims<> chosen(detail::as_view(indices).shape());
    const array<std::int64_t, 1> places = detail::places_in_axis(indices, taken, v.shape()[taken]);

    dims<> shape = dims<>::with_rank(v.ndim() - 1 + chosen.size());
    index_t planes = 1, run = 1;
    int to = 0;
    for (int i = 0; i < v.ndim(); ++i) {
        if (i < taken) planes *= v.shape()[i];
        if (i > taken) run *= v.shape()[i];
        if (i != taken) shape[to++] = v.shape()[i];
        else
            for (index_t extent : chosen) shape[to++] = extent;
    }
    array<T, detail::rank_of_taken<decltype(v)::rank, I::rank>> result(detail::uninitialized{}, shape);
    if (result.size() == 0) return result;
    const index_t count = places.size(), extent = v.shape()[taken];
    if (v.ndim() == 1) {
        const detail::taker<T> taker{v.data(), places.data(), count, v.strides()[0], 1, extent, result.data()};
        detail::run_tasks(count, 1, [&](index_t begin, index_t end) { taker.elements(begin, end); });
        return result;
    }
    const array<T> copied = v.is_contiguous() ? array<T>() : array<T>(v);
    const T* const from = v.is_contiguous() ? v.data() : copied.data();
    const detail::taker<T> taker{from, places.data(), count, run, run, extent, result.data()};
    detail::run_tasks(planes * count, 2 + double(run) * sizeof(T) / 16, taker);
    return result;
}

/// The same of all elements in C order.
template <detail::reshapable A, index_operand I>
auto take(const A& a, const I& indices) {
    return take(detail::as_view(a).ravel(), indices, 0);
}

/// Indices in braces: take(x, {0, 2, -1}).
template <detail::reshapable A>
auto take(const A& a, std::initializer_list<std::int64_t> indices, index_t axis) {
    return take(a, array<std::int64_t, 1>(indices.begin(), dims<1>(index_t(indices.size()))), axis);
}
template <detail::reshapable A>
auto take(const A& a, std::initializer_list<std::int64_t> indices) {
    return take(a, array<std::int64_t, 1>(indices.begin(), dims<1>(index_t(indices.size()))));
}

NUMLANE_END_NAMESPACE
