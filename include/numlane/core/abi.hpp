#pragma once

#include "numlane/core/backend.hpp"

// The inline namespace that everything in numlane stands in. Its name lists what changes the code a compiler emits for
// the same source: the back end, the instruction sets of the command line and the targets left out of the dispatch. Files
// compiled with different -m flags thus never share an inline function, and the linker cannot hand the AVX-512 copy of one to a
// program that runs on an older CPU.

#if defined(__x86_64__) || defined(__i386__)
#ifdef __SSE3__
#define NUMLANE_ABI_SSE3 _sse3
#else
#define NUMLANE_ABI_SSE3
#endif
#ifdef __SSSE3__
#define NUMLANE_ABI_SSSE3 _ssse3
#else
#define NUMLANE_ABI_SSSE3
#endif
#if defined(__SSE4_2__)
#define NUMLANE_ABI_SSE4 _sse42
#elif defined(__SSE4_1__)
#define NUMLANE_ABI_SSE4 _sse41
#else
#define NUMLANE_ABI_SSE4
#endif
#if defined(__AVX2__)
#define NUMLANE_ABI_AVX _avx2
#elif defined(__AVX__)
#define NUMLANE_ABI_AVX _avx
#else
#define NUMLANE_ABI_AVX
#endif
#ifdef __FMA__
#define NUMLANE_ABI_FMA _fma
#else
#define NUMLANE_ABI_FMA
#endif
#if defined(__BMI2__)
#define NUMLANE_ABI_BMI _bmi2
#elif defined(__BMI__) || defined(__LZCNT__) || defined(__POPCNT__)
#define NUMLANE_ABI_BMI _bmi
#else
#define NUMLANE_ABI_BMI
#endif
#if defined(__AVX512BITALG__) || defined(__AVX512VBMI2__)
#define NUMLANE_ABI_AVX512 _avx512dl
#elif defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__)
#define NUMLANE_ABI_AVX512 _avx512
#elif defined(__AVX512F__)
#define NUMLANE_ABI_AVX512 _avx512f
#else
#define NUMLANE_ABI_AVX512
#endif
#else
#define NUMLANE_ABI_SSE3
#define NUMLANE_ABI_SSSE3
#define NUMLANE_ABI_SSE4
#define NUMLANE_ABI_BMI
#if defined(__ARM_FEATURE_SVE2)
#define NUMLANE_ABI_AVX _sve2
#elif defined(__ARM_FEATURE_SVE)
#define NUMLANE_ABI_AVX _sve
#elif defined(__riscv_vector)
#define NUMLANE_ABI_AVX _rvv
#elif defined(__VSX__)
#define NUMLANE_ABI_AVX _vsx
#else
#define NUMLANE_ABI_AVX
#endif
#ifdef __ARM_FEATURE_ATOMICS
#define NUMLANE_ABI_FMA _lse
#else
#define NUMLANE_ABI_FMA
#endif
#ifdef __ARM_FEATURE_DOTPROD
#define NUMLANE_ABI_AVX512 _dotprod
#else
#define NUMLANE_ABI_AVX512
#endif
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
#define NUMLANE_ABI_PASTE_IMPL(a, b, c, d, e, f, g, h, i, j) xsimd_for_cpu##a##b##c##d##e##f##g##h##i##j
#elif NUMLANE_SIMD_SCALAR
#define NUMLANE_ABI_PASTE_IMPL(a, b, c, d, e, f, g, h, i, j) scalar_for_cpu##a##b##c##d##e##f##g##h##i##j
#else
#define NUMLANE_ABI_PASTE_IMPL(a, b, c, d, e, f, g, h, i, j) for_cpu##a##b##c##d##e##f##g##h##i##j
#endif
#define NUMLANE_ABI_PASTE(a, b, c, d, e, f, g, h, i, j) NUMLANE_ABI_PASTE_IMPL(a, b, c, d, e, f, g, h, i, j)
#define NUMLANE_ABI                                                                                                    \
    NUMLANE_ABI_PASTE(NUMLANE_ABI_SSE3, NUMLANE_ABI_SSSE3, NUMLANE_ABI_SSE4, NUMLANE_ABI_AVX, NUMLANE_ABI_FMA,         \
                      NUMLANE_ABI_BMI, NUMLANE_ABI_AVX512, NUMLANE_ABI_NO_SSE4, NUMLANE_ABI_NO_AVX2,                   \
                      NUMLANE_ABI_NO_AVX3)

#define NUMLANE_BEGIN_NAMESPACE                                                                                        \
    namespace numlane {                                                                                                \
    inline namespace NUMLANE_ABI {
#define NUMLANE_END_NAMESPACE                                                                                          \
    }                                                                                                                  \
    }
