#pragma once

#include "numlane/core/dtype.hpp"
#include "numlane/core/operation.hpp"
#include "numlane/core/wrapping.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// A product that no compiler fuses with an addition.
template <class T>
NUMLANE_NOINLINE T rounded_product(T a, T b) {
    return a * b;
}

/// a·b, rounded by itself whatever the compiler's flags; integers wrap.
struct multiply_values {
    using operation = op::multiply;

    template <class T>
    T operator()(const T& a, const T& b) const {
        if constexpr (std::is_same_v<T, bool>) return a && b;
        else if constexpr (std::is_integral_v<T>) return T(wrapping_t<T>(a) * wrapping_t<T>(b));
        else if constexpr (is_complex_v<T>)
            return T(rounded_product(a.real(), b.real()) - rounded_product(a.imag(), b.imag()),
                     rounded_product(a.real(), b.imag()) + rounded_product(a.imag(), b.real()));
        else return rounded_product(a, b);
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
