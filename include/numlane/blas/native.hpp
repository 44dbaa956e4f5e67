#pragma once

#include "numlane/blas/native_matrix.hpp"
#include "numlane/blas/provider.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

/// The provider that every program has: numlane's own kernels.
template <blas_element T>
inline constexpr functions<T> table = {gemm<T>,  gemv<T>, ger<T>,  dot<T>,  nrm2<T>, asum<T>,
                                       iamax<T>, axpy<T>, scal<T>, syrk<T>, trsm<T>};

}  // namespace blas::native
NUMLANE_END_NAMESPACE
