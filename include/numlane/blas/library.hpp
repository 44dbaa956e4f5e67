#pragma once

#include <limits>

#include "numlane/blas/call.hpp"
#include "numlane/blas/native.hpp"
#include "numlane/blas/threads.hpp"

// The operations through a library that was loaded at run time or linked. What BLAS cannot say (a matrix neither of whose
// strides is 1, the conjugate of one that is not transposed, a stride of 0, sizes beyond the library's integers) the
// native kernels do: they take any strides as they are.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library {

using record = process::blas_library_v1;
using call::with_integers;

inline const record& current() { return *process::blas.active.load(std::memory_order_acquire); }

inline bool fits(const record& l, index_t size) {
    return l.integer_bits == 64 || size <= std::numeric_limits<std::int32_t>::max();
}

/// A matrix that is read as BLAS takes it: column-major memory, plain ('N'), transposed or conjugate transposed. `op` is 0
/// where BLAS has no way to say it.
struct layout {
    char op;
    index_t ld;
};
template <class T>
layout layout_of(const matrix_in<T>& a, index_t rows, index_t columns, bool conj) {
    const index_t least_rows = rows > 1 ? rows : 1, least_columns = columns > 1 ? columns : 1;
    if (!conj && (a.row_stride == 1 || rows <= 1) && (a.column_stride >= least_rows || columns <= 1))
        return {'N', columns <= 1 ? least_rows : a.column_stride};
    if ((a.column_stride == 1 || columns <= 1) && (a.row_stride >= least_columns || rows <= 1))
        return {is_complex_v<T> && conj ? 'C' : 'T', rows <= 1 ? least_columns : a.row_stride};
    return {0, 0};
}
template <class T>
layout layout_of(const matrix_in<T>& a, index_t rows, index_t columns) {
    return layout_of(a, rows, columns, is_complex_v<T> && a.conj);
}
/// Of an output: 'N' or 'T', or 0.
template <class T>
layout layout_of(const matrix_out<T>& c, index_t rows, index_t columns) {
    return layout_of(matrix_in<T>{c.data, c.row_stride, c.column_stride}, rows, columns, false);
}
template <class T>
matrix_in<T> transposed(const matrix_in<T>& a) {
    return {a.data, a.column_stride, a.row_stride, a.conj};
}
template <class T>
matrix_out<T> transposed(const matrix_out<T>& a) {
    return {a.data, a.column_stride, a.row_stride};
}
inline triangle flipped(triangle part) { return part == triangle::lower ? triangle::upper : triangle::lower; }

/// BLAS wants the element of the lowest address, whatever the sign of the increment.
template <class P>
P* lowest(P* data, index_t n, index_t stride) {
    return stride < 0 && n > 0 ? data + (n - 1) * stride : data;
}
template <class V>
bool plain(const record& l, const V& x, index_t n) {
    return x.stride != 0 && fits(l, n) && fits(l, x.stride < 0 ? -x.stride : x.stride);
}
template <class T>
bool conjugated(const vector_in<T>& x) {
    return is_complex_v<T> && x.conj;
}

/// Whether a product is so small that the call of a library costs more than it gains.
inline bool is_small(index_t m, index_t n, index_t k) {
    constexpr index_t edge = 32;
    return m <= edge && n <= edge && k <= edge;
}

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
    const library_threads threads(l);
    with_integers<call::gemm>(l, a.op, b.op, g.m, g.n, g.k, g.alpha, g.a.data, a.ld, g.b.data, b.ld, g.beta, g.c.data,
                              c.ld);
}

template <class T>
void gemv(const gemv_args<T>& g) {
    const record& l = current();
    const layout a = layout_of(g.a, g.m, g.n);
    if (a.op == 0 || g.m == 0 || g.n == 0 || !plain(l, g.x, g.n) || !plain(l, g.y, g.m) || conjugated(g.x) ||
        !fits(l, a.ld) || function_of(l, symbol::gemv, dtype_number<T>) == nullptr)
        return native::gemv(g);
    const library_threads threads(l);
    const bool turned = a.op != 'N';
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
    const library_threads threads(l);
    with_integers<call::ger>(l, s, g.m, g.n, g.alpha, lowest(g.x.data, g.m, g.x.stride), g.x.stride,
                             lowest(g.y.data, g.n, g.y.stride), g.y.stride, g.a.data, a.ld);
}

template <class T>
T dot(const dot_args<T>& g) {
    const record& l = current();
    const bool cx = conjugated(g.x), cy = conjugated(g.y);
    const symbol s = cx != cy ? symbol::dotc : symbol::dot;
    if (!plain(l, g.x, g.n) || !plain(l, g.y, g.n) || function_of(l, s, dtype_number<T>) == nullptr)
        return native::dot(g);
    const library_threads threads(l);
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
    const library_threads threads(l);
    return with_integers<call::norm>(l, symbol::nrm2, g.n, g.x.data, g.x.stride);
}
template <class T>
real_t<T> asum(const reduce_args<T>& g) {
    const record& l = current();
    if (!reducible(l, g, symbol::asum)) return native::asum(g);
    const library_threads threads(l);
    return with_integers<call::norm>(l, symbol::asum, g.n, g.x.data, g.x.stride);
}
template <class T>
index_t iamax(const reduce_args<T>& g) {
    const record& l = current();
    if (g.n == 0 || !reducible(l, g, symbol::iamax)) return native::iamax(g);
    const library_threads threads(l);
    return with_integers<call::iamax>(l, g.n, g.x.data, g.x.stride);
}

template <class T>
void axpy(const axpy_args<T>& g) {
    const record& l = current();
    if (!plain(l, g.x, g.n) || !plain(l, g.y, g.n) || conjugated(g.x) ||
        function_of(l, symbol::axpy, dtype_number<T>) == nullptr)
        return native::axpy(g);
    const library_threads threads(l);
    with_integers<call::axpy>(l, g.n, g.alpha, lowest(g.x.data, g.n, g.x.stride), g.x.stride,
                              lowest(g.y.data, g.n, g.y.stride), g.y.stride);
}
template <class T>
void scal(const scal_args<T>& g) {
    const record& l = current();
    // By 0 too: some libraries then write zeros, others multiply, which differs for NaN.
    if (!plain(l, g.x, g.n) || g.alpha == T(0) || function_of(l, symbol::scal, dtype_number<T>) == nullptr)
        return native::scal(g);
    const library_threads threads(l);
    const index_t step = g.x.stride < 0 ? -g.x.stride : g.x.stride;
    with_integers<call::scal>(l, g.n, g.alpha, lowest(g.x.data, g.n, g.x.stride), step);
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
        const library_threads threads(l);
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
    const library_threads threads(l);
    with_integers<call::trsm>(l, left, flag, a.op, g.unit, left ? g.m : g.n, left ? g.n : g.m, g.alpha, g.a.data, a.ld,
                              g.b.data, b.ld);
}

template <blas_element T>
inline constexpr functions<T> table = {gemm<T>,  gemv<T>, ger<T>,  dot<T>,  nrm2<T>, asum<T>,
                                       iamax<T>, axpy<T>, scal<T>, syrk<T>, trsm<T>};

}  // namespace blas::library
NUMLANE_END_NAMESPACE
