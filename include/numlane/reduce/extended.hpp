#pragma once

#include "numlane/array/slice.hpp"
#include "numlane/expr/as_elements.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The dtype of T and what stands at its end: a scalar counts as it does beside an array of T.
template <class T, class End>
struct with_end {
    using type = T;
};
template <class T, scalar End>
struct with_end<T, End> {
    using type = promote_t<T, weak_t<T, End>>;
};
template <class T, array_operand End>
struct with_end<T, End> {
    using type = promote_t<T, typename End::value_type>;
};
template <class T, class End>
using with_end_t = typename with_end<T, End>::type;

/// What stands before or behind an array of `shape` along an axis: nothing (nl::_), a scalar or an array of shape (),
/// which count as one layer of that value, or an array of that shape but for its extent along the axis.
template <class T, class E>
view<const T> end_layers(const char* name, const E& end, dims<> shape, int axis) {
    if constexpr (std::is_same_v<E, all_t>) {
        shape[axis] = 0;
        return array<T>(uninitialized{}, shape);
    } else if constexpr (scalar<E>) {
        shape[axis] = 1;
        array<T> layer(uninitialized{}, shape);
        constant_node<T>{weak_value<T>(end)}.assign_to(view<T>(layer));
        return layer;
    } else {
        const view<const T> layers = as_elements<T>(end);
        if (layers.ndim() == 0) return end_layers<T>(name, *layers.data(), shape, axis);
        bool fits = layers.ndim() == shape.size();
        for (int i = 0; fits && i < shape.size(); ++i) fits = i == axis || layers.shape()[i] == shape[i];
        if (!fits)
            throw shape_error(message({name, ": an end of shape ", to_string(layers.shape()),
                                       " does not continue shape ", to_string(shape), " along axis ", axis}));
        return layers;
    }
}

/// `before`, v and `behind`, one after the other along an axis.
template <class T, class Before, class Behind>
array<T> extended(const char* name, const view<const T>& v, int axis, const Before& before, const Behind& behind) {
    const view<const T> parts[] = {end_layers<T>(name, before, v.shape(), axis), v,
                                   end_layers<T>(name, behind, v.shape(), axis)};
    dims<> shape = v.shape();
    shape[axis] = 0;
    for (const view<const T>& part : parts) shape[axis] += part.shape()[axis];
    array<T> result(uninitialized{}, shape);
    const dims<> strides = result.strides();
    index_t first = 0;
    for (const view<const T>& part : parts) {
        if (part.size() == 0) continue;
        assign(view<T>(result.data() + first * strides[axis], part.shape(), strides, result.memory()), part);
        first += part.shape()[axis];
    }
    return result;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
