#pragma once

#include "numlane/blas/library_matrix.hpp"
#include "numlane/blas/library_vector.hpp"

// The operations through a library that was loaded at run time or linked. What BLAS cannot say (a matrix neither of whose
// strides is 1, the conjugate of one that is not transposed, a stride of 0, sizes beyond the library's integers) the
// native kernels do: they take any strides as they are.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

template <blas_element T>
inline constexpr functions<T> table = {gemm<T>,  gemv<T>, ger<T>,  dot<T>,  nrm2<T>, asum<T>,
                                       iamax<T>, axpy<T>, scal<T>, syrk<T>, trsm<T>};

}  // namespace blas::library
NUMLANE_END_NAMESPACE
