#pragma once

#include "numlane/manip/concatenate.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The shape of `count` operands side by side along a new axis, whose number from 0 replaces `axis`; throws shape_error where
/// their shapes differ.
inline dims<> stacked_shape(const dims<>* shapes, std::size_t count, index_t& axis) {
    for (std::size_t i = 1; i < count; ++i)
        if (shapes[i] != shapes[0])
            throw shape_error(message({"stack: operands 0 and ", i, " of shapes ", to_string(shapes[0]), " and ",
                                       to_string(shapes[i]), ", which must be equal"}));
    const int rank = shapes[0].size() + 1;
    if (rank > max_rank)
        throw shape_error(message({"stack: a new axis beside those of ", to_string(shapes[0]), " would make ", rank,
                                   ", but an array has 0 to ", max_rank}));
    axis = normalize_axis(axis, rank);
    dims<> shape = dims<>::with_rank(rank);
    for (int i = 0, from = 0; i < shape.size(); ++i) shape[i] = i == axis ? index_t(count) : shapes[0][from++];
    return shape;
}

template <int R>
inline constexpr int stacked_rank = R == dynamic ? dynamic : R + 1;

template <class Range>
auto stack_all(const Range& list, index_t axis) {
    using A = typename Range::value_type;
    const std::vector<dims<>> shapes = shapes_of("stack", list);
    const dims<> shape = stacked_shape(shapes.data(), shapes.size(), axis);
    joined_parts<joined_element<A>, stacked_rank<A::rank>> parts(shape, int(axis));
    for (const A& x : list) as_node(x).assign_to(parts.next(1).squeeze(axis));
    return parts.take();
}

}  // namespace detail

/// Arrays and expressions of one shape side by side along a new axis: numpy.stack.
///   options  {.axis = 0}, the place of the new axis in the result
///   a...     of one shape
/// Returns a new array in the dtype of all of them. Throws index_error for an axis out of range, shape_error where the
/// shapes differ, or where the result would have too many axes. Without options the new axis is the first.
template <array_operand... A>
    requires(sizeof...(A) > 0)
auto stack(const join_options& options, const A&... a) {
    const dims<> shapes[] = {dims<>(detail::as_node(a).shape())...};
    index_t axis = options.axis;
    const dims<> shape = detail::stacked_shape(shapes, sizeof...(A), axis);
    constexpr int rank = detail::stacked_rank<detail::common_rank<A::rank...>>;
    detail::joined_parts<detail::result_t<A...>, rank> parts(shape, int(axis));
    (detail::as_node(a).assign_to(parts.next(1).squeeze(axis)), ...);
    return parts.take();
}
template <array_operand... A>
    requires(sizeof...(A) > 0)
auto stack(const A&... a) {
    return stack(join_options(), a...);
}

/// The same of a std::vector of arrays or of views, or of arrays in braces, which are copied into them.
template <array_like A>
auto stack(const std::vector<A>& list, index_t axis = 0) {
    return detail::stack_all(list, axis);
}
template <array_like A>
auto stack(std::initializer_list<A> list, index_t axis = 0) {
    return detail::stack_all(list, axis);
}

NUMLANE_END_NAMESPACE
