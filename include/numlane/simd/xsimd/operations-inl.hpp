// hn for xsimd: a register that is full is a batch, any other is plain lanes.

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
#include "numlane/simd/xsimd/math-inl.hpp"
// clang-format on
