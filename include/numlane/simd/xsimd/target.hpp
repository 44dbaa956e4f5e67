#pragma once

// xsimd as the back end: one target, the best architecture that the compiler's flags allow.

#include "numlane/simd/lanes/target.hpp"

#if !__has_include(<xsimd/xsimd.hpp>)
#error "NUMLANE_SIMD=xsimd needs xsimd 8.1 or newer: install libxsimd-dev, or name its folder with -I"
#endif
#include <xsimd/xsimd.hpp>

#if XSIMD_VERSION_MAJOR < 8 || (XSIMD_VERSION_MAJOR == 8 && XSIMD_VERSION_MINOR < 1)
#error "numlane needs xsimd 8.1 or newer; the xsimd/xsimd.hpp found first is older"
#endif

#define NUMLANE_TARGET_NAMESPACE N_XSIMD

// Chosen here and not by xsimd::default_arch, so that the inline namespace of core/abi.hpp tells all of them apart. The
// architectures above avx512bw add no instruction that kernels/ uses. On 32-bit ARM xsimd divides by approximation, so
// that there, and where nothing is known of a version of xsimd, the lanes stay plain.
#if defined(__AVX512F__) && defined(__AVX512CD__) && defined(__AVX512DQ__) && defined(__AVX512BW__) &&                 \
    defined(__AVX512VL__)
#define NUMLANE_XSIMD_ARCH ::xsimd::avx512bw
#define NUMLANE_TARGET_BYTES 64
#elif defined(__AVX2__) && defined(__FMA__)
#define NUMLANE_XSIMD_ARCH ::xsimd::fma3<::xsimd::avx2>
#define NUMLANE_TARGET_BYTES 32
#elif defined(__AVX2__)
#define NUMLANE_XSIMD_ARCH ::xsimd::avx2
#define NUMLANE_TARGET_BYTES 32
#elif defined(__AVX__) && defined(__FMA__)
#define NUMLANE_XSIMD_ARCH ::xsimd::fma3<::xsimd::avx>
#define NUMLANE_TARGET_BYTES 32
#elif defined(__AVX__)
#define NUMLANE_XSIMD_ARCH ::xsimd::avx
#define NUMLANE_TARGET_BYTES 32
#elif defined(__SSE4_2__)
#define NUMLANE_XSIMD_ARCH ::xsimd::sse4_2
#define NUMLANE_TARGET_BYTES 16
#elif defined(__SSE4_1__)
#define NUMLANE_XSIMD_ARCH ::xsimd::sse4_1
#define NUMLANE_TARGET_BYTES 16
#elif defined(__SSSE3__)
#define NUMLANE_XSIMD_ARCH ::xsimd::ssse3
#define NUMLANE_TARGET_BYTES 16
#elif defined(__SSE3__)
#define NUMLANE_XSIMD_ARCH ::xsimd::sse3
#define NUMLANE_TARGET_BYTES 16
#elif defined(__SSE2__)
#define NUMLANE_XSIMD_ARCH ::xsimd::sse2
#define NUMLANE_TARGET_BYTES 16
#elif defined(__aarch64__)
#define NUMLANE_XSIMD_ARCH ::xsimd::neon64
#define NUMLANE_TARGET_BYTES 16
#else
#define NUMLANE_XSIMD_NONE 1
#define NUMLANE_TARGET_BYTES 16
#endif

#if defined(__SSE2__)
#define NUMLANE_TARGET_X86_REGISTERS 1
#else
#define NUMLANE_TARGET_X86_REGISTERS 0
#endif
#if NUMLANE_TARGET_BYTES == 64 || defined(__aarch64__)
#define NUMLANE_TARGET_32_REGISTERS 1
#else
#define NUMLANE_TARGET_32_REGISTERS 0
#endif
