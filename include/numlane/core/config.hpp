#pragma once

#include "numlane/core/abi.hpp"
#include "numlane/core/baseline.hpp"

#if __cplusplus < 202002L && !defined(_MSVC_LANG)
#error "numlane needs C++20: compile with -std=c++20 or newer"
#endif

// Under -ffast-math compilers take it that there is no NaN and no infinity, and add in any order: reductions are no longer the
// same everywhere, and mathematical functions are wrong on targets without FMA.
#if NUMLANE_FAST_MATH && !NUMLANE_ALLOW_FAST_MATH
#error "numlane needs IEEE arithmetic: compile this file without -ffast-math, -Ofast, -ffinite-math-only and \
-fassociative-math, or define NUMLANE_ALLOW_FAST_MATH=1 to have whatever they leave of its results"
#endif
#ifdef I
#error "<complex.h> has defined the macro I: include <complex> instead, or #undef I before numlane"
#undef I  // the error is enough
#endif

// Bounds checks in operator(): on in debug builds, or wherever NUMLANE_CHECK=1 is defined.
#ifndef NUMLANE_CHECK
#if defined(NDEBUG) || defined(__OPTIMIZE__)
#define NUMLANE_CHECK 0
#else
#define NUMLANE_CHECK 1
#endif
#endif

// NUMLANE_FUNCTION declares what most files that use arrays would each compile again: how a large expression is planned, how
// threads start. It is inline, as all in a header is; but NUMLANE_COMPILED leaves its definition to numlane::compiled,
// which the program then links.
#ifdef NUMLANE_COMPILED
#define NUMLANE_DEFINITIONS 0
#define NUMLANE_FUNCTION
#else
#define NUMLANE_DEFINITIONS 1
#ifdef NUMLANE_COMPILING
#define NUMLANE_FUNCTION inline __attribute__((used))
#else
#define NUMLANE_FUNCTION inline
#endif
#endif

#if defined(__GNUC__) || defined(__clang__)
#define NUMLANE_INLINE inline NUMLANE_INLINED
#define NUMLANE_INLINED __attribute__((always_inline))
#define NUMLANE_NOINLINE __attribute__((noinline))
#define NUMLANE_COLD __attribute__((cold))
#else
#define NUMLANE_INLINE inline
#define NUMLANE_INLINED
#define NUMLANE_NOINLINE
#define NUMLANE_COLD
#endif
