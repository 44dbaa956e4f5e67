#pragma once

// The one header that compiles simd/*-inl.hpp and kernels/*-inl.hpp once per target. No other header knows Highway's
// foreach_target.h.

#include "numlane/core/backend.hpp"

#if NUMLANE_SIMD_HIGHWAY && defined(HIGHWAY_HWY_FOREACH_TARGET_H_)
#include "numlane/simd/highway/passes-inl.hpp"
#elif NUMLANE_SIMD_HIGHWAY
#ifdef HWY_HIGHWAY_INCLUDED
#error "<hwy/highway.h> is to come after numlane, or <hwy/foreach_target.h> before both"
#endif
#include "numlane/simd/configure.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "numlane/simd/per_target-inl.hpp"
#include <hwy/foreach_target.h>

#include "numlane/simd/per_target-inl.hpp"

// A file's own Highway kernels would silently be compiled for one target only from here on.
#undef HWY_EXPORT
#define HWY_EXPORT(FUNCTION)                                                                                           \
    static_assert(false, "<hwy/foreach_target.h> is to come before numlane: see numlane/simd/highway/passes-inl.hpp")
#else
// The other back ends have one target, which the compiler's flags choose.
#include "numlane/simd/per_target-inl.hpp"
#endif
