#pragma once

#include <initializer_list>

#include "numlane/array/shape.hpp"
#include "numlane/core/scalar_value.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// An element or a braced list of such, to any depth: what `{{1, 2}, {3, 4}}` becomes. It lives as long as the full
/// expression that it stands in.
template <class T>
class nested_list {
public:
    template <scalar S>
        requires takes_scalar<T, S>
    constexpr nested_list(S value) : value_(element_of(value)) {}
    constexpr nested_list(std::initializer_list<nested_list> children) : children_(children), is_list_(true) {}

    /// Appends the extents of this list and of the first list at every depth below.
    static void measure(std::initializer_list<nested_list> list, dims<>& shape) {
        shape = with_axis(shape, static_cast<index_t>(list.size()));
        if (list.size() > 0 && list.begin()->is_list_) measure(list.begin()->children_, shape);
    }

    /// Writes the elements in C order from `out` on; throws shape_error for a list whose lengths differ.
    static T* write(std::initializer_list<nested_list> list, const dims<>& shape, int axis, T* out) {
        const index_t count = static_cast<index_t>(list.size());
        if (count != shape[axis]) throw_ragged(shape, axis, count);
        const bool last = axis + 1 == shape.size();
        for (const nested_list& child : list) {
            if (child.is_list_ == last) throw_mixed(axis);
            if (last) *out++ = child.value_;
            else out = write(child.children_, shape, axis + 1, out);
        }
        return out;
    }

private:
    template <class S>
    static constexpr T element_of(S value) {
        if constexpr (element<T>) return weak_value<T>(value);
        else return T(value);  // array<T> has refused T; this is to say no more
    }

    static dims<> with_axis(const dims<>& shape, index_t extent) {
        dims<> longer = dims<>::with_rank(shape.size() + 1);
        for (int axis = 0; axis < shape.size(); ++axis) longer[axis] = shape[axis];
        longer[shape.size()] = extent;
        return longer;
    }

    [[noreturn]] NUMLANE_COLD static void throw_ragged(const dims<>& shape, int axis, index_t count) {
        throw shape_error(message(
            {"array: ragged nested lists: lists of length ", shape[axis], " and ", count, " along axis ", axis}));
    }
    [[noreturn]] NUMLANE_COLD static void throw_mixed(int axis) {
        throw shape_error(message({"array: ragged nested lists: elements beside lists along axis ", axis}));
    }

    T value_{};
    std::initializer_list<nested_list> children_;
    bool is_list_ = false;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
