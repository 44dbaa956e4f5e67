// For a file that has Highway kernels of its own, and so has gone through Highway's targets before numlane comes: the
// operations of every target are there, and only Highway's macros are set anew for each.
//
//     #define HWY_TARGET_INCLUDE "file.cpp"
//     #include <hwy/foreach_target.h>
//     #include <hwy/highway.h>
//     ... kernels, as Highway's documentation has it ...
//     #if HWY_ONCE
//     #include <numlane/numlane.hpp>
//     ... HWY_EXPORT and all that uses numlane ...
//     #endif

#if !HWY_ONCE
#error "after <hwy/foreach_target.h>, numlane is to be included under #if HWY_ONCE"
#endif
#ifndef HWY_HIGHWAY_INCLUDED
#error "a file with <hwy/foreach_target.h> includes <hwy/highway.h> after it, outside of #if HWY_ONCE, and then numlane"
#endif

// Zen 4's and other targets above AVX3 are left to the file's own kernels.
#if HWY_ARCH_X86
#if (HWY_TARGETS & HWY_SSSE3) && HWY_STATIC_TARGET != HWY_SSSE3
#undef HWY_TARGET
#define HWY_TARGET HWY_SSSE3
#include <hwy/ops/set_macros-inl.h>

#include "numlane/simd/per_target-inl.hpp"
#endif
#if (HWY_TARGETS & HWY_SSE4) && HWY_STATIC_TARGET != HWY_SSE4
#undef HWY_TARGET
#define HWY_TARGET HWY_SSE4
#include <hwy/ops/set_macros-inl.h>

#include "numlane/simd/per_target-inl.hpp"
#endif
#if (HWY_TARGETS & HWY_AVX2) && HWY_STATIC_TARGET != HWY_AVX2
#undef HWY_TARGET
#define HWY_TARGET HWY_AVX2
#include <hwy/ops/set_macros-inl.h>

#include "numlane/simd/per_target-inl.hpp"
#endif
#if (HWY_TARGETS & HWY_AVX3) && HWY_STATIC_TARGET != HWY_AVX3
#undef HWY_TARGET
#define HWY_TARGET HWY_AVX3
#include <hwy/ops/set_macros-inl.h>

#include "numlane/simd/per_target-inl.hpp"
#endif
#endif

#undef HWY_TARGET
#define HWY_TARGET HWY_STATIC_TARGET
#include <hwy/ops/set_macros-inl.h>

#include "numlane/simd/per_target-inl.hpp"
