#pragma once

#include "numlane/blas/gemm_buffers.hpp"
#include "numlane/blas/operations.hpp"
#include "numlane/core/product.hpp"
#include "numlane/parallel/parallel_for.hpp"
#include "numlane/simd/dispatch.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

/// Signed integers multiply as the unsigned ones of the same width: both wrap.
template <class T>
struct computed_as {
    using type = T;
};
template <std::signed_integral T>
struct computed_as<T> {
    using type = std::make_unsigned_t<T>;
};

/// Blocks of at most this many rows and columns are packed at a time.
inline constexpr index_t packed_edge = 4096;
/// Products up to this many multiplications are computed where they are, without packing.
inline constexpr index_t unpacked_products = index_t{64} * 64 * 64;
/// Fewer multiplications than this are not worth a thread of their own.
inline constexpr index_t least_products = 1 << 17;

/// Room for elements, which no constructor clears.
template <class T, index_t Size>
union room {
    T at[Size];
    room() {}
};

inline index_t tiles_of(index_t size, index_t tile) { return (size + tile - 1) / tile; }

template <class U>
void run(numlane::detail::kernel_function kernel, product::task<U>& task) {
    kernel({&task, nullptr, nullptr, 0, false});
}

/// Calls body(first, last) for the tasks [0, count), on several threads where they hold enough multiplications.
template <class Body>
void over_tasks(index_t count, double products, const Body& body) {
    const double fewest = double(least_products) * double(count) / (products + 1);
    parallel_for(0, count, fewest < 1 ? 1 : fewest > double(count) ? count : index_t(fewest), body);
}

/// The block of c that a block of k adds to: packs what it needs of a and b, and multiplies tile by tile.
template <class U>
void multiply_block(numlane::detail::kernel_function kernel, product::task<U>& task, bool pack_b, index_t a_panels,
                    index_t b_panels) {
    const index_t packings = a_panels + (pack_b ? b_panels : 0);
    const product::task<U>& whole = task;
    // A packed element costs about as much as 16 products.
    const double packed =
        16.0 * double(task.k) * double(a_panels * task.shape.rows + (pack_b ? b_panels * task.shape.columns : 0));
    over_tasks(packings, packed, [&](index_t first, index_t last) {
        product::task<U> t = whole;
        if (first < a_panels) {
            t.what = product::stage::pack_a;
            t.first = first;
            t.last = last < a_panels ? last : a_panels;
            run(kernel, t);
        }
        if (last > a_panels) {
            t.what = product::stage::pack_b;
            t.first = first > a_panels ? first - a_panels : 0;
            t.last = last - a_panels;
            run(kernel, t);
        }
    });
    // Tasks of some 96 rows and 256 columns, or smaller ones, if every thread is to have several.
    const index_t threads = in_parallel_region() ? 1 : get_num_threads();
    index_t high = tiles_of(96, task.shape.rows), wide = tiles_of(512, task.shape.columns);
    const auto tasks = [&] { return tiles_of(a_panels, high) * tiles_of(b_panels, wide); };
    while (threads > 1 && tasks() < 4 * threads && (high > 2 || wide > 2)) {
        if (wide > 2 && (high <= 2 || wide * task.shape.columns > high * task.shape.rows)) wide = (wide + 1) / 2;
        else high = (high + 1) / 2;
    }
    const index_t across = tiles_of(b_panels, wide);
    over_tasks(tasks(), double(task.m) * double(task.n) * double(task.k), [&](index_t first, index_t last) {
        product::task<U> t = whole;
        t.what = product::stage::multiply;
        for (index_t i = first; i < last; ++i) {
            t.first = i / across * high;
            t.last = t.first + high < a_panels ? t.first + high : a_panels;
            t.first_column = i % across * wide;
            t.last_column = t.first_column + wide < b_panels ? t.first_column + wide : b_panels;
            run(kernel, t);
        }
    });
}

template <class U>
void multiply_packed(numlane::detail::kernel_function kernel, product::task<U> task) {
    const product::task<U> whole = task;
    task.what = product::stage::describe;
    run(kernel, task);
    const product::tile_shape shape = task.shape;
    const index_t rows = tiles_of(whole.m < packed_edge ? whole.m : packed_edge, shape.rows);
    const index_t columns = tiles_of(whole.n < packed_edge ? whole.n : packed_edge, shape.columns);
    const index_t depth = whole.k < shape.depth ? whole.k : shape.depth;
    const std::size_t a_bytes = (std::size_t(rows * shape.rows * depth) * shape.bytes + 63) / 64 * 64;
    const packing_memory memory(a_bytes + std::size_t(columns * shape.columns * depth) * shape.bytes);
    task.packed_a = memory.data();
    task.packed_b = memory.data() + a_bytes;
    for (index_t j = 0; j < whole.n; j += columns * shape.columns) {
        task.n = whole.n - j < columns * shape.columns ? whole.n - j : columns * shape.columns;
        for (index_t p = 0; p < whole.k; p += depth) {
            task.k = whole.k - p < depth ? whole.k - p : depth;
            task.b.data = whole.b.data + p * whole.b.row_stride + j * whole.b.column_stride;
            task.beta = p == 0 ? whole.beta : U(1);
            for (index_t i = 0; i < whole.m; i += rows * shape.rows) {
                task.m = whole.m - i < rows * shape.rows ? whole.m - i : rows * shape.rows;
                task.a.data = whole.a.data + i * whole.a.row_stride + p * whole.a.column_stride;
                task.c = whole.c + i * whole.c_row + j * whole.c_column;
                multiply_block(kernel, task, i == 0, tiles_of(task.m, shape.rows), tiles_of(task.n, shape.columns));
            }
        }
    }
}

template <class T>
T multiplied(T value, T by) {
    if constexpr (std::is_same_v<T, bool>) return value && by;
    else if constexpr (is_complex_v<T>)
        return {value.real() * by.real() - value.imag() * by.imag(),
                value.real() * by.imag() + value.imag() * by.real()};
    else if constexpr (std::is_integral_v<T>) return T(std::uint64_t(value) * std::uint64_t(by));
    else return value * by;
}

/// c *= beta, for the products that add nothing.
template <class T>
void scale_matrix(const gemm_args<T>& g) {
    for (index_t i = 0; i < g.m; ++i) {
        for (index_t j = 0; j < g.n; ++j) {
            T& c = g.c.data[i * g.c.row_stride + j * g.c.column_stride];
            if (g.beta == T(0)) c = T(0);
            else if (g.beta != T(1)) c = multiplied(c, g.beta);
        }
    }
}

/// `count` products of the same shape, each `step` behind the one before.
template <element T>
void gemm_batch(index_t count, const gemm_args<T>& g, const batch_steps& step);

template <element T>
void gemm(const gemm_args<T>& g) {
    native::gemm_batch(1, g, batch_steps{});
}

/// The products one by one.
template <element T>
void gemm_each(index_t count, gemm_args<T> g, const batch_steps& step) {
    for (; count > 0; --count) {
        native::gemm(g);
        g.a.data += step.a;
        g.b.data += step.b;
        g.c.data += step.c;
    }
}

template <element T>
void gemm_batch(index_t count, const gemm_args<T>& g, const batch_steps& step) {
    if (g.m <= 0 || g.n <= 0) return;
    const bool small = g.m <= 64 && g.n <= 64 && g.k <= 64 && g.m * g.n * g.k <= unpacked_products;
    if (count != 1 && !(small && g.k > 0)) return gemm_each(count, g, step);
    if (g.k <= 0) return scale_matrix(g);
    using U = typename computed_as<T>::type;
    using matrix = product::matrix<U>;
    const matrix a{reinterpret_cast<const U*>(g.a.data), g.a.row_stride, g.a.column_stride, g.a.conj};
    const matrix b{reinterpret_cast<const U*>(g.b.data), g.b.row_stride, g.b.column_stride, g.b.conj};
    product::task<U> task{product::stage::small,
                          g.m,
                          g.n,
                          g.k,
                          a,
                          b,
                          reinterpret_cast<U*>(g.c.data),
                          g.c.row_stride,
                          g.c.column_stride,
                          U(g.alpha),
                          U(g.beta),
                          nullptr,
                          nullptr,
                          0,
                          0,
                          0,
                          0,
                          {},
                          count,
                          step.a,
                          step.b,
                          step.c,
                          step.far};
    // The lanes lie along the columns of c; where its memory does not, the transposes trade places.
    if (g.c.column_stride != 1 && g.c.row_stride == 1) {
        task.m = g.n;
        task.n = g.m;
        task.a = {b.data, b.column_stride, b.row_stride, b.conj};
        task.b = {a.data, a.column_stride, a.row_stride, a.conj};
        task.c_row = g.c.column_stride;
        task.c_column = g.c.row_stride;
        task.a_step = step.b;
        task.b_step = step.a;
    }
    const auto kernel = numlane::detail::dispatch<numlane::detail::gemm_kernel<U>>();
    if (!small) return multiply_packed(kernel, task);
    if (task.b.column_stride == 1) return run(kernel, task);
    constexpr index_t few = index_t{32} * 32;
    if (task.k * task.n > few) return count == 1 ? multiply_packed(kernel, task) : gemm_each(count, g, step);
    room<U, few> copy;
    const matrix turned = task.b;
    task.b = {copy.at, task.n, 1, turned.conj};
    task.far = false;
    if (task.b_step != 0) task.count = 1;
    for (index_t done = 0; done < count; done += task.count) {
        const U* const from = turned.data + done * task.b_step;
        for (index_t p = 0; p < task.k; ++p)
            for (index_t j = 0; j < task.n; ++j)
                copy.at[p * task.n + j] = from[p * turned.row_stride + j * turned.column_stride];
        run(kernel, task);
        task.a.data += task.a_step;
        task.c += task.c_step;
    }
}

}  // namespace blas::native
NUMLANE_END_NAMESPACE
