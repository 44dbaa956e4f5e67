#pragma once

// The names of the targets and of the back end.
#include "numlane/core/backend.hpp"

#if NUMLANE_SIMD_HIGHWAY
#include "numlane/simd/highway/names.hpp"
#elif NUMLANE_SIMD_XSIMD
#include "numlane/simd/xsimd/names.hpp"
#else
#include "numlane/simd/scalar/names.hpp"
#endif
