#pragma once

#include "numlane/blas/native_matrix.hpp"
#include "numlane/blas/operations.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

/// The provider that every program has: numlane's own kernels. A program that names a few of them compiles these alone.
template <blas_element T>
struct table {
    static constexpr auto gemm = &native::gemm<T>;
    static constexpr auto gemv = &native::gemv<T>;
    static constexpr auto ger = &native::ger<T>;
    static constexpr auto dot = &native::dot<T>;
    static constexpr auto nrm2 = &native::nrm2<T>;
    static constexpr auto asum = &native::asum<T>;
    static constexpr auto iamax = &native::iamax<T>;
    static constexpr auto axpy = &native::axpy<T>;
    static constexpr auto scal = &native::scal<T>;
    static constexpr auto syrk = &native::syrk<T>;
    static constexpr auto trsm = &native::trsm<T>;
};

}  // namespace blas::native
NUMLANE_END_NAMESPACE
