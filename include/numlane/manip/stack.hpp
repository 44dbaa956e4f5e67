#pragma once

#include "numlane/manip/concatenate.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The shape of `count` operands side by side along a new axis; throws shape_error where their shapes differ.
inline dims<> stacked_shape(const dims<>* shapes, std::size_t count, index_t& axis) {
    for (std::size_t i = 1; i < count; ++i)
        if (shapes[i] != shapes[0])
            throw shape_error(message({"stack: operands 0 and ", i, " of shapes ", to_string(shapes[0]), " and ",
                                       to_string(shapes[i]), ", which must be equal"}));
    dims<> shape = dims<>::with_rank(shapes[0].size() + 1);
    axis = checked_axis("stack", axis, shape);
    for (int i = 0, from = 0; i < shape.size(); ++i) shape[i] = i == axis ? index_t(count) : shapes[0][from++];
    return shape;
}

/// Evaluates nodes one after the other into the sub-arrays along an axis.
template <class T, int R>
class stacked_parts {
public:
    static constexpr int result_rank = R == dynamic ? dynamic : R + 1;

    stacked_parts(const dims<>& shape, int axis) : result_(uninitialized{}, dims<result_rank>(shape)), axis_(axis) {}

    template <class Node>
    void append(const Node& node) {
        const view<T, result_rank> whole = result_.as_view();
        layout<R> part{dims<R>::with_rank(whole.ndim() - 1), dims<R>::with_rank(whole.ndim() - 1),
                       at_++ * whole.strides()[axis_]};
        for (int i = 0, to = 0; i < whole.ndim(); ++i) {
            if (i == axis_) continue;
            part.shape[to] = whole.shape()[i];
            part.strides[to++] = whole.strides()[i];
        }
        node.assign_to(relaid(whole, part));
    }
    array<T, result_rank> take() { return std::move(result_); }

private:
    array<T, result_rank> result_;
    int axis_;
    index_t at_ = 0;
};

template <class T, class... Node>
auto stack_nodes(index_t axis, const Node&... nodes) {
    const dims<> shapes[] = {dims<>(nodes.shape())...};
    const dims<> shape = stacked_shape(shapes, sizeof...(Node), axis);
    stacked_parts<T, common_rank<Node::rank...>> parts(shape, int(axis));
    (parts.append(nodes), ...);
    return parts.take();
}

template <class Range>
auto stack_all(const Range& list, index_t axis) {
    using A = typename Range::value_type;
    std::vector<dims<>> shapes;
    for (const A& x : list) shapes.push_back(dims<>(x.shape()));
    if (shapes.empty()) throw shape_error("stack: there are no arrays");
    const dims<> shape = stacked_shape(shapes.data(), shapes.size(), axis);
    stacked_parts<std::remove_const_t<typename A::value_type>, A::rank> parts(shape, int(axis));
    for (const A& x : list) parts.append(as_node(x));
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
    return detail::stack_nodes<detail::result_t<A...>>(options.axis, detail::as_node(a)...);
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
