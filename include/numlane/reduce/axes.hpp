#pragma once

#include <vector>

#include "numlane/array/shape.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The axes that a reduction runs over: one, several, or as NumPy's None all. Negative ones count from the last.
///
///     nl::sum(a, {.axis = 0});   nl::sum(a, {.axis = {0, -1}});   nl::sum(a, {.keepdims = true});
class axes {
public:
    /// All axes.
    constexpr axes() noexcept : all_(true) {}

    template <std::integral... I>
        requires(sizeof...(I) > 0 && sizeof...(I) <= max_rank)
    constexpr axes(I... given) noexcept : list_(given...), all_(false) {}

    /// The axes of a list, which may be empty: then nothing is reduced.
    constexpr explicit axes(const dims<>& list) noexcept : list_(list), all_(false) {}

    /// Throws shape_error for more than an array can have.
    template <std::integral I>
    axes(const std::vector<I>& list) : list_(dims<>::with_rank(int(list.size()))), all_(false) {
        for (int i = 0; i < list_.size(); ++i) list_[i] = index_t(list[std::size_t(i)]);
    }

    constexpr bool all() const noexcept { return all_; }
    constexpr const dims<>& list() const noexcept { return list_; }

private:
    dims<> list_;
    bool all_;
};

namespace detail {

/// Which axes of an array are reduced.
struct axis_set {
    bool has[max_rank] = {};
};

[[noreturn]] NUMLANE_COLD inline void throw_repeated_axis(const char* operation, const dims<>& list,
                                                          const dims<>& shape) {
    throw index_error(
        message({operation, ": axis ", to_string(list), " repeats an axis of the array of shape ", to_string(shape)}));
}

/// The axes of `given` for an array of this shape; throws index_error if one is out of range or repeated.
inline axis_set reduced_axes(const char* operation, const axes& given, const dims<>& shape) {
    axis_set set;
    const int ndim = shape.size();
    if (given.all()) {
        for (int axis = 0; axis < ndim; ++axis) set.has[axis] = true;
        return set;
    }
    for (const index_t axis : given.list()) {
        bool& has = set.has[checked_axis(operation, axis, shape)];
        if (has) throw_repeated_axis(operation, given.list(), shape);
        has = true;
    }
    return set;
}

/// The shape of the result.
inline dims<> reduced_shape(const dims<>& shape, const axis_set& reduced, bool keepdims) {
    int kept = 0;
    for (int axis = 0; axis < shape.size(); ++axis) kept += keepdims || !reduced.has[axis] ? 1 : 0;
    dims<> out = dims<>::with_rank(kept);
    for (int axis = 0, to = 0; axis < shape.size(); ++axis)
        if (keepdims || !reduced.has[axis]) out[to++] = reduced.has[axis] ? 1 : shape[axis];
    return out;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
