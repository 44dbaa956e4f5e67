#pragma once

#include <limits>

#include "numlane/ufunc/arithmetic.hpp"
#include "numlane/ufunc/comparison.hpp"
#include "numlane/ufunc/complex.hpp"
#include "numlane/ufunc/logic.hpp"

// What kind of number an element is. The results are lazy bool expressions; of bool and integers, which are all finite, they
// are constant.
NUMLANE_BEGIN_NAMESPACE

/// Whether x, or either part of a complex x, is NaN: numpy.isnan.
template <array_operand X>
auto isnan(X&& x) {
    const auto node = detail::as_node(std::forward<X>(x));
    return not_equal(node, node);
}

/// Whether x, or either part of a complex x, is an infinity: numpy.isinf.
template <array_operand X>
auto isinf(X&& x) {
    using T = typename std::remove_cvref_t<X>::value_type;
    const auto node = detail::as_node(std::forward<X>(x));
    if constexpr (is_complex_v<T>) return logical_or(isinf(real(node)), isinf(imag(node)));
    else if constexpr (std::is_floating_point_v<T>) return equal(absolute(node), std::numeric_limits<T>::infinity());
    else return not_equal(node, node);
}

/// Whether x, or both parts of a complex x, are neither an infinity nor NaN: numpy.isfinite.
template <array_operand X>
auto isfinite(X&& x) {
    using T = typename std::remove_cvref_t<X>::value_type;
    const auto node = detail::as_node(std::forward<X>(x));
    if constexpr (is_complex_v<T>) return logical_and(isfinite(real(node)), isfinite(imag(node)));
    else if constexpr (std::is_floating_point_v<T>) return less(absolute(node), std::numeric_limits<T>::infinity());
    else return equal(node, node);
}

NUMLANE_END_NAMESPACE
