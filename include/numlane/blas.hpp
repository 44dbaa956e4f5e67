#pragma once

// The seam to BLAS: one function per operation, whatever library does it.
#include "numlane/blas/batch.hpp"
#include "numlane/blas/choice.hpp"
#include "numlane/blas/library.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

namespace provider {
template <class F>
F active(F native, F library) {
    return choice::active<>().interface == process::blas_interface::native ? native : library;
}
template <class F>
F active_for_products(F native, F library) {
    return choice::active<>().native_products ? native : active(native, library);
}
}  // namespace provider

/// The product of two matrices, see gemm_args; of any dtype (what no BLAS library has goes to the native kernels).
template <element T>
void gemm(const gemm_args<T>& g) {
    if constexpr (blas_element<T>) provider::active_for_products(native::table<T>::gemm, library::table<T>::gemm)(g);
    else native::gemm<T>(g);
}
/// A batch of products of the same shape, see gemm_args: `count` of them, each `step` behind the one before. A step of 0
/// for a or b repeats that operand.
template <element T>
void gemm_batch(index_t count, const gemm_args<T>& first, const batch_steps& step) {
    each_product(count, first, step, [](const gemm_args<T>& one) { gemm<T>(one); });
}
/// Matrix times vector, see gemv_args.
template <blas_element T>
void gemv(const gemv_args<T>& g) {
    provider::active(native::table<T>::gemv, library::table<T>::gemv)(g);
}
/// The update by an outer product, see ger_args.
template <blas_element T>
void ger(const ger_args<T>& g) {
    provider::active(native::table<T>::ger, library::table<T>::ger)(g);
}
/// The inner product, see dot_args.
template <blas_element T>
T dot(const dot_args<T>& g) {
    return provider::active(native::table<T>::dot, library::table<T>::dot)(g);
}
/// The Euclidean norm, see reduce_args.
template <blas_element T>
real_t<T> nrm2(const reduce_args<T>& g) {
    return provider::active(native::table<T>::nrm2, library::table<T>::nrm2)(g);
}
/// The sum of the magnitudes, see reduce_args.
template <blas_element T>
real_t<T> asum(const reduce_args<T>& g) {
    return provider::active(native::table<T>::asum, library::table<T>::asum)(g);
}
/// The index of the largest magnitude, see reduce_args.
template <blas_element T>
index_t iamax(const reduce_args<T>& g) {
    return provider::active(native::table<T>::iamax, library::table<T>::iamax)(g);
}
/// The sum of a vector and a multiple of another, see axpy_args.
template <blas_element T>
void axpy(const axpy_args<T>& g) {
    provider::active(native::table<T>::axpy, library::table<T>::axpy)(g);
}
/// A vector times a number, see scal_args.
template <blas_element T>
void scal(const scal_args<T>& g) {
    provider::active(native::table<T>::scal, library::table<T>::scal)(g);
}
/// A matrix times its own transpose, see syrk_args.
template <blas_element T>
void syrk(const syrk_args<T>& g) {
    provider::active_for_products(native::table<T>::syrk, library::table<T>::syrk)(g);
}
/// The solution of a triangular system, see trsm_args.
template <blas_element T>
void trsm(const trsm_args<T>& g) {
    provider::active(native::table<T>::trsm, library::table<T>::trsm)(g);
}

}  // namespace blas
NUMLANE_END_NAMESPACE
