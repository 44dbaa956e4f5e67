// Compiled once per target of the back end through simd/foreach_target.hpp: the order of the layers below the arrays.

#include "numlane/core/backend.hpp"

#if NUMLANE_SIMD_HIGHWAY
#include <hwy/highway.h>

#include "numlane/simd/highway/target.hpp"
#elif NUMLANE_SIMD_XSIMD
#include "numlane/simd/xsimd/target.hpp"
#else
#include "numlane/simd/scalar/target.hpp"
#endif

#include "numlane/core/column_keys.hpp"
#include "numlane/core/columns.hpp"
#include "numlane/core/compression.hpp"
#include "numlane/core/elimination.hpp"
#include "numlane/core/kernels.hpp"
#include "numlane/core/line_copy.hpp"
#include "numlane/core/operation.hpp"
#include "numlane/core/order.hpp"
#include "numlane/core/product.hpp"
#include "numlane/core/program.hpp"
#include "numlane/core/rotation.hpp"
#include "numlane/core/selection.hpp"
#include "numlane/core/target.hpp"
#include "numlane/core/transposition.hpp"
#include "numlane/simd/lane_functions.hpp"

#undef NUMLANE_BEGIN_TARGET
#undef NUMLANE_END_TARGET
#define NUMLANE_BEGIN_TARGET                                                                                           \
    namespace numlane {                                                                                                \
    inline namespace NUMLANE_ABI {                                                                                     \
    namespace NUMLANE_TARGET_NAMESPACE {
#define NUMLANE_END_TARGET                                                                                             \
    }                                                                                                                  \
    }                                                                                                                  \
    }

// The attributes of the target hold from here to the end of the layers. Contraction would make g++ fuse Mul and Add into
// an FMA, and results differ from compiler to compiler.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC push_options
#pragma GCC optimize("fp-contract=off")
#endif
#if NUMLANE_SIMD_HIGHWAY
HWY_BEFORE_NAMESPACE();
#endif

// clang-format off: the order matters
#if NUMLANE_SIMD_HIGHWAY
#include "numlane/simd/highway/operations-inl.hpp"
#elif NUMLANE_SIMD_XSIMD
#include "numlane/simd/xsimd/operations-inl.hpp"
#else
#include "numlane/simd/scalar/operations-inl.hpp"
#endif
#include "numlane/simd/pack-inl.hpp"
#include "numlane/simd/mask-inl.hpp"
#include "numlane/simd/convert-inl.hpp"
#include "numlane/simd/arithmetic-inl.hpp"
#include "numlane/simd/compare-inl.hpp"
#include "numlane/simd/bits-inl.hpp"
#include "numlane/simd/math/words-inl.hpp"
#include "numlane/simd/math/exp-inl.hpp"
#include "numlane/simd/math/log-inl.hpp"
#include "numlane/simd/math/angle-inl.hpp"
#include "numlane/simd/math/hypot-inl.hpp"
#include "numlane/simd/math/remainder-inl.hpp"
#include "numlane/simd/math-inl.hpp"
#include "numlane/simd/complex-inl.hpp"
#include "numlane/simd/math/complex-inl.hpp"
#include "numlane/simd/memory-inl.hpp"

#include "numlane/kernels/target-inl.hpp"
#include "numlane/kernels/mixed_operands-inl.hpp"
#include "numlane/kernels/apply-inl.hpp"
#include "numlane/kernels/mixed_operators-inl.hpp"
#include "numlane/kernels/mixed_functions-inl.hpp"
#include "numlane/kernels/evaluator-inl.hpp"
#include "numlane/kernels/evaluate-inl.hpp"
#include "numlane/kernels/selected-inl.hpp"
#include "numlane/kernels/reduce-inl.hpp"
#include "numlane/kernels/transpose-inl.hpp"
#include "numlane/kernels/line-inl.hpp"
#include "numlane/kernels/compress-inl.hpp"
#include "numlane/kernels/columns-inl.hpp"
#include "numlane/kernels/moments-inl.hpp"
#include "numlane/kernels/moments_columns-inl.hpp"
#include "numlane/kernels/locate-inl.hpp"
#include "numlane/kernels/locate_columns-inl.hpp"
#include "numlane/kernels/pair-inl.hpp"
#include "numlane/kernels/rank_columns-inl.hpp"
#include "numlane/kernels/product_tile-inl.hpp"
#include "numlane/kernels/product_memory-inl.hpp"
#include "numlane/kernels/small_products-inl.hpp"
#include "numlane/kernels/gemm-inl.hpp"
#include "numlane/kernels/gemv-inl.hpp"
#include "numlane/kernels/rotate-inl.hpp"
#include "numlane/kernels/eliminate-inl.hpp"
#include "numlane/kernels/solve_triangle-inl.hpp"
#if defined(NUMLANE_COMPILED) || defined(NUMLANE_COMPILING)
#include "numlane/kernels/common-inl.hpp"
#endif
// clang-format on

#if NUMLANE_SIMD_HIGHWAY
HWY_AFTER_NAMESPACE();
#endif
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif
