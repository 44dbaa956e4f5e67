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
                                       to_string(shapes[i]), " must have as many axes, all equal but axis ", axis}));
        if (__builtin_add_overflow(shape[axis], shapes[i][axis], &shape[axis]))
            throw shape_error(
                message({"concatenate: axis ", axis, " of the result would be longer than an index can say"}));
    }
    return shape;
}

/// An array whose parts along one axis are written one after the other.
template <class T, int R>
class joined_parts {
public:
    joined_parts(const dims<>& shape, int axis) : result_(uninitialized{}, dims<R>(shape)), axis_(axis) {}

    /// The next part, of so many elements of the axis.
    view<T, R> next(index_t extent) {
        const view<T, R> whole = result_.as_view();
        layout<R> part{whole.shape(), whole.strides(), at_ * whole.strides()[axis_]};
        part.shape[axis_] = extent;
        at_ += extent;
        return relaid(whole, part);
    }
    template <class Node>
    void append(const Node& node) {
        node.assign_to(next(node.shape()[axis_]));
    }
    array<T, R> take() { return std::move(result_); }

private:
    array<T, R> result_;
    int axis_;
    index_t at_ = 0;
};

template <class A>
using joined_element = std::remove_const_t<typename A::value_type>;

/// The shapes of a list, which must not be empty.
template <class Range>
std::vector<dims<>> shapes_of(const char* name, const Range& list) {
    std::vector<dims<>> shapes;
    for (const auto& x : list) shapes.push_back(dims<>(x.shape()));
    if (shapes.empty()) throw shape_error(message({name, ": there are no arrays"}));
    return shapes;
}

template <class Range>
auto concatenate_all(const Range& list, index_t axis) {
    using A = typename Range::value_type;
    const std::vector<dims<>> shapes = shapes_of("concatenate", list);
    const int along = checked_axis("concatenate", axis, shapes[0]);
    joined_parts<joined_element<A>, A::rank> parts(concatenated_shape(shapes.data(), shapes.size(), along), along);
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
    const dims<> shapes[] = {dims<>(detail::as_node(a).shape())...};
    const int along = detail::checked_axis("concatenate", options.axis, shapes[0]);
    detail::joined_parts<detail::result_t<A...>, detail::common_rank<A::rank...>> parts(
        detail::concatenated_shape(shapes, sizeof...(A), along), along);
    (parts.append(detail::as_node(a)), ...);
    return parts.take();
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
