#pragma once

#include "numlane/blas/library_matrix.hpp"
#include "numlane/blas/library_vector.hpp"

// The operations through a library that was loaded at run time or linked. What BLAS cannot say (a matrix neither of whose
// strides is 1, the conjugate of one that is not transposed, a stride of 0, sizes beyond the library's integers) the
// native kernels do: they take any strides as they are.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

/// The operations of one dtype, as that of native. A program that names a few of them compiles these alone.
template <blas_element T>
struct table {
    static constexpr auto gemm = &library::gemm<T>;
    static constexpr auto gemv = &library::gemv<T>;
    static constexpr auto ger = &library::ger<T>;
    static constexpr auto dot = &library::dot<T>;
    static constexpr auto nrm2 = &library::nrm2<T>;
    static constexpr auto asum = &library::asum<T>;
    static constexpr auto iamax = &library::iamax<T>;
    static constexpr auto axpy = &library::axpy<T>;
    static constexpr auto scal = &library::scal<T>;
    static constexpr auto syrk = &library::syrk<T>;
    static constexpr auto trsm = &library::trsm<T>;
};

}  // namespace blas::library
NUMLANE_END_NAMESPACE
