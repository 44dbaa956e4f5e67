#pragma once

#include <limits>

#include "numlane/core/dtype.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether a comes before b, neither being NaN: complex numbers by their real, then by their imaginary parts, as NumPy's.
template <class T>
NUMLANE_INLINE constexpr bool is_less(const T& a, const T& b) {
    return a < b;
}
template <class T>
NUMLANE_INLINE constexpr bool is_less(const std::complex<T>& a, const std::complex<T>& b) {
    return a.real() < b.real() ? a.imag() == a.imag() && b.imag() == b.imag()
                               : a.real() == b.real() && a.imag() < b.imag();
}

/// The infinity, or the integer, that no element of T lies beyond: the largest, or the smallest.
template <class T, bool Largest>
constexpr T farthest_value() {
    using limits = std::numeric_limits<real_t<T>>;
    constexpr real_t<T> most = limits::has_infinity ? limits::infinity() : limits::max();
    constexpr real_t<T> least = limits::has_infinity ? -limits::infinity() : limits::lowest();
    if constexpr (is_complex_v<T>) return Largest ? T(most, most) : T(least, least);
    else return Largest ? most : least;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
