#pragma once

#include <cstring>

#include "numlane/blas/call.hpp"
#include "numlane/blas/gemm_buffers.hpp"
#include "numlane/blas/library_layout.hpp"
#include "numlane/blas/native.hpp"
#include "numlane/blas/threads.hpp"
#include "numlane/core/last_cache.hpp"
#include "numlane/simd/control.hpp"

// The operations on matrices through a library; see library.hpp.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

using call::with_integers;

/// Whether a product is so small that the call of a library costs more than it gains.
inline bool is_small(index_t m, index_t n, index_t k) {
    constexpr index_t edge = 32;
    return m <= edge && n <= edge && k <= edge;
}

inline bool is_openblas(const record& l) { return l.core[0] != '\0'; }

/// Whether the native kernels are faster than OpenBLAS's: for a large result whose elements are sums of few products.
/// (1000, k)·(k, 1000) of float64 took OpenBLAS 0.3.21 1.4 to 2.6 times as long for k from 2 to 64 on one thread of Zen 5,
/// of float32 1 to 1.2 times; (300, k)·(k, 300) took it less. Not asked where vectors are narrower than AVX2's.
inline bool is_thin(index_t m, index_t n, index_t k) {
    return k <= 64 && m > 512 && n > 512 && std::strncmp(simd::active_target(), "AVX", 3) == 0 &&
           is_openblas(current());
}

/// Whether the native kernel multiplies a matrix of so many bytes, contiguous along its rows or columns, with a vector faster
/// than OpenBLAS: on one thread of Zen 5 OpenBLAS 0.3.21 took 1.0 to 1.2 of its time for float64 of order 1000, 1.3 to 1.6 for
/// 2000 and 3000; with two threads less up to order 1000, and 1.6 to 2 times as long from 2000 on.
inline bool is_read_natively(index_t bytes) {
    const index_t least = numlane::detail::last_cache_bytes() / (get_num_threads() == 1 ? 4 : 2);
    return bytes >= least && std::strncmp(simd::active_target(), "AVX", 3) == 0 && is_openblas(current());
}

/// Whether more threads than one make a product of these sizes slower, m the rows of a result whose columns lie in one
/// piece, which are the columns of one in C order: OpenBLAS 0.3.21 took 1.8 times as long with two threads for
/// (1000, 1000)·(1000, 4) in C order, for (1000, 1000)·(1000, 16) 1.4 times.
inline bool wants_one_thread(const record& l, index_t m, index_t n, index_t k) {
    return m <= 16 && double(n) * double(k) <= 1024 * 1024 && is_openblas(l);
}

/// How much longer syrk must take than other products before its threads gain.
inline constexpr double syrk_from = 16;

template <class T>
void gemm(const gemm_args<T>& g) {
    const record& l = current();
    const layout c = layout_of(g.c, g.m, g.n);
    if (c.op == 'T') {  // the transpose of the whole: cᵀ = bᵀ·aᵀ
        if (g.c.row_stride != 1 || g.m == 1) {
            if (!(g.c.column_stride == 1 || g.n == 1)) return native::gemm(g);
            const gemm_args<T> t{g.n, g.m, g.k, transposed(g.b), transposed(g.a), transposed(g.c), g.alpha, g.beta};
            if (layout_of(t.c, t.m, t.n).op == 'N') return gemm(t);
        }
        return native::gemm(g);
    }
    const layout a = layout_of(g.a, g.m, g.k), b = layout_of(g.b, g.k, g.n);
    const bool sizes_fit =
        fits(l, g.m) && fits(l, g.n) && fits(l, g.k) && fits(l, a.ld) && fits(l, b.ld) && fits(l, c.ld);
    if (is_small(g.m, g.n, g.k) || c.op == 0 || a.op == 0 || b.op == 0 || !sizes_fit ||
        l.interface == process::blas_interface::native)
        return native::gemm(g);
    const double ns = wants_one_thread(l, g.m, g.n, g.k) ? 0 : product_ns<T>(double(g.m) * double(g.n) * double(g.k));
    const library_threads threads(l, ns);
    with_integers<call::gemm>(l, a.op, b.op, g.m, g.n, g.k, g.alpha, g.a.data, a.ld, g.b.data, b.ld, g.beta, g.c.data,
                              c.ld);
}

/// The kernels of OpenBLAS for a complex matrix that is not transposed (0.3.21, zgemv_n_4.c) read one element past the end of
/// the vector, where no memory may be: a copy of it has one more.
template <class T>
workspace<T> with_spare_element(const vector_in<T>& x, index_t n) {
    workspace<T> copy(std::size_t(n) + 1);
    for (index_t i = 0; i < n; ++i) copy[std::size_t(i)] = x.data[i * x.stride];
    return copy;
}

template <class T>
void gemv(const gemv_args<T>& g) {
    const record& l = current();
    const layout a = layout_of(g.a, g.m, g.n);
    if (a.op == 0 || g.m == 0 || g.n == 0 || !plain(l, g.x, g.n) || !plain(l, g.y, g.m) || conjugated(g.x) ||
        !fits(l, a.ld) || function_of(l, symbol::gemv, dtype_number<T>) == nullptr)
        return native::gemv(g);
    const library_threads threads(l, pass_ns<T>(double(g.m) * double(g.n)));
    const bool turned = a.op != 'N';
    if constexpr (is_complex_v<T>) {
        if (!turned) {
            const workspace<T> x = with_spare_element(g.x, g.n);
            return with_integers<call::gemv>(l, a.op, g.m, g.n, g.alpha, g.a.data, a.ld, x.data(), index_t(1), g.beta,
                                             lowest(g.y.data, g.m, g.y.stride), g.y.stride);
        }
    }
    with_integers<call::gemv>(l, a.op, turned ? g.n : g.m, turned ? g.m : g.n, g.alpha, g.a.data, a.ld,
                              lowest(g.x.data, g.n, g.x.stride), g.x.stride, g.beta, lowest(g.y.data, g.m, g.y.stride),
                              g.y.stride);
}

template <class T>
void ger(const ger_args<T>& g) {
    const record& l = current();
    const layout a = layout_of(g.a, g.m, g.n);
    if (a.op == 'T') {
        const ger_args<T> t{g.n, g.m, g.y, g.x, transposed(g.a), g.alpha};
        if (layout_of(t.a, t.m, t.n).op == 'N') return ger(t);
        return native::ger(g);
    }
    const symbol s = conjugated(g.y) ? symbol::gerc : symbol::ger;
    if (a.op == 0 || !plain(l, g.x, g.m) || !plain(l, g.y, g.n) || conjugated(g.x) || !fits(l, a.ld) ||
        function_of(l, s, dtype_number<T>) == nullptr)
        return native::ger(g);
    const library_threads threads(l, pass_ns<T>(double(g.m) * double(g.n)));
    with_integers<call::ger>(l, s, g.m, g.n, g.alpha, lowest(g.x.data, g.m, g.x.stride), g.x.stride,
                             lowest(g.y.data, g.n, g.y.stride), g.y.stride, g.a.data, a.ld);
}

template <class T>
void syrk(const syrk_args<T>& g) {
    const record& l = current();
    const layout c = layout_of(g.c, g.n, g.n);
    const bool hermitian = is_complex_v<T> && g.hermitian;
    // Memory in C order holds cᵀ, which is c, or its conjugate where that is Hermitian.
    const bool turned = c.op == 'T';
    const bool conj = (is_complex_v<T> && g.a.conj) != (hermitian && turned);
    layout a = layout_of(g.a, g.n, g.k, false);
    if (conj && hermitian) {
        a = layout_of(g.a, g.n, g.k, true);
    } else if (hermitian && a.op == 'T') {
        a.op = 0;
    }
    if (conj && !hermitian) a.op = 0;
    const symbol s = hermitian ? symbol::herk : symbol::syrk;
    if (c.op == 0 || a.op == 0 || !fits(l, g.n) || !fits(l, g.k) || !fits(l, a.ld) || !fits(l, c.ld) ||
        function_of(l, s, dtype_number<T>) == nullptr)
        return native::syrk(g);
    const triangle part = g.part == triangle::both ? triangle::lower : g.part;
    const char flag = (part == triangle::lower) != turned ? 'L' : 'U';
    {
        const library_threads threads(l, product_ns<T>(double(g.n) * double(g.n) * double(g.k) / 2) / syrk_from);
        if (hermitian) {
            if constexpr (is_complex_v<T>)
                with_integers<call::syrk>(l, s, flag, a.op, g.n, g.k, std::real(g.alpha), g.a.data, a.ld,
                                          std::real(g.beta), g.c.data, c.ld);
        } else {
            with_integers<call::syrk>(l, s, flag, a.op, g.n, g.k, g.alpha, g.a.data, a.ld, g.beta, g.c.data, c.ld);
        }
    }
    if (g.part == triangle::both) native::mirror(g.c, g.n, hermitian);
}

template <class T>
void trsm(const trsm_args<T>& g) {
    const record& l = current();
    const layout b = layout_of(g.b, g.m, g.n);
    // a·x = b, or in the transposed memory xᵀ·aᵀ = bᵀ.
    const bool left = b.op == 'N';
    const layout a = left ? layout_of(g.a, g.m, g.m) : layout_of(transposed(g.a), g.m, g.m);
    if (b.op == 0 || a.op == 0 || !fits(l, g.m) || !fits(l, g.n) || !fits(l, a.ld) || !fits(l, b.ld) ||
        function_of(l, symbol::trsm, dtype_number<T>) == nullptr)
        return native::trsm(g);
    // The memory of a as columns holds a or aᵀ, and the triangle of that.
    const bool memory_is_a = (a.op == 'N') == left;
    const char flag = (g.part == triangle::lower) == memory_is_a ? 'L' : 'U';
    const library_threads threads(l, product_ns<T>(double(g.m) * double(g.m) * double(g.n) / 2));
    with_integers<call::trsm>(l, left, flag, a.op, g.unit, left ? g.m : g.n, left ? g.n : g.m, g.alpha, g.a.data, a.ld,
                              g.b.data, b.ld);
}

}  // namespace blas::library
NUMLANE_END_NAMESPACE
