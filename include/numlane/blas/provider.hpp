#pragma once

#include "numlane/blas/operations.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// What a provider of BLAS does for one dtype.
template <blas_element T>
struct functions {
    void (*gemm)(const gemm_args<T>&);
    void (*gemv)(const gemv_args<T>&);
    void (*ger)(const ger_args<T>&);
    T (*dot)(const dot_args<T>&);
    real_t<T> (*nrm2)(const reduce_args<T>&);
    real_t<T> (*asum)(const reduce_args<T>&);
    index_t (*iamax)(const reduce_args<T>&);
    void (*axpy)(const axpy_args<T>&);
    void (*scal)(const scal_args<T>&);
    void (*syrk)(const syrk_args<T>&);
    void (*trsm)(const trsm_args<T>&);
};

}  // namespace blas
NUMLANE_END_NAMESPACE
