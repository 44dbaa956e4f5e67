// hn: the operations on registers. They bear Highway's names in every back end; here they are Highway's own, save where its
// registers hold no doubles: on 32-bit ARM and in WebAssembly.

#if HWY_HAVE_FLOAT64
NUMLANE_BEGIN_TARGET

namespace hn = hwy::HWY_NAMESPACE;

NUMLANE_END_TARGET
#else
#include "numlane/simd/highway/doubles-inl.hpp"
#endif
