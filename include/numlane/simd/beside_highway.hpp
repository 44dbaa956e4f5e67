// For a file that has Highway kernels of its own and uses numlane as well. It is included once per target, hence without
// a guard:
//
//     #define HWY_TARGET_INCLUDE "file.cpp"
//     #include <hwy/foreach_target.h>
//     #include <numlane/simd/beside_highway.hpp>  // <hwy/highway.h>, and what numlane needs of each target
//     ... kernels, as Highway's documentation has it ...
//     #if HWY_ONCE
//     #include <numlane/numlane.hpp>
//     ... HWY_EXPORT and all that uses numlane ...
//     #endif

#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

#undef NUMLANE_BESIDE_HIGHWAY
#define NUMLANE_BESIDE_HIGHWAY
