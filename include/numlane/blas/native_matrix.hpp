#pragma once

#include "numlane/blas/native_vector.hpp"

// The operations on a matrix and vectors, and those on matrices that are made of products.
NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

template <class T>
T at(const matrix_in<T>& a, index_t i, index_t j) {
    return at(vector_in<T>{a.data + i * a.row_stride, a.column_stride, a.conj}, j);
}
template <class T>
vector_in<T> row_of(const matrix_in<T>& a, index_t i) {
    return {a.data + i * a.row_stride, a.column_stride, a.conj};
}
template <class T>
matrix_in<T> block(const matrix_in<T>& a, index_t i, index_t j) {
    return {a.data + i * a.row_stride + j * a.column_stride, a.row_stride, a.column_stride, a.conj};
}
template <class T>
matrix_out<T> block(const matrix_out<T>& a, index_t i, index_t j) {
    return {a.data + i * a.row_stride + j * a.column_stride, a.row_stride, a.column_stride};
}
template <class T>
matrix_in<T> read(const matrix_out<T>& a) {
    return {a.data, a.row_stride, a.column_stride};
}
template <class T>
T dot_of(index_t n, const vector_in<T>& x, const vector_in<T>& y) {
    return dot<T>({n, x, y});
}

/// Rows of some 64k elements are worth a thread of their own.
inline index_t rows_grain(index_t columns) { return columns > 65536 ? 1 : 65536 / (columns > 0 ? columns : 1) + 1; }

/// The elements of x one after another: where they are, or in `memory`.
template <class T>
struct contiguous_vector {
    packing_memory memory;
    const T* data;

    contiguous_vector(const vector_in<T>& x, index_t n)
        : memory(x.stride == 1 ? 0 : std::size_t(n) * sizeof(T)),
          data(contiguous(x, 0, n, x.stride == 1 ? nullptr : reinterpret_cast<T*>(memory.data()))) {}
};

// The kernel of real products, a block of rows at a time. Each thread has one range of rows, the same from call to call: they
// may still be in its cache.
template <class T, class Finish>
void multiply_real(const gemv_args<T>& g, bool by_columns, const Finish& finish) {
    constexpr index_t rows = 1024, step = 64;
    const contiguous_vector<T> x(g.x, g.n);
    const index_t ranges = std::max<index_t>(1, std::min<index_t>(get_num_threads(), g.m / rows_grain(g.n)));
    const auto begin = [&](index_t range) { return range == ranges ? g.m : g.m * range / ranges / step * step; };
    parallel_for(0, ranges, 1, [&](index_t first, index_t last) {
        T sums[rows];
        for (index_t i = begin(first), end = begin(last); i < end; i += rows) {
            const index_t count = end - i < rows ? end - i : rows;
            gemv_job<T> job{block(g.a, i, 0).data,
                            by_columns ? g.a.column_stride : g.a.row_stride,
                            by_columns,
                            count,
                            g.n,
                            x.data,
                            sums};
            numlane::detail::dispatch<numlane::detail::gemv_kernel<T>>()({&job, nullptr, nullptr, 0, false});
            for (index_t r = 0; r < count; ++r) finish(i + r, sums[r]);
        }
    });
}

template <class T>
void gemv(const gemv_args<T>& g) {
    if (g.m <= 0) return;
    const auto finish = [&](index_t i, T sum) {
        T& y = g.y.data[i * g.y.stride];
        if (g.alpha != T(1)) sum = multiplied(g.alpha, sum);
        y = g.beta == T(0) ? sum : sum + multiplied(g.beta, y);
    };
    if (g.n <= 0) {
        for (index_t i = 0; i < g.m; ++i) finish(i, T(0));
        return;
    }
    const bool by_columns = g.a.row_stride == 1 && g.a.column_stride != 1 && !(is_complex_v<T> && g.a.conj);
    if constexpr (std::is_floating_point_v<T>)
        if (by_columns || g.a.column_stride == 1) return multiply_real(g, by_columns, finish);
    if (!by_columns) {
        parallel_for(0, g.m, rows_grain(g.n), [&](index_t first, index_t last) {
            for (index_t i = first; i < last; ++i) finish(i, dot_of(g.n, row_of(g.a, i), g.x));
        });
        return;
    }
    // Rows in blocks whose sums stay in the first-level cache while the columns pass by.
    constexpr index_t rows = 1024;
    const index_t blocks = tiles_of(g.m, rows);
    parallel_for(0, blocks, rows_grain(g.n * rows), [&](index_t first, index_t last) {
        T sums[rows];
        for (index_t i = first * rows; i < last * rows && i < g.m; i += rows) {
            const index_t count = g.m - i < rows ? g.m - i : rows;
            for (index_t r = 0; r < count; ++r) sums[r] = T(0);
            for (index_t j = 0; j < g.n; ++j) axpy_contiguous(count, at(g.x, j), block(g.a, i, j).data, sums);
            for (index_t r = 0; r < count; ++r) finish(i + r, sums[r]);
        }
    });
}

template <class T>
void ger(const ger_args<T>& g) {
    if (g.a.column_stride != 1 && g.a.row_stride == 1)
        return ger<T>({g.n, g.m, g.y, g.x, {g.a.data, g.a.column_stride, g.a.row_stride}, g.alpha});
    parallel_for(0, g.m, rows_grain(g.n), [&](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i)
            axpy<T>({g.n, g.y, {g.a.data + i * g.a.row_stride, g.a.column_stride}, multiplied(g.alpha, at(g.x, i))});
    });
}

/// Makes a whole matrix of its lower triangle; by small blocks, for one side is written across its memory.
template <class T>
void mirror(const matrix_out<T>& c, index_t n, bool hermitian) {
    constexpr index_t edge = 16;
    for (index_t row = 0; row < n; row += edge) {
        const index_t end = n - row < edge ? n : row + edge;
        for (index_t column = 0; column < end; column += edge) {
            for (index_t i = row; i < end; ++i) {
                for (index_t j = column; j < i && j < column + edge; ++j) {
                    const T value = block(c, i, j).data[0];
                    T& mirrored = block(c, j, i).data[0];
                    if constexpr (is_complex_v<T>) mirrored = hermitian ? std::conj(value) : value;
                    else mirrored = value;
                }
            }
        }
    }
}

/// One triangle: the halves of the diagonal each by themselves, and the square between them as a product. A block that
/// is small is computed whole, aside.
template <class T>
void syrk_triangle(const syrk_args<T>& g) {
    constexpr index_t edge = 48;
    const bool lower = g.part != triangle::upper;
    const auto turned = [&](index_t row) {
        const matrix_in<T> a = block(g.a, row, 0);
        return matrix_in<T>{a.data, a.column_stride, a.row_stride, a.conj != (is_complex_v<T> && g.hermitian)};
    };
    if (g.n > edge) {
        const index_t half = (g.n / 2 + edge - 1) / edge * edge, rest = g.n - half;
        syrk_args<T> part = g;
        part.n = half;
        syrk_triangle(part);
        if (lower) gemm<T>({rest, half, g.k, block(g.a, half, 0), turned(0), block(g.c, half, 0), g.alpha, g.beta});
        else gemm<T>({half, rest, g.k, g.a, turned(half), block(g.c, 0, half), g.alpha, g.beta});
        part.n = rest;
        part.a = block(g.a, half, 0);
        part.c = block(g.c, half, half);
        return syrk_triangle(part);
    }
    T whole[edge * edge];
    gemm<T>({g.n, g.n, g.k, g.a, turned(0), {whole, edge, 1}, g.alpha});
    for (index_t i = 0; i < g.n; ++i) {
        for (index_t j = lower ? 0 : i; j < (lower ? i + 1 : g.n); ++j) {
            T& c = block(g.c, i, j).data[0];
            c = g.beta == T(0) ? whole[i * edge + j] : whole[i * edge + j] + multiplied(g.beta, c);
            if constexpr (is_complex_v<T>)
                if (g.hermitian && i == j) c = c.real();
        }
    }
}
template <class T>
void syrk(const syrk_args<T>& g) {
    if (g.n <= 0) return;
    syrk_triangle(g);
    if (g.part == triangle::both) mirror(g.c, g.n, g.hermitian);
}

/// Half of the rows is solved for, the other half loses what that contributes, and is solved in turn.
template <class T>
void trsm_blocks(const trsm_args<T>& g) {
    constexpr index_t edge = 32;
    const bool lower = g.part != triangle::upper;
    if (g.m > edge) {
        const index_t half = g.m / 2, rest = g.m - half;
        trsm_args<T> top = g, bottom = g;
        top.m = half;
        bottom.m = rest;
        bottom.a = block(g.a, half, half);
        bottom.b = block(g.b, half, 0);
        if (lower) {
            trsm_blocks(top);
            gemm<T>({rest, g.n, half, block(g.a, half, 0), read(g.b), bottom.b, T(-1), T(1)});
            trsm_blocks(bottom);
        } else {
            trsm_blocks(bottom);
            gemm<T>({half, g.n, rest, block(g.a, 0, half), read(bottom.b), g.b, T(-1), T(1)});
            trsm_blocks(top);
        }
        return;
    }
    const auto solve = [&](index_t first_column, index_t last_column) {
        for (index_t step = 0; step < g.m; ++step) {
            const index_t i = lower ? step : g.m - 1 - step;
            T* const row = g.b.data + i * g.b.row_stride;
            for (index_t p = lower ? 0 : i + 1; p < (lower ? i : g.m); ++p) {
                const T factor = at(g.a, i, p);
                const T* const other = g.b.data + p * g.b.row_stride;
                for (index_t j = first_column; j < last_column; ++j)
                    row[j * g.b.column_stride] -= multiplied(factor, other[j * g.b.column_stride]);
            }
            if (g.unit) continue;
            const T pivot = at(g.a, i, i);
            for (index_t j = first_column; j < last_column; ++j) row[j * g.b.column_stride] /= pivot;
        }
    };
    // Column by column where those are what lies together.
    if (g.b.column_stride == 1) parallel_for(0, g.n, 256, solve);
    else
        parallel_for(0, g.n, 256, [&](index_t first, index_t last) {
            for (index_t j = first; j < last; ++j) solve(j, j + 1);
        });
}
template <class T>
void trsm(const trsm_args<T>& g) {
    if (g.m <= 0 || g.n <= 0) return;
    if (g.alpha != T(1)) scale_matrix<T>({g.m, g.n, 0, {}, {}, g.b, T(1), g.alpha});
    trsm_blocks(g);
}

}  // namespace blas::native
NUMLANE_END_NAMESPACE
