#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "numlane/core/promote.hpp"
#include "numlane/core/scalar_value.hpp"

// What single lanes do where no register operation exists. These are the definitions of such operations: a vector form
// must give the same bits. They are always inlined, so each target compiles them for itself.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class To>
struct convert_lane {
    template <class From>
    static NUMLANE_INLINE To run(From x) {
        return convert_scalar<To>(x);
    }
};

struct multiply_lane {
    template <class T>
    static NUMLANE_INLINE T run(T a, T b) {
        return T(unsigned(a) * unsigned(b));
    }  // 8 bits; the product wraps
};

// NumPy: the quotient rounded down; x // 0 is 0 for integers, and the lowest integer over -1 wraps.
struct floor_divide_lane {
    template <class T>
    static NUMLANE_INLINE T run(T a, T b) {
        if constexpr (std::is_floating_point_v<T>) {
            if (b == 0) return a / b;
            T mod = std::fmod(a, b);
            T div = (a - mod) / b;
            if (mod != 0 && ((b < 0) != (mod < 0))) div -= 1;
            if (div == 0) return std::copysign(T(0), a / b);
            T rounded = std::floor(div);
            return div - rounded > T(0.5) ? rounded + 1 : rounded;
        } else {
            if (b == 0) return 0;
            if constexpr (std::is_signed_v<T>) {
                if (b == -1) return T(-std::uint64_t(a));
                return T(a / b - (a % b != 0 && ((a < 0) != (b < 0))));
            } else {
                return T(a / b);
            }
        }
    }
};

// NumPy: the remainder with the sign of the divisor; x % 0 is 0 for integers.
struct remainder_lane {
    template <class T>
    static NUMLANE_INLINE T run(T a, T b) {
        if constexpr (std::is_floating_point_v<T>) {
            T mod = std::fmod(a, b);
            if (b == 0) return mod;
            if (mod != 0) return (b < 0) != (mod < 0) ? mod + b : mod;
            return std::copysign(T(0), b);
        } else {
            if (b == 0) return 0;
            if constexpr (std::is_signed_v<T>) {
                if (b == -1) return 0;
                T mod = T(a % b);
                return mod != 0 && ((mod < 0) != (b < 0)) ? T(mod + b) : mod;
            } else {
                return T(a % b);
            }
        }
    }
};

// NumPy: shifting by the width or more (or by a negative count, which is a huge unsigned one) leaves 0, or the sign.
struct left_shift_lane {
    template <class T>
    static NUMLANE_INLINE T run(T a, T n) {
        using U = std::make_unsigned_t<T>;
        return U(n) < 8 * sizeof(T) ? T(U(std::uint64_t(U(a)) << U(n))) : T(0);
    }
};
struct right_shift_lane {
    template <class T>
    static NUMLANE_INLINE T run(T a, T n) {
        using U = std::make_unsigned_t<T>;
        return U(n) < 8 * sizeof(T) ? T(a >> n) : a < 0 ? T(-1) : T(0);
    }
};

struct fma_lane {
    static NUMLANE_INLINE double run(double a, double b, double c) {
        const double rounded = std::fma(a, b, c);
        // A product that rounds to zero keeps its sign, which musl's loses.
        if (rounded == 0 && c == 0 && a != 0 && b != 0) return std::copysign(rounded, std::copysign(1, a) * b);
        return rounded;
    }
    // The product is exact in double, and the sum, rounded to odd there, rounds to float as the exact one does (S. Boldo and
    // G. Melquiond, Emulation of FMA and correctly rounded sums, 2008). The C library's may round twice, as musl's does in
    // WebAssembly.
    static NUMLANE_INLINE float run(float a, float b, float c) {
        const double product = double(a) * double(b), addend = c;
        double sum = product + addend;
        const double of_addend = sum - product, error = (product - (sum - of_addend)) + (addend - of_addend);
        if (error < 0 || error > 0) {
            std::uint64_t bits;
            __builtin_memcpy(&bits, &sum, sizeof bits);
            if ((bits & 1) == 0) bits += (error > 0) == (sum > 0) ? 1u : ~std::uint64_t(0);
            __builtin_memcpy(&sum, &bits, sizeof bits);
        }
        return float(sum);
    }
};
struct sin_lane {
    template <class T> static NUMLANE_INLINE T run(T x) { return std::sin(x); }
};
struct cos_lane {
    template <class T> static NUMLANE_INLINE T run(T x) { return std::cos(x); }
};

// Functions of complex numbers. The C library's by their built-in names: those of <complex> are templates, which the linker
// would share among files of different flags.
__extension__ typedef __complex__ float complex_float;
__extension__ typedef __complex__ double complex_double;
// clang-format off: a table
struct complex_sqrt_lane {
    static NUMLANE_INLINE complex_float run(complex_float z) { return __builtin_csqrtf(z); }
    static NUMLANE_INLINE complex_double run(complex_double z) { return __builtin_csqrt(z); }
};
struct complex_exp_lane {
    static NUMLANE_INLINE complex_float run(complex_float z) { return __builtin_cexpf(z); }
    static NUMLANE_INLINE complex_double run(complex_double z) { return __builtin_cexp(z); }
};
struct complex_log_lane {
    static NUMLANE_INLINE complex_float run(complex_float z) { return __builtin_clogf(z); }
    static NUMLANE_INLINE complex_double run(complex_double z) { return __builtin_clog(z); }
};
struct complex_sin_lane {
    static NUMLANE_INLINE complex_float run(complex_float z) { return __builtin_csinf(z); }
    static NUMLANE_INLINE complex_double run(complex_double z) { return __builtin_csin(z); }
};
struct complex_cos_lane {
    static NUMLANE_INLINE complex_float run(complex_float z) { return __builtin_ccosf(z); }
    static NUMLANE_INLINE complex_double run(complex_double z) { return __builtin_ccos(z); }
};
// clang-format on

}  // namespace detail
NUMLANE_END_NAMESPACE
