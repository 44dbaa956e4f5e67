#pragma once

#include "numlane/simd/targets.hpp"

// NUMLANE_KERNEL(name, (parameters), { body })
//
// Defines `name` at namespace scope: an elementwise function of the user's, compiled for every target. A parameter that
// is `auto` is a pack, as many elements of an array as the library chooses to work on at once; one of a plain type is a
// scalar. The body uses packs as numbers: + - * /, comparisons, which give masks (& | ^ !), select(mask, a, b), any_of,
// all_of, none_of, min, max, clip, abs, sqrt, fma, multiply_add, hypot, sin, cos, exp, log, and for integers & | ^ ~ << >>.
// Packs of different dtypes, masks and C++ numbers promote as arrays and scalars do: x + 1 keeps the dtype of x, and / is
// true division; only, a number that an integer pack cannot hold wraps. convert<T>(x) is x as dtype T; like(x, value) is a
// pack of x's dtype, like<T>(x, value) one of dtype T. A body returns a pack, a mask, or a number for all elements.
// nl::map applies it to arrays. A body has no lambdas: g++ would compile them for the baseline.

// Each target's body has the attributes of that target.
#if NUMLANE_SIMD_HIGHWAY && HWY_ARCH_X86
#if (HWY_TARGETS & HWY_SSSE3) && HWY_STATIC_TARGET != HWY_SSSE3
#define NUMLANE_KERNEL_SSSE3(...) NUMLANE_KERNEL_TARGET(SSSE3, HWY_TARGET_STR_SSSE3, __VA_ARGS__)
#define NUMLANE_SELECT_SSSE3(name) NUMLANE_KERNEL_SELECT(name, SSSE3, HWY_SSSE3)
#else
#define NUMLANE_KERNEL_SSSE3(...)
#define NUMLANE_SELECT_SSSE3(name)
#endif
#if (HWY_TARGETS & HWY_SSE4) && HWY_STATIC_TARGET != HWY_SSE4
#define NUMLANE_KERNEL_SSE4(...) NUMLANE_KERNEL_TARGET(SSE4, HWY_TARGET_STR_SSE4, __VA_ARGS__)
#define NUMLANE_SELECT_SSE4(name) NUMLANE_KERNEL_SELECT(name, SSE4, HWY_SSE4)
#else
#define NUMLANE_KERNEL_SSE4(...)
#define NUMLANE_SELECT_SSE4(name)
#endif
#if (HWY_TARGETS & HWY_AVX2) && HWY_STATIC_TARGET != HWY_AVX2
#define NUMLANE_KERNEL_AVX2(...) NUMLANE_KERNEL_TARGET(AVX2, HWY_TARGET_STR_AVX2, __VA_ARGS__)
#define NUMLANE_SELECT_AVX2(name) NUMLANE_KERNEL_SELECT(name, AVX2, HWY_AVX2)
#else
#define NUMLANE_KERNEL_AVX2(...)
#define NUMLANE_SELECT_AVX2(name)
#endif
#if (HWY_TARGETS & HWY_AVX3) && HWY_STATIC_TARGET != HWY_AVX3
#define NUMLANE_KERNEL_AVX3(...) NUMLANE_KERNEL_TARGET(AVX3, HWY_TARGET_STR_AVX3, __VA_ARGS__)
#define NUMLANE_SELECT_AVX3(name) NUMLANE_KERNEL_SELECT(name, AVX3, HWY_AVX3)
#else
#define NUMLANE_KERNEL_AVX3(...)
#define NUMLANE_SELECT_AVX3(name)
#endif
#else
#define NUMLANE_KERNEL_SSSE3(...)
#define NUMLANE_SELECT_SSSE3(name)
#define NUMLANE_KERNEL_SSE4(...)
#define NUMLANE_SELECT_SSE4(name)
#define NUMLANE_KERNEL_AVX2(...)
#define NUMLANE_SELECT_AVX2(name)
#define NUMLANE_KERNEL_AVX3(...)
#define NUMLANE_SELECT_AVX3(name)
#endif

// The baseline's body needs none on x86; elsewhere Highway may add to what the file is compiled for, such as +crypto.
#if !HWY_ARCH_X86 && defined(HWY_TARGET_STR)
#define NUMLANE_BASELINE_ATTRIBUTES target(HWY_TARGET_STR),
#define NUMLANE_PUSH_BASELINE HWY_PUSH_ATTRIBUTES(HWY_TARGET_STR)
#define NUMLANE_POP_BASELINE HWY_POP_ATTRIBUTES
#else
#define NUMLANE_BASELINE_ATTRIBUTES
#define NUMLANE_PUSH_BASELINE
#define NUMLANE_POP_BASELINE
#endif

// g++ takes the attributes on the function (a pragma within a macro makes g++ 14 drop the rest of the macro), clang in a
// pragma. Contraction is off as in the library's own kernels.
#if defined(__clang__)
#define NUMLANE_KERNEL_TARGET(level, attributes, name, parameters, ...)                                                \
    HWY_PUSH_ATTRIBUTES(attributes)                                                                                    \
    struct name##_on_##level {                                                                                         \
        NUMLANE_INLINE auto operator() parameters const __VA_ARGS__                                                    \
    };                                                                                                                 \
    HWY_POP_ATTRIBUTES
#define NUMLANE_KERNEL_BASELINE(name, parameters, ...)                                                                 \
    NUMLANE_PUSH_BASELINE                                                                                              \
    struct name##_on_baseline {                                                                                        \
        NUMLANE_INLINE auto operator() parameters const __VA_ARGS__                                                    \
    };                                                                                                                 \
    NUMLANE_POP_BASELINE
#else
#define NUMLANE_KERNEL_TARGET(level, attributes, name, parameters, ...)                                                \
    struct name##_on_##level {                                                                                         \
        __attribute__((target(attributes), optimize("fp-contract=off"))) NUMLANE_INLINE auto                           \
        operator() parameters const __VA_ARGS__                                                                        \
    };
#define NUMLANE_KERNEL_BASELINE(name, parameters, ...)                                                                 \
    struct name##_on_baseline {                                                                                        \
        __attribute__((NUMLANE_BASELINE_ATTRIBUTES optimize("fp-contract=off"))) NUMLANE_INLINE auto                   \
        operator() parameters const __VA_ARGS__                                                                        \
    };
#endif

// The type of `name` finds the body for a target by its bit.
#define NUMLANE_KERNEL_SELECT(name, target, bit)                                                                       \
    static name##_on_##target select(std::integral_constant<std::int64_t, bit>);
#define NUMLANE_KERNEL(name, parameters, ...)                                                                          \
    NUMLANE_KERNEL_SSSE3(name, parameters, __VA_ARGS__)                                                                \
    NUMLANE_KERNEL_SSE4(name, parameters, __VA_ARGS__)                                                                 \
    NUMLANE_KERNEL_AVX2(name, parameters, __VA_ARGS__)                                                                 \
    NUMLANE_KERNEL_AVX3(name, parameters, __VA_ARGS__)                                                                 \
    NUMLANE_KERNEL_BASELINE(name, parameters, __VA_ARGS__)                                                             \
    struct name##_kernel {                                                                                             \
        NUMLANE_SELECT_SSSE3(name)                                                                                     \
        NUMLANE_SELECT_SSE4(name)                                                                                      \
        NUMLANE_SELECT_AVX2(name)                                                                                      \
        NUMLANE_SELECT_AVX3(name)                                                                                      \
        NUMLANE_KERNEL_SELECT(name, baseline, NUMLANE_BASELINE_TARGET)                                                 \
        template <std::int64_t Bit>                                                                                    \
        using body = decltype(select(std::integral_constant<std::int64_t, Bit>()));                                    \
    };                                                                                                                 \
    inline constexpr name##_kernel name{};
