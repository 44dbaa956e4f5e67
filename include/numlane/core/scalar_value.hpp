#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "numlane/core/dtype.hpp"
#include "numlane/core/error.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// x as the kernels convert it. Floats become integers by truncation to int64 and wrapping; NaN and what int64 cannot hold
/// become its minimum, as x86's conversion and NumPy on it do. uint64 takes the upper half of its range too.
template <class To, class From>
NUMLANE_INLINE constexpr To convert_scalar(From x) {
    if constexpr (is_complex_v<To> && is_complex_v<From>) {
        return To(static_cast<real_t<To>>(x.real()), static_cast<real_t<To>>(x.imag()));
    } else if constexpr (is_complex_v<To>) {
        return To(static_cast<real_t<To>>(x));
    } else if constexpr (std::is_same_v<To, bool>) {
        return x != From(0);
    } else if constexpr (std::is_integral_v<To> && std::is_floating_point_v<From>) {
        constexpr From two63 = From(9223372036854775808.0);
        if constexpr (std::is_same_v<To, std::uint64_t>)
            if (x >= two63 && x < 2 * two63) return To(x);
        const bool fits = x >= -two63 && x < two63;
        return To(fits ? std::int64_t(x) : std::numeric_limits<std::int64_t>::min());
    } else {
        return static_cast<To>(x);
    }
}

[[noreturn]] NUMLANE_COLD inline void throw_out_of_bounds(const message_part& value, const char* dtype) {
    throw dtype_error(message({"the integer ", value.text(), " is out of bounds for ", dtype,
                               ", the dtype of the array: choose another dtype, or convert the array with astype"}));
}

/// A scalar as dtype T; throws dtype_error if T is an integer type that cannot hold the integer.
template <element T, scalar S>
constexpr T weak_value(S value) {
    if constexpr (std::is_integral_v<S> && kind_of<T> == kind::integer && !std::is_same_v<S, bool>) {
        const std::conditional_t<std::is_signed_v<S>, long long, unsigned long long> integer = value;
        if (!std::in_range<T>(integer)) throw_out_of_bounds(integer, dtype_name<T>());
    }
    return convert_scalar<T>(value);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
