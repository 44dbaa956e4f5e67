#pragma once

#include <complex>
#include <concepts>
#include <cstdint>
#include <type_traits>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE

template <class T>
inline constexpr bool is_complex_v = false;
template <class T>
inline constexpr bool is_complex_v<std::complex<T>> = true;

/// The element types of arrays: bool, the eight fixed-width integers, float, double and std::complex of both.
template <class T>
concept element = std::same_as<T, bool> || std::same_as<T, std::int8_t> || std::same_as<T, std::int16_t> ||
                  std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t> || std::same_as<T, std::uint8_t> ||
                  std::same_as<T, std::uint16_t> || std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t> ||
                  std::same_as<T, float> || std::same_as<T, double> || std::same_as<T, std::complex<float>> ||
                  std::same_as<T, std::complex<double>>;

/// A C++ scalar that may stand in an expression; its type is weak, as Python's numbers are in NEP 50.
template <class T>
concept scalar = std::is_arithmetic_v<T> || is_complex_v<T>;

/// Whether arrays of T take scalars of type S: only complex to real is refused.
template <class T, class S>
concept takes_scalar = scalar<S> && (is_complex_v<T> || !is_complex_v<S>);

template <class T>
struct real_type {
    using type = T;
};
template <class T>
struct real_type<std::complex<T>> {
    using type = T;
};
/// The type of the real part: T of std::complex<T>, otherwise T itself.
template <class T>
using real_t = typename real_type<T>::type;

/// The order of NumPy's kinds: bool < integer < floating < complex.
enum class kind { boolean, integer, floating, complex };

template <class T>
inline constexpr kind kind_of = std::is_same_v<T, bool>       ? kind::boolean
                                : std::is_integral_v<T>       ? kind::integer
                                : std::is_floating_point_v<T> ? kind::floating
                                                              : kind::complex;

/// The NumPy name of T's dtype, such as "float64".
template <element T>
constexpr const char* dtype_name() {
    if constexpr (std::same_as<T, bool>) return "bool";
    else if constexpr (std::same_as<T, float>) return "float32";
    else if constexpr (std::same_as<T, double>) return "float64";
    else if constexpr (std::same_as<T, std::complex<float>>) return "complex64";
    else if constexpr (std::same_as<T, std::complex<double>>) return "complex128";
    else if constexpr (std::is_signed_v<T>)
        return sizeof(T) == 1 ? "int8" : sizeof(T) == 2 ? "int16" : sizeof(T) == 4 ? "int32" : "int64";
    else return sizeof(T) == 1 ? "uint8" : sizeof(T) == 2 ? "uint16" : sizeof(T) == 4 ? "uint32" : "uint64";
}

NUMLANE_END_NAMESPACE
