#pragma once

// Who provides the vectors: NUMLANE_SIMD is highway (the default), xsimd or scalar. Of the three macros below one is 1.
#ifndef NUMLANE_SIMD
#define NUMLANE_SIMD highway
#endif

#define NUMLANE_SIMD_NUMBER_highway 1
#define NUMLANE_SIMD_NUMBER_xsimd 2
#define NUMLANE_SIMD_NUMBER_scalar 3
#define NUMLANE_SIMD_NUMBER_IMPL(name) NUMLANE_SIMD_NUMBER_##name
#define NUMLANE_SIMD_NUMBER(name) NUMLANE_SIMD_NUMBER_IMPL(name)

#define NUMLANE_SIMD_HIGHWAY (NUMLANE_SIMD_NUMBER(NUMLANE_SIMD) == 1)
#define NUMLANE_SIMD_XSIMD (NUMLANE_SIMD_NUMBER(NUMLANE_SIMD) == 2)
#define NUMLANE_SIMD_SCALAR (NUMLANE_SIMD_NUMBER(NUMLANE_SIMD) == 3)

#if !NUMLANE_SIMD_HIGHWAY && !NUMLANE_SIMD_XSIMD && !NUMLANE_SIMD_SCALAR
#error "NUMLANE_SIMD names no back end; the choices are highway, xsimd and scalar"
#endif
