#pragma once

#include "numlane/blas.hpp"
#include "numlane/blas/native_lapack/matrix.hpp"
#include "numlane/core/elimination.hpp"

// What the factorizations ask of BLAS, in terms of matrices: the one place that calls the seam.
NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

/// A matrix as a factor of a product: itself or its adjoint (for real matrices the transpose).
template <class T>
struct factor {
    matrix_in<T> elements;
    index_t rows, columns;
};
template <class T>
factor<T> plain(const matrix<T>& a) {
    return {{a.data, 1, a.ld, false}, a.rows, a.columns};
}
template <class T>
factor<T> adjoint(const matrix<T>& a) {
    return {{a.data, a.ld, 1, is_complex_v<T>}, a.columns, a.rows};
}

/// Calls body(first, last) for ranges of columns that do not depend on each other, of so many multiplications each, on the
/// threads of the pool. A library's own threads do less well: they meet after every block, and wait busily for the next.
/// Where there are not enough columns for all threads, body has all, and may use threads itself. No range is so narrow
/// that its columns are computed in another way than in a wider one: their bits do not depend on the threads.
template <class T, class Body>
void share_columns(index_t columns, double multiplications, const Body& body) {
    constexpr double task_ns = 100'000;
    constexpr index_t least = 64;  // fewer take longer each
    const index_t threads = get_num_threads();
    const double tasks = double(columns) * product_ns<T>(multiplications) / task_ns;
    index_t ranges = std::min(2 * threads, columns / least);
    if (tasks < double(ranges)) ranges = index_t(tasks);
    if (ranges < threads) return body(0, columns);
    parallel_for(0, ranges, 1,
                 [&](index_t first, index_t last) { body(columns * first / ranges, columns * last / ranges); });
}

// Matrices of so few elements are multiplied with vectors by plain loops: a call of the seam takes longer.
inline constexpr index_t few_elements = 256;

/// y = alpha·a·x + beta·y.
template <class T>
void multiply_few(T alpha, const factor<T>& a, const T* x, index_t x_stride, bool conj_x, T beta, T* y) {
    const matrix_in<T>& e = a.elements;
    const auto at = [](const T& value, bool conjugate) { return conjugate ? conj(value) : value; };
    if (e.row_stride == 1) {
        for (index_t i = 0; i < a.rows; ++i) y[i] = beta == T(0) ? T(0) : times(beta, y[i]);
        for (index_t j = 0; j < a.columns; ++j) {
            const T factor = times(alpha, at(x[j * x_stride], conj_x));
            const T* const column = e.data + j * e.column_stride;
            for (index_t i = 0; i < a.rows; ++i) y[i] += times(factor, at(column[i], e.conj));
        }
        return;
    }
    for (index_t i = 0; i < a.rows; ++i) {
        const T* const row = e.data + i * e.row_stride;
        T sums[4] = {};
        const auto product = [&](index_t j) {
            return times(at(row[j * e.column_stride], e.conj), at(x[j * x_stride], conj_x));
        };
        index_t j = 0;
        for (; j + 4 <= a.columns; j += 4)
            for (int lane = 0; lane < 4; ++lane) sums[lane] += product(j + lane);
        for (; j < a.columns; ++j) sums[0] += product(j);
        const T sum = times(alpha, (sums[0] + sums[1]) + (sums[2] + sums[3]));
        y[i] = beta == T(0) ? sum : sum + times(beta, y[i]);
    }
}

/// c = alpha·a·b + beta·c.
template <class T>
void multiply(T alpha, const factor<T>& a, const factor<T>& b, T beta, const matrix<T>& c) {
    if (c.rows == 0 || c.columns == 0) return;
    if (a.columns == 0) {
        if (beta == T(0)) c.fill(T(0));
        else if (beta != T(1)) scale(c, real(beta));
        return;
    }
    const matrix_in<T> x = b.elements;
    if (c.columns == 1 && a.rows * a.columns <= few_elements) {
        multiply_few(alpha, a, x.data, x.row_stride, x.conj, beta, c.data);
    } else if (c.columns == 1) {
        gemv<T>({a.rows, a.columns, a.elements, {x.data, x.row_stride, x.conj}, {c.data, 1}, alpha, beta});
    } else if (a.columns == 1 && beta == T(1)) {
        ger<T>({c.rows,
                c.columns,
                {a.elements.data, a.elements.row_stride, a.elements.conj},
                {x.data, x.column_stride, x.conj},
                {c.data, 1, c.ld},
                alpha});
    } else {
        share_columns<T>(c.columns, double(c.rows) * double(a.columns), [&](index_t first, index_t last) {
            matrix_in<T> part = x;
            part.data += first * x.column_stride;
            gemm<T>({c.rows, last - first, a.columns, a.elements, part, {c.column(first), 1, c.ld}, alpha, beta});
        });
    }
}

// Triangles of this order are solved and squared column by column.
inline constexpr index_t small_triangle = most_in_triangle;
// From so many right sides on, its kernel is faster than a loop over them.
inline constexpr index_t many_right_sides = 4;

template <class T>
T entry(const factor<T>& a, index_t i, index_t j) {
    const T value = a.elements.data[i * a.elements.row_stride + j * a.elements.column_stride];
    return a.elements.conj ? conj(value) : value;
}
template <class T>
factor<T> block_of(const factor<T>& a, index_t i, index_t j, index_t m, index_t n) {
    matrix_in<T> part = a.elements;
    part.data += i * part.row_stride + j * part.column_stride;
    return {part, m, n};
}
template <class T>
void subtract_column(T factor, const T* x, T* y, index_t n) {
    for (index_t i = 0; i < n; ++i) y[i] -= times(factor, x[i]);
}

/// What solve_left does with one range of columns. By halves, so that nearly all the work is products.
template <class T>
void solve_columns(const factor<T>& a, triangle part, bool unit, const matrix<T>& b) {
    const index_t n = b.rows;
    if (b.columns == 0) return;
    const bool down = part == triangle::lower;
    if (n > small_triangle) {
        const index_t half = n / 2, done = down ? 0 : half, left = down ? half : 0;
        const index_t size = down ? half : n - half, rest = n - size;
        const matrix<T> solved = b.block(done, 0, size, b.columns), other = b.block(left, 0, rest, b.columns);
        solve_columns(block_of(a, done, done, size, size), part, unit, solved);
        multiply(T(-1), block_of(a, left, done, rest, size), plain(solved), T(1), other);
        solve_columns(block_of(a, left, left, rest, rest), part, unit, other);
        return;
    }
    if constexpr (!is_complex_v<T>) {
        if (b.columns >= many_right_sides) {
            const matrix_in<T>& e = a.elements;
            triangle_job<T> job{e.data, e.row_stride, e.column_stride, n, down, unit, b.data, b.columns, b.ld};
            return numlane::detail::dispatch<numlane::detail::solve_triangle_kernel<T>>()(
                {&job, nullptr, nullptr, 0, false});
        }
    }
    T triangle_of[small_triangle * small_triangle];
    for (index_t j = 0; j < n; ++j)
        for (index_t i = 0; i < n; ++i) triangle_of[i + j * n] = entry(a, i, j);
    for (index_t j = 0; j < b.columns; ++j) {
        T* const x = b.column(j);
        for (index_t step = 0; step < n; ++step) {
            const index_t k = down ? step : n - 1 - step;
            const T* const column = triangle_of + k * n;
            if (!unit) x[k] /= column[k];
            if (down) subtract_column(x[k], column + k + 1, x + k + 1, n - k - 1);
            else subtract_column(x[k], column, x, k);
        }
    }
}

/// b = a⁻¹·b, a triangular.
template <class T>
void solve_left(const factor<T>& a, triangle part, bool unit, const matrix<T>& b) {
    share_columns<T>(b.columns, double(b.rows) * double(b.rows) / 2, [&](index_t first, index_t last) {
        solve_columns(a, part, unit, b.block(0, first, b.rows, last - first));
    });
}

/// b = b·a⁻¹, a triangular.
template <class T>
void solve_right(const factor<T>& a, triangle part, bool unit, const matrix<T>& b) {
    const index_t n = b.columns;
    if (b.rows == 0) return;
    const bool up = part == triangle::upper;  // column 0 needs no other
    if (n > small_triangle) {
        const index_t half = n / 2, done = up ? 0 : half, left = up ? half : 0;
        const index_t size = up ? half : n - half, rest = n - size;
        const matrix<T> solved = b.block(0, done, b.rows, size), other = b.block(0, left, b.rows, rest);
        solve_right(block_of(a, done, done, size, size), part, unit, solved);
        multiply(T(-1), plain(solved), block_of(a, done, left, size, rest), T(1), other);
        solve_right(block_of(a, left, left, rest, rest), part, unit, other);
        return;
    }
    for (index_t step = 0; step < n; ++step) {
        const index_t k = up ? step : n - 1 - step;
        for (index_t p = up ? 0 : k + 1; p < (up ? k : n); ++p)
            subtract_column(entry(a, p, k), b.column(p), b.column(k), b.rows);
        if (unit) continue;
        const T pivot = entry(a, k, k);
        for (index_t i = 0; i < b.rows; ++i) b(i, k) /= pivot;
    }
}

/// The lower triangle of c -= a·aᴴ; of blocks on the diagonal, all. The seam's syrk takes 0.75 to 0.95 of the time of the
/// recursion from order 200 on, with OpenBLAS and natively, and more below; its trsm is no faster than solve_left.
template <class T>
void subtract_square(const matrix<T>& a, const matrix<T>& c) {
    const index_t n = c.rows;
    if (n >= 160)
        return syrk<T>({n, a.columns, {a.data, 1, a.ld}, {c.data, 1, c.ld}, T(-1), T(1), triangle::lower, true});
    if (n <= 2 * small_triangle) return multiply(T(-1), plain(a), adjoint(a), T(1), c);
    const index_t half = n / 2;
    const matrix<T> top = a.block(0, 0, half, a.columns), bottom = a.from(half, 0);
    subtract_square(top, c.block(0, 0, half, half));
    multiply(T(-1), plain(bottom), adjoint(top), T(1), c.block(half, 0, n - half, half));
    subtract_square(bottom, c.from(half, half));
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
