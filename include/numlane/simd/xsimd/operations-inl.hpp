// hn for xsimd: a register that is full is a batch, any other is plain lanes.

NUMLANE_BEGIN_TARGET

// What xsimd calls the architecture; "generic" where the lanes stay plain.
inline const char* arch_name() {
#ifdef NUMLANE_XSIMD_NONE
    return "generic";
#else
    return NUMLANE_XSIMD_ARCH::name();
#endif
}

NUMLANE_END_TARGET

#ifdef NUMLANE_XSIMD_NONE
#include "numlane/simd/scalar/operations-inl.hpp"
#else
// clang-format off: the order matters
#include "numlane/simd/lanes/lanes-inl.hpp"
#include "numlane/simd/xsimd/batch-inl.hpp"
#include "numlane/simd/lanes/arithmetic-inl.hpp"
#include "numlane/simd/xsimd/arithmetic-inl.hpp"
#include "numlane/simd/lanes/moves-inl.hpp"
#include "numlane/simd/lanes/masks-inl.hpp"
#include "numlane/simd/xsimd/masks-inl.hpp"
#include "numlane/simd/lanes/memory-inl.hpp"
#include "numlane/simd/xsimd/memory-inl.hpp"
// clang-format on
#endif
