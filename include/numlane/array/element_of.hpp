#pragma once

#include "numlane/core/dtype.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The dtype NumPy gives to a scalar: integers become int64 as Python's do, float stays float32, and long double, for
/// which there is no dtype, becomes float64.
template <scalar S>
constexpr auto element_of() {
    if constexpr (element<S> && kind_of<S> != kind::integer) return S{};
    else if constexpr (is_complex_v<S>) return std::complex<double>{};
    else if constexpr (std::is_floating_point_v<S>) return double{};
    else return std::int64_t{};
}

template <scalar S>
using element_of_t = decltype(element_of<S>());

/// T, or the dtype of S where T is void, the default of functions that may be told the dtype.
template <class T, scalar S>
struct element_or {
    using type = T;
};
template <scalar S>
struct element_or<void, S> {
    using type = element_of_t<S>;
};

/// The dtype of X, or T unless it is void.
template <class T, class X>
using dtype_or = std::conditional_t<std::is_void_v<T>, typename X::value_type, T>;

}  // namespace detail
NUMLANE_END_NAMESPACE
