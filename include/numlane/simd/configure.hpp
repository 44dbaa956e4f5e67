#pragma once

#include "numlane/core/config.hpp"

// Which targets Highway compiles. On x86 the default is one per level, like NumPy's x86-64-v2, v3 and v4; each further
// target costs compile time (Zen 4's 0.7 s a file) and adds no instruction that kernels/ uses. Elsewhere it is the best target
// that the compiler's flags allow, without the scalable vectors, which no struct can hold.

#ifndef HWY_DISABLED_TARGETS
// Highway's target bits, spelt as numbers because older versions lack the newer names.
#if defined(__x86_64__) || defined(__i386__) || defined(_M_X64)
#ifdef NUMLANE_NO_SSE4
#define NUMLANE_OFF_SSE4 (1LL << 11)
#else
#define NUMLANE_OFF_SSE4 0
#endif
#ifdef NUMLANE_NO_AVX2
#define NUMLANE_OFF_AVX2 (1LL << 9)
#else
#define NUMLANE_OFF_AVX2 0
#endif
#ifdef NUMLANE_NO_AVX3
#define NUMLANE_OFF_AVX3 (1LL << 8)
#else
#define NUMLANE_OFF_AVX3 0
#endif
#define NUMLANE_OFF_OTHERS (0xFFLL | (1LL << 12))  // what lies above AVX3, and SSSE3
#define HWY_DISABLED_TARGETS (NUMLANE_OFF_OTHERS | NUMLANE_OFF_SSE4 | NUMLANE_OFF_AVX2 | NUMLANE_OFF_AVX3)
#elif defined(__aarch64__) || defined(__arm__)
#define HWY_DISABLED_TARGETS (0x1FLL << 23)  // SVE
#elif defined(__riscv)
#define HWY_DISABLED_TARGETS (1LL << 37)  // RVV
#endif
#endif

#if !(defined(__x86_64__) || defined(__i386__) || defined(_M_X64)) && !defined(HWY_COMPILE_ONLY_SCALAR) &&             \
    !defined(HWY_COMPILE_ONLY_EMU128) && !defined(HWY_COMPILE_ONLY_STATIC)
#define HWY_COMPILE_ONLY_STATIC
#endif
