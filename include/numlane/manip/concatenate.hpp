#pragma once

#include <initializer_list>
#include <vector>

#include "numlane/array/relayout.hpp"
#include "numlane/expr/as_node.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The axis along which concatenate and stack put arrays one after the other; a negative one counts from the end.
struct join_options {
    index_t axis = 0;
};

namespace detail {

/// The shape of operands joined along an axis of each; throws shape_error where another axis differs.
inline dims<> concatenated_shape(const dims<>* shapes, std::size_t count, int axis) {
    dims<> shape = shapes[0];
    for (std::size_t i = 1; i < count; ++i) {
        bool fits = shapes[i].size() == shape.size();
        for (int k = 0; fits && k < shape.size(); ++k) fits = k == axis || shapes[i][k] == shape[k];
        if (!fits)
            throw shape_error(message({"concatenate: operands 0 and ", i, " of shapes ", to_string(shapes[0]), " and ",
                                       to_string(shapes[i]), " differ in more than axis ", axis}));
        if (__builtin_add_overflow(shape[axis], shapes[i][axis], &shape[axis])) shape[axis] = PTRDIFF_MAX;
    }
    return shape;
}

/// Evaluates nodes one after the other into parts of an array.
template <class T, int R>
class joined_parts {
public:
    joined_parts(const dims<R>& shape, int axis) : result_(uninitialized{}, shape), axis_(axis) {}

    template <class Node>
    void append(const Node& node) {
        const view<T, R> whole = result_.as_view();
        layout<R> part{whole.shape(), whole.strides(), at_ * whole.strides()[axis_]};
        part.shape[axis_] = node.shape()[axis_];
        at_ += part.shape[axis_];
        node.assign_to(relaid(whole, part));
    }
    array<T, R> take() { return std::move(result_); }

private:
    array<T, R> result_;
    int axis_;
    index_t at_ = 0;
};

template <class T, class... Node>
auto concatenate_nodes(index_t axis, const Node&... nodes) {
    const dims<> shapes[] = {dims<>(nodes.shape())...};
    const int along = checked_axis("concatenate", axis, shapes[0]);
    constexpr int rank = common_rank<Node::rank...>;
    joined_parts<T, rank> parts(dims<rank>(concatenated_shape(shapes, sizeof...(Node), along)), along);
    (parts.append(nodes), ...);
    return parts.take();
}

template <class Range>
auto concatenate_all(const Range& list, index_t axis) {
    using A = typename Range::value_type;
    std::vector<dims<>> shapes;
    for (const A& x : list) shapes.push_back(dims<>(x.shape()));
    if (shapes.empty()) throw shape_error("concatenate: there are no arrays");
    const int along = checked_axis("concatenate", axis, shapes[0]);
    joined_parts<std::remove_const_t<typename A::value_type>, A::rank> parts(
        dims<A::rank>(concatenated_shape(shapes.data(), shapes.size(), along)), along);
    for (const A& x : list) parts.append(as_node(x));
    return parts.take();
}

}  // namespace detail

/// Arrays and expressions, one after the other along an axis that they have: numpy.concatenate.
///   options  {.axis = 0}
///   a...     all of one shape but for the extent of that axis
/// Returns a new array in the dtype of all of them. Throws index_error for an axis out of range, as of arrays of shape (),
/// shape_error where the shapes differ. Without options the axis is the first; NumPy's None is ravel() of each.
template <array_operand... A>
    requires(sizeof...(A) > 0)
auto concatenate(const join_options& options, const A&... a) {
    return detail::concatenate_nodes<detail::result_t<A...>>(options.axis, detail::as_node(a)...);
}
template <array_operand... A>
    requires(sizeof...(A) > 0)
auto concatenate(const A&... a) {
    return concatenate(join_options(), a...);
}

/// The same of a std::vector of arrays or of views, or of arrays in braces, which are copied into them.
template <array_like A>
auto concatenate(const std::vector<A>& list, index_t axis = 0) {
    return detail::concatenate_all(list, axis);
}
template <array_like A>
auto concatenate(std::initializer_list<A> list, index_t axis = 0) {
    return detail::concatenate_all(list, axis);
}

NUMLANE_END_NAMESPACE
