#pragma once

#include "numlane/reduce/extrema.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// With Mark, the index of NaN and of infinity becomes its complement, which is negative.
template <bool Mark = false>
struct index_of_extremum {
    const char* name;

    template <class T>
    std::int64_t operator()([[maybe_unused]] const T& value, std::int64_t index) const {
        if constexpr (Mark) return value - value == T(0) ? index : ~index;
        else return index;
    }
    std::int64_t empty(const dims<>& shape) const { throw_no_extremum(name, shape); }
};
[[noreturn]] NUMLANE_COLD inline void throw_many_axes(const char* name, const dims<>& list, const dims<>& shape) {
    throw index_error(message({name, ": takes one axis or all of the array of shape ", to_string(shape),
                               ", not the axes ", to_string(list)}));
}

template <class Reducer, bool Mark = false, class X>
array<std::int64_t> located_along(const char* name, const X& x, const axis_options& options) {
    using T = typename X::value_type;
    if (!options.axis.all() && options.axis.list().size() != 1)
        throw_many_axes(name, options.axis.list(), dims<>(x.shape()));
    using C = comparable_t<T>;
    if constexpr (array_like<X> && std::is_same_v<T, bool>) {
        if (has_rows(x, options.axis)) {
            array<std::int64_t> result = result_along<std::int64_t>(name, x, options.axis, options.keepdims);
            find_in_rows(x, options.axis, std::is_same_v<Reducer, reducer::maximum>,
                         [&](index_t row, index_t at) { result.data()[row] = at < 0 ? 0 : at; });
            return result;
        }
    }
    return reduce_axes<located_kernels<Reducer, C>, std::int64_t>(
        {name, options.axis, true}, as_node(x), options.keepdims, no_mask(), C(0),
        [&](index_t) { return index_of_extremum<Mark>{name}; });
}

template <class Reducer, class X>
std::int64_t located(const char* name, const X& x) {
    using T = typename X::value_type;
    if constexpr (std::is_same_v<T, bool>) return located_along<Reducer>(name, x, axis_options{}).item();
    else
        return reduce_whole<located_kernels<Reducer, T>, std::int64_t>(
            {name, axes(), true}, as_node(x), [&](index_t) { return index_of_extremum<>{name}; });
}

}  // namespace detail

/// The index, in C order, of the smallest element: numpy.argmin. Of equal ones the first; the first NaN if there is one.
/// Throws shape_error if there is no element.
template <array_operand X>
std::int64_t argmin(const X& x) {
    return detail::located<reducer::minimum>("argmin", x);
}

/// The indices of the smallest elements along an axis: numpy.argmin.
///   options  axis (one, or all), keepdims
/// Throws shape_error where the reduced axes have no element, index_error for an axis out of range or more than one.
template <array_operand X>
array<std::int64_t> argmin(const X& x, const axis_options& options) {
    return detail::located_along<reducer::minimum>("argmin", x, options);
}

/// The index, in C order, of the largest element: numpy.argmax. As argmin.
template <array_operand X>
std::int64_t argmax(const X& x) {
    return detail::located<reducer::maximum>("argmax", x);
}

/// The indices of the largest elements along an axis: numpy.argmax. Options and errors as for argmin.
template <array_operand X>
array<std::int64_t> argmax(const X& x, const axis_options& options) {
    return detail::located_along<reducer::maximum>("argmax", x, options);
}

NUMLANE_END_NAMESPACE
