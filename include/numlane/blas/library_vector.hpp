#pragma once

#include "numlane/blas/call.hpp"
#include "numlane/blas/library_layout.hpp"
#include "numlane/blas/native.hpp"
#include "numlane/blas/threads.hpp"

// The operations on vectors through a library; see library.hpp.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

using call::with_integers;

// The complex dot kernels of OpenBLAS (0.3.21, cdotc_k_HASWELL) read one element past the end of a strided vector, where no
// memory may be: only vectors without gaps go to a library.
template <class T>
bool reads_beyond(const dot_args<T>& g) {
    return is_complex_v<T> && (g.x.stride != 1 || g.y.stride != 1);
}

template <class T>
T dot(const dot_args<T>& g) {
    const record& l = current();
    const bool cx = conjugated(g.x), cy = conjugated(g.y);
    const symbol s = cx != cy ? symbol::dotc : symbol::dot;
    if (reads_beyond(g) || !plain(l, g.x, g.n) || !plain(l, g.y, g.n) || function_of(l, s, dtype_number<T>) == nullptr)
        return native::dot(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    const vector_in<T>&first = cy && !cx ? g.y : g.x, &second = cy && !cx ? g.x : g.y;
    const T result = with_integers<call::dot>(l, s, g.n, lowest(first.data, g.n, first.stride), first.stride,
                                              lowest(second.data, g.n, second.stride), second.stride);
    if constexpr (is_complex_v<T>) return cx && cy ? std::conj(result) : result;
    else return result;
}

/// The reductions are the same from either end; iamax is not.
template <class T>
bool reducible(const record& l, const reduce_args<T>& g, symbol s) {
    return g.x.stride > 0 && plain(l, g.x, g.n) && function_of(l, s, dtype_number<T>) != nullptr;
}
template <class T>
real_t<T> nrm2(const reduce_args<T>& g) {
    const record& l = current();
    if (!reducible(l, g, symbol::nrm2)) return native::nrm2(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    return with_integers<call::norm>(l, symbol::nrm2, g.n, g.x.data, g.x.stride);
}
template <class T>
real_t<T> asum(const reduce_args<T>& g) {
    const record& l = current();
    if (!reducible(l, g, symbol::asum)) return native::asum(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    return with_integers<call::norm>(l, symbol::asum, g.n, g.x.data, g.x.stride);
}
template <class T>
index_t iamax(const reduce_args<T>& g) {
    const record& l = current();
    if (g.n == 0 || !reducible(l, g, symbol::iamax)) return native::iamax(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    return with_integers<call::iamax>(l, g.n, g.x.data, g.x.stride);
}

template <class T>
void axpy(const axpy_args<T>& g) {
    const record& l = current();
    if (!plain(l, g.x, g.n) || !plain(l, g.y, g.n) || conjugated(g.x) ||
        function_of(l, symbol::axpy, dtype_number<T>) == nullptr)
        return native::axpy(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    with_integers<call::axpy>(l, g.n, g.alpha, lowest(g.x.data, g.n, g.x.stride), g.x.stride,
                              lowest(g.y.data, g.n, g.y.stride), g.y.stride);
}
template <class T>
void scal(const scal_args<T>& g) {
    const record& l = current();
    // By 0 too: some libraries then write zeros, others multiply, which differs for NaN.
    if (!plain(l, g.x, g.n) || g.alpha == T(0) || function_of(l, symbol::scal, dtype_number<T>) == nullptr)
        return native::scal(g);
    const library_threads threads(l, pass_ns<T>(double(g.n)));
    const index_t step = g.x.stride < 0 ? -g.x.stride : g.x.stride;
    with_integers<call::scal>(l, g.n, g.alpha, lowest(g.x.data, g.n, g.x.stride), step);
}

}  // namespace blas::library
NUMLANE_END_NAMESPACE
