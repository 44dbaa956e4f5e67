#pragma once

#include <cmath>

#include "numlane/blas/native_gemm.hpp"
#include "numlane/blas/provider.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

template <class T>
T at(const matrix_in<T>& a, index_t i, index_t j) {
    const T value = a.data[i * a.row_stride + j * a.column_stride];
    if constexpr (is_complex_v<T>) return a.conj ? std::conj(value) : value;
    else return value;
}
template <class T>
T at(const vector_in<T>& x, index_t i) {
    return at(matrix_in<T>{x.data, x.stride, 0, x.conj}, i, 0);
}
template <class T>
T product(T a, T b) {
    if constexpr (std::is_same_v<T, bool>) return a && b;
    else if constexpr (is_complex_v<T>)
        return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
    else if constexpr (std::is_integral_v<T>) return T(std::uint64_t(a) * std::uint64_t(b));
    else return a * b;
}
template <class T>
T sum(T a, T b) {
    if constexpr (std::is_same_v<T, bool>) return a || b;
    else if constexpr (std::is_integral_v<T>) return T(std::uint64_t(a) + std::uint64_t(b));
    else return a + b;
}
template <class T>
void update(T& c, T alpha, T value, T beta) {
    c = beta == T(0) ? product(alpha, value) : sum(product(alpha, value), product(beta, c));
}

template <class T>
T dot(const dot_args<T>& g) {
    T total(0);
    for (index_t i = 0; i < g.n; ++i) total = sum(total, product(at(g.x, i), at(g.y, i)));
    return total;
}

template <class T>
void gemv(const gemv_args<T>& g) {
    gemm<T>({g.m, 1, g.n, g.a, {g.x.data, g.x.stride, 0, g.x.conj}, {g.y.data, g.y.stride, 0}, g.alpha, g.beta});
}

template <class T>
void ger(const ger_args<T>& g) {
    for (index_t i = 0; i < g.m; ++i) {
        const T scaled = product(g.alpha, at(g.x, i));
        for (index_t j = 0; j < g.n; ++j) {
            T& a = g.a.data[i * g.a.row_stride + j * g.a.column_stride];
            a = sum(a, product(scaled, at(g.y, j)));
        }
    }
}

template <class T>
real_t<T> magnitude(T x) {
    if constexpr (is_complex_v<T>) return std::abs(x.real()) + std::abs(x.imag());
    else return std::abs(x);
}

template <class T>
real_t<T> nrm2(const reduce_args<T>& g) {
    real_t<T> norm(0);
    for (index_t i = 0; i < g.n; ++i) norm = std::hypot(norm, std::abs(at(g.x, i)));
    return norm;
}
template <class T>
real_t<T> asum(const reduce_args<T>& g) {
    real_t<T> total(0);
    for (index_t i = 0; i < g.n; ++i) total += magnitude(at(g.x, i));
    return total;
}
template <class T>
index_t iamax(const reduce_args<T>& g) {
    index_t best = g.n > 0 ? 0 : -1;
    for (index_t i = 1; i < g.n; ++i)
        if (magnitude(at(g.x, i)) > magnitude(at(g.x, best))) best = i;
    return best;
}
template <class T>
void axpy(const axpy_args<T>& g) {
    for (index_t i = 0; i < g.n; ++i) {
        T& y = g.y.data[i * g.y.stride];
        y = sum(y, product(g.alpha, at(g.x, i)));
    }
}
template <class T>
void scal(const scal_args<T>& g) {
    for (index_t i = 0; i < g.n; ++i) g.x.data[i * g.x.stride] = product(g.alpha, g.x.data[i * g.x.stride]);
}

/// Makes a whole matrix of its lower triangle.
template <class T>
void mirror(const matrix_out<T>& c, index_t n, bool hermitian) {
    for (index_t i = 0; i < n; ++i) {
        for (index_t j = 0; j < i; ++j) {
            const T value = c.data[i * c.row_stride + j * c.column_stride];
            T& mirrored = c.data[j * c.row_stride + i * c.column_stride];
            if constexpr (is_complex_v<T>) mirrored = hermitian ? std::conj(value) : value;
            else mirrored = value;
        }
    }
}

template <class T>
void syrk(const syrk_args<T>& g) {
    matrix_in<T> transposed{g.a.data, g.a.column_stride, g.a.row_stride, g.a.conj != g.hermitian};
    for (index_t i = 0; i < g.n; ++i) {
        for (index_t j = 0; j < g.n; ++j) {
            if (g.part == triangle::upper ? j < i : j > i) continue;
            T total(0);
            for (index_t p = 0; p < g.k; ++p) total = sum(total, product(at(g.a, i, p), at(transposed, p, j)));
            update(g.c.data[i * g.c.row_stride + j * g.c.column_stride], g.alpha, total, g.beta);
        }
    }
    if (g.part == triangle::both) mirror(g.c, g.n, g.hermitian);
}

template <class T>
void trsm(const trsm_args<T>& g) {
    const auto b = [&](index_t i, index_t j) -> T& { return g.b.data[i * g.b.row_stride + j * g.b.column_stride]; };
    for (index_t step = 0; step < g.m; ++step) {
        const index_t i = g.part == triangle::lower ? step : g.m - 1 - step;
        const index_t first = g.part == triangle::lower ? 0 : i + 1, last = g.part == triangle::lower ? i : g.m;
        for (index_t j = 0; j < g.n; ++j) {
            T left = product(g.alpha, b(i, j));
            for (index_t p = first; p < last; ++p) left -= product(at(g.a, i, p), b(p, j));
            b(i, j) = g.unit ? left : left / at(g.a, i, i);
        }
    }
}

template <blas_element T>
inline constexpr functions<T> table = {gemm<T>,  gemv<T>, ger<T>,  dot<T>,  nrm2<T>, asum<T>,
                                       iamax<T>, axpy<T>, scal<T>, syrk<T>, trsm<T>};

}  // namespace blas::native
NUMLANE_END_NAMESPACE
