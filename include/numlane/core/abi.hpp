#pragma once

#include "numlane/core/backend.hpp"

// The inline namespace that everything in numlane stands in. Its name lists what changes the code a compiler emits for
// the same source: the back end, the instruction sets of the command line and the targets left out of the dispatch. Files
// compiled with different -m flags thus never share an inline function, and the linker cannot hand the AVX-512 copy of one to a
// program that runs on an older CPU.

// `token` if the compiler has defined `flag` as 1, otherwise nothing.
#define NUMLANE_ABI_IF(flag, token) NUMLANE_ABI_IF_VALUE(flag, token)
#define NUMLANE_ABI_IF_VALUE(value, token) NUMLANE_ABI_SECOND(NUMLANE_ABI_SHIFT_##value token, , )
#define NUMLANE_ABI_SHIFT_1 ~,
#define NUMLANE_ABI_SECOND(...) NUMLANE_ABI_SECOND_OF(__VA_ARGS__)
#define NUMLANE_ABI_SECOND_OF(a, b, ...) b
#define NUMLANE_ABI_JOIN(a, b, c, d, e, f, g, h) NUMLANE_ABI_PASTE(a, b, c, d, e, f, g, h)
#define NUMLANE_ABI_PASTE(a, b, c, d, e, f, g, h) a##b##c##d##e##f##g##h

// What compilers use by themselves. The sets that come together have one name: those of the x86-64 levels, and what Ice
// Lake and Zen 4 add to the last.
#if defined(__x86_64__) || defined(__i386__)
#if defined(__SSE3__) && defined(__SSSE3__) && defined(__SSE4_1__) && defined(__SSE4_2__) && defined(__POPCNT__)
#define NUMLANE_ABI_CPU_1 _v2
#else
#define NUMLANE_ABI_CPU_1                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__SSE3__, _sse3), NUMLANE_ABI_IF(__SSSE3__, _ssse3),                               \
                     NUMLANE_ABI_IF(__SSE4_1__, _sse41), NUMLANE_ABI_IF(__SSE4_2__, _sse42),                           \
                     NUMLANE_ABI_IF(__POPCNT__, _popcnt), , , )
#endif
#if defined(__AVX__) && defined(__AVX2__) && defined(__BMI__) && defined(__BMI2__) && defined(__F16C__) &&             \
    defined(__FMA__) && defined(__LZCNT__) && defined(__MOVBE__)
#define NUMLANE_ABI_CPU_2 _v3
#else
#define NUMLANE_ABI_CPU_2                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__AVX__, _avx), NUMLANE_ABI_IF(__AVX2__, _avx2), NUMLANE_ABI_IF(__BMI__, _bmi),    \
                     NUMLANE_ABI_IF(__BMI2__, _bmi2), NUMLANE_ABI_IF(__F16C__, _f16c), NUMLANE_ABI_IF(__FMA__, _fma),  \
                     NUMLANE_ABI_IF(__LZCNT__, _lzcnt), NUMLANE_ABI_IF(__MOVBE__, _movbe))
#endif
#if defined(__AVX512F__) && defined(__AVX512CD__) && defined(__AVX512BW__) && defined(__AVX512DQ__) &&                 \
    defined(__AVX512VL__)
#define NUMLANE_ABI_CPU_3 _v4
#else
#define NUMLANE_ABI_CPU_3                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__AVX512F__, _avx512f), NUMLANE_ABI_IF(__AVX512CD__, _cd),                         \
                     NUMLANE_ABI_IF(__AVX512BW__, _bw), NUMLANE_ABI_IF(__AVX512DQ__, _dq),                             \
                     NUMLANE_ABI_IF(__AVX512VL__, _vl), , , )
#endif
#if defined(__AVX512VBMI__) && defined(__AVX512VBMI2__) && defined(__AVX512IFMA__) && defined(__AVX512VNNI__) &&       \
    defined(__AVX512BITALG__) && defined(__AVX512VPOPCNTDQ__)
#define NUMLANE_ABI_CPU_4 _icl
#else
#define NUMLANE_ABI_CPU_4                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__AVX512VBMI__, _vbmi), NUMLANE_ABI_IF(__AVX512VBMI2__, _vbmi2),                   \
                     NUMLANE_ABI_IF(__AVX512IFMA__, _ifma), NUMLANE_ABI_IF(__AVX512VNNI__, _vnni),                     \
                     NUMLANE_ABI_IF(__AVX512BITALG__, _bitalg), NUMLANE_ABI_IF(__AVX512VPOPCNTDQ__, _vpopcnt), , )
#endif
#define NUMLANE_ABI_CPU_5                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__AVX512BF16__, _bf16), NUMLANE_ABI_IF(__AVX512FP16__, _fp16),                     \
                     NUMLANE_ABI_IF(__AVXVNNI__, _avxvnni), NUMLANE_ABI_IF(__GFNI__, _gfni),                           \
                     NUMLANE_ABI_IF(__TBM__, _tbm), NUMLANE_ABI_IF(__XOP__, _xop), NUMLANE_ABI_IF(__FMA4__, _fma4),    \
                     NUMLANE_ABI_IF(__APX_F__, _apx))
#else
#define NUMLANE_ABI_CPU_1                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__ARM_FEATURE_SVE2, _sve2), NUMLANE_ABI_IF(__ARM_FEATURE_SVE, _sve),               \
                     NUMLANE_ABI_IF(__ARM_FEATURE_ATOMICS, _lse), NUMLANE_ABI_IF(__ARM_FEATURE_DOTPROD, _dotprod),     \
                     NUMLANE_ABI_IF(__ARM_FEATURE_SHA3, _sha3), NUMLANE_ABI_IF(__ARM_FEATURE_MATMUL_INT8, _i8mm),      \
                     NUMLANE_ABI_IF(__ARM_FEATURE_FMA, _fma), NUMLANE_ABI_IF(__ARM_FEATURE_IDIV, _idiv))
#define NUMLANE_ABI_CPU_2                                                                                              \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_IF(__VSX__, _vsx), NUMLANE_ABI_IF(_ARCH_PWR9, _power9),                               \
                     NUMLANE_ABI_IF(_ARCH_PWR10, _power10), , , , , )
#ifdef __riscv_vector
#define NUMLANE_ABI_CPU_3 _rvv
#else
#define NUMLANE_ABI_CPU_3
#endif
#ifdef __riscv_zbb
#define NUMLANE_ABI_CPU_4 _zbb
#else
#define NUMLANE_ABI_CPU_4
#endif
#define NUMLANE_ABI_CPU_5
#endif

// NUMLANE_NO_<TARGET> leaves a dispatch target out (the CMake option NUMLANE_DISPATCH sets these).
#ifdef NUMLANE_NO_SSE4
#define NUMLANE_ABI_NO_SSE4 _nosse4
#else
#define NUMLANE_ABI_NO_SSE4
#endif
#ifdef NUMLANE_NO_AVX2
#define NUMLANE_ABI_NO_AVX2 _noavx2
#else
#define NUMLANE_ABI_NO_AVX2
#endif
#ifdef NUMLANE_NO_AVX3
#define NUMLANE_ABI_NO_AVX3 _noavx3
#else
#define NUMLANE_ABI_NO_AVX3
#endif

#if NUMLANE_SIMD_XSIMD
#define NUMLANE_ABI_BACKEND xsimd_for_cpu
#elif NUMLANE_SIMD_SCALAR
#define NUMLANE_ABI_BACKEND scalar_for_cpu
#else
#define NUMLANE_ABI_BACKEND for_cpu
#endif
// Arithmetic that is no longer IEEE 754's must be allowed, see config.hpp, and stays in its own files.
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__ > 0 || defined(__ASSOCIATIVE_MATH__)
#define NUMLANE_FAST_MATH 1
#define NUMLANE_ABI_MATH _fastmath
#else
#define NUMLANE_FAST_MATH 0
#define NUMLANE_ABI_MATH
#endif

#define NUMLANE_ABI_CPU                                                                                                \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_CPU_1, NUMLANE_ABI_CPU_2, NUMLANE_ABI_CPU_3, NUMLANE_ABI_CPU_4, NUMLANE_ABI_CPU_5, ,  \
                     , )
#define NUMLANE_ABI                                                                                                    \
    NUMLANE_ABI_JOIN(NUMLANE_ABI_BACKEND, NUMLANE_ABI_CPU, NUMLANE_ABI_MATH, NUMLANE_ABI_NO_SSE4, NUMLANE_ABI_NO_AVX2, \
                     NUMLANE_ABI_NO_AVX3, , )

#define NUMLANE_BEGIN_NAMESPACE                                                                                        \
    namespace numlane {                                                                                                \
    inline namespace NUMLANE_ABI {
#define NUMLANE_END_NAMESPACE                                                                                          \
    }                                                                                                                  \
    }
