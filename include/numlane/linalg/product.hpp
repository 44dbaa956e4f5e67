#pragma once

#include "numlane/core/multiply_values.hpp"
#include "numlane/linalg/factor.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The elements of a view of two axes as a factor of a product.
template <class T>
blas::matrix_in<T> as_factor(const view<const T>& a) {
    return {a.data(), a.strides()[0], a.strides()[1]};
}

/// x·y one after the other: of bool and of few elements.
template <class T>
T plain_dot(const blas::dot_args<T>& g) {
    T sum(0);
    for (index_t i = 0; i < g.n; ++i) {
        const T product = multiply_values()(blas::native::at(g.x, i), blas::native::at(g.y, i));
        if constexpr (std::is_same_v<T, bool>) {
            if (product) return true;
        } else if constexpr (std::is_integral_v<T>) {
            sum = T(wrapping_t<T>(sum) + wrapping_t<T>(product));
        } else {
            sum += product;
        }
    }
    return sum;
}
template <class T>
T vector_product(const blas::dot_args<T>& g) {
    if constexpr (std::is_same_v<T, bool>) return plain_dot(g);
    else if (g.n <= 8) return plain_dot(g);
    else if constexpr (blas::blas_element<T>) return blas::dot(g);
    else return blas::native::dot(g);
}

/// Whether the rows of a lie as the columns of b do.
template <class T>
bool is_turned(const blas::matrix_in<T>& a, const blas::matrix_in<T>& b) {
    return a.row_stride == b.column_stride && a.column_stride == b.row_stride && a.conj == b.conj;
}
/// Whether b is a transposed: then the product is symmetric, and half of it is enough.
template <class T>
bool is_own_transpose(const blas::gemm_args<T>& g) {
    return g.a.data == g.b.data && g.m == g.n && is_turned(g.a, g.b);
}

/// Whether the kernels are faster than the call of a library. Of products with one row or column they are so where lanes
/// lie along contiguous memory, or where the matrix has few elements.
template <class T>
bool is_small_product(const blas::gemm_args<T>& g) {
    if (!blas::library::is_small(g.m, g.n, g.k)) return false;
    if (!blas::blas_element<T> || (g.m > 1 && g.n > 1) || g.m * g.n * g.k <= 16 * 16) return true;
    return !is_complex_v<T> && (g.m == 1 ? g.b.column_stride == 1 : g.a.row_stride == 1);
}

/// `count` products of small matrices, each `step` behind the one before, by the kernels: a library takes longer to call.
template <class T>
void multiply_small(index_t count, blas::gemm_args<T> g, blas::batch_steps step) {
    // With one row or column the lanes lie along the contiguous side of the matrix.
    if (g.m == 1 ? g.b.column_stride != 1 && g.n > 1 : g.n == 1 && g.a.row_stride == 1) {
        const auto transposed = [](auto m) {
            std::swap(m.row_stride, m.column_stride);
            return m;
        };
        g = {g.n, g.m, g.k, transposed(g.b), transposed(g.a), transposed(g.c), g.alpha, g.beta};
        std::swap(step.a, step.b);
    }
    if (g.n == 1) g.b.column_stride = g.c.column_stride = 1;
    if (g.m == 1) g.c.row_stride = g.n;
    blas::native::gemm_batch(count, g, step);
    // Only real products are the same from either side to the last bit.
    if constexpr (is_complex_v<T>)
        for (; count > 0 && is_turned(g.a, g.b) && g.m == g.n; --count) {
            if (g.a.data == g.b.data) blas::native::mirror<T>(g.c, g.m, false);
            g.a.data += step.a;
            g.b.data += step.b;
            g.c.data += step.c;
        }
}

/// c = a·b, by the operation of BLAS that fits.
template <class T>
void multiply_matrices(const blas::gemm_args<T>& g) {
    using namespace blas;
    if (g.m <= 0 || g.n <= 0) return;
    if (g.k <= 0) return native::scale_matrix(g);
    const vector_in<T> row{g.a.data, g.a.column_stride, g.a.conj}, column{g.b.data, g.b.row_stride, g.b.conj};
    if (g.m == 1 && g.n == 1) {
        *g.c.data = vector_product<T>({g.k, row, column});
        return;
    }
    if (is_small_product(g)) return multiply_small(1, g, {});
    if constexpr (std::is_same_v<T, bool>) {
        // No vectors of bool: the one column lies along the lanes.
        if (g.n == 1 && g.c.column_stride == 1) {
            gemm_args<T> turned = g;
            turned.c.column_stride = g.m + 1;
            return native::gemm(turned);
        }
    } else if (g.m == 1 || g.n == 1) {
        const matrix_in<T> turned{g.b.data, g.b.column_stride, g.b.row_stride, g.b.conj};
        const gemv_args<T> v = g.n == 1 ? gemv_args<T>{g.m, g.k, g.a, column, {g.c.data, g.c.row_stride}}
                                        : gemv_args<T>{g.n, g.k, turned, row, {g.c.data, g.c.column_stride}};
        if constexpr (std::is_floating_point_v<T>)
            if ((v.a.row_stride == 1 || v.a.column_stride == 1) &&
                library::is_read_natively(v.m * v.n * index_t(sizeof(T))))
                return native::gemv(v);
        if constexpr (blas_element<T>) return blas::gemv(v);
        else return native::gemv(v);
    }
    if constexpr (blas_element<T>) {
        if (is_own_transpose(g)) return syrk<T>({g.m, g.k, g.a, g.c});
        if (library::is_thin(g.m, g.n, g.k)) return native::gemm(g);
    }
    gemm(g);
}

/// `count` products, each `step` behind the one before.
template <class T>
void multiply_batch(index_t count, blas::gemm_args<T> g, const blas::batch_steps& step) {
    if ((g.m > 1 || g.n > 1) && g.k > 0 && is_small_product(g)) return multiply_small(count, g, step);
    for (; count > 0; --count) {
        multiply_matrices(g);
        g.a.data += step.a;
        g.b.data += step.b;
        g.c.data += step.c;
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
