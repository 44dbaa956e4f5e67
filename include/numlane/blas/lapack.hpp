#pragma once

#include "numlane/blas/library_lapack.hpp"
#include "numlane/blas/native_lapack/cholesky.hpp"
#include "numlane/blas/native_lapack/general.hpp"
#include "numlane/blas/native_lapack/hermitian.hpp"
#include "numlane/blas/native_lapack/lu.hpp"
#include "numlane/blas/native_lapack/qr.hpp"
#include "numlane/blas/native_lapack/svd.hpp"

// The seam to LAPACK: one function per factorization, by the library in use or by native_lapack, whose functions of the same
// names describe arguments and results.
NUMLANE_BEGIN_NAMESPACE
namespace blas::lapack {

using native_lapack::matrix;
using native_lapack::owned_matrix;

/// Below this order the native factorizations serve: nothing is gained by looking up the library's.
inline constexpr index_t library_from = 32;

/// Calls body(calls<Int>()) with the library's integers, if it has LAPACK and this matrix is worth it and fits.
template <class T, class Body>
bool by_library(const matrix<T>& a, const Body& body) {
    if (std::max(a.rows, a.columns) < library_from) return false;
    switch (lapack_integer_bits()) {
    case 32:
        return std::max(a.ld, a.columns) <= std::numeric_limits<std::int32_t>::max() / 4 &&
               body(library_lapack::calls<std::int32_t>());
    case 64: return body(library_lapack::calls<std::int64_t>());
    default: return false;
    }
}

template <class T>
index_t lu(const matrix<T>& a, index_t* pivot) {
    index_t info = 0;
    if (by_library(a, [&](auto calls) { return calls.lu(a, pivot, info); })) return info;
    return native_lapack::lu(a, pivot);
}
/// The triangular solves are products with either: those of the library, if there is one.
template <class T>
void lu_solve(const matrix<T>& a, const index_t* pivot, const matrix<T>& b) {
    native_lapack::lu_solve(a, pivot, b);
}
/// x = a⁻¹, given the factors of a. Each column is solved for: the residual a·x - 1 is small, as NumPy's is.
template <class T>
void lu_invert(const matrix<T>& a, const index_t* pivot, const matrix<T>& x) {
    native_lapack::lu_invert(a, pivot, x);
}
template <class T>
index_t cholesky(const matrix<T>& a) {
    index_t info = 0;
    if (by_library(a, [&](auto calls) { return calls.cholesky(a, info); })) return info;
    return native_lapack::cholesky(a);
}
template <class T>
void qr(const matrix<T>& a, T* tau) {
    index_t info = 0;
    if (!by_library(a, [&](auto calls) { return calls.qr(a, tau, info); })) native_lapack::qr(a, tau);
}
template <class T>
void form_q(const matrix<T>& a, const T* tau, index_t k, const matrix<T>& q) {
    index_t info = 0;
    if (!by_library(q, [&](auto calls) { return calls.form_q(a, tau, k, q, info); }))
        native_lapack::form_q(a, tau, k, q);
}
template <class T>
index_t hermitian_eigen(const matrix<T>& a, triangle part, bool vectors, real_t<T>* w) {
    index_t info = 0;
    const auto call = [&](auto calls) {
        // What is not finite may keep LAPACK iterating.
        return native_lapack::all_finite(a) && calls.hermitian_eigen(a, part, vectors, w, info);
    };
    return by_library(a, call) ? info : native_lapack::hermitian_eigen(a, part, vectors, w);
}
template <class T>
index_t svd(const matrix<T>& a, real_t<T>* s, const matrix<T>& u, const matrix<T>& vh) {
    index_t info = 0;
    const auto call = [&](auto calls) {
        return std::min(a.rows, a.columns) > 0 && native_lapack::all_finite(a) && calls.svd(a, s, u, vh, info);
    };
    return by_library(a, call) ? info : native_lapack::svd(a, s, u, vh);
}
/// As the library's gelsd; false where it has none, a or b is not finite, or a is small: then an SVD serves.
template <class T>
bool least_squares(const matrix<T>& a, const matrix<T>& b, real_t<T>* s, real_t<T> rcond, index_t& rank,
                   index_t& info) {
    return by_library(a, [&](auto calls) {
        return std::min(a.rows, a.columns) > 0 && native_lapack::all_finite(a) && native_lapack::all_finite(b) &&
               calls.least_squares(a, b, s, rcond, rank, info);
    });
}
template <class T>
index_t general_eigen(const matrix<T>& a, std::complex<real_t<T>>* w, const matrix<std::complex<real_t<T>>>& v) {
    index_t info = 0;
    if (by_library(a, [&](auto calls) { return calls.general_eigen(a, w, v, info); })) return info;
    return native_lapack::general_eigen(a, w, v);
}

}  // namespace blas::lapack
NUMLANE_END_NAMESPACE
