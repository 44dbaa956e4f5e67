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

/// Whether b is a transposed: then the product is symmetric, and half of it is enough.
template <class T>
bool is_own_transpose(const blas::gemm_args<T>& g) {
    return g.a.data == g.b.data && g.m == g.n && g.a.row_stride == g.b.column_stride &&
           g.a.column_stride == g.b.row_stride && g.a.conj == g.b.conj;
}

/// Whether the kernels are faster than the call of a library. Of products with one column they are so where lanes lie along
/// contiguous memory, or where the matrix has few elements.
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
        if (is_own_transpose(g) && (count == 1 || step.a == step.b))
            for (index_t i = 0; i < count; ++i)
                blas::native::mirror<T>({g.c.data + i * step.c, g.c.row_stride, g.c.column_stride}, g.m, false);
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
        if constexpr (blas_element<T>) return blas::gemv(v);
        else return native::gemv(v);
    }
    if constexpr (blas_element<T>)
        if (is_own_transpose(g)) return syrk<T>({g.m, g.k, g.a, g.c});
    gemm(g);
}

/// `count` products, each `step` behind the one before.
template <class T>
void multiply_batch(index_t count, blas::gemm_args<T> g, const blas::batch_steps& step) {
    if ((g.m > 1 || g.n > 1) && g.k > 0 && blas::library::is_small(g.m, g.n, g.k))
        return multiply_small(count, g, step);
    for (; count > 0; --count) {
        multiply_matrices(g);
        g.a.data += step.a;
        g.b.data += step.b;
        g.c.data += step.c;
    }
}

/// A stack of products: that of the first matrices, and the extents of the axes before theirs with the strides along them,
/// which are 0 where a factor is broadcast.
template <class T>
struct stacked_product {
    blas::gemm_args<T> first;
    int axes = 0;
    index_t extent[max_rank], a[max_rank], b[max_rank], c[max_rank];

    /// Adds an axis behind the others.
    void add_axis(index_t length, index_t a_stride, index_t b_stride, index_t c_stride) {
        if (length == 1) return;
        extent[axes] = length;
        a[axes] = a_stride;
        b[axes] = b_stride;
        c[axes++] = c_stride;
    }

    void run() {
        // Factors without elements have no address to move.
        for (int axis = 0; axis < axes && first.k <= 0; ++axis) a[axis] = b[axis] = 0;
        // Where all share one b, their rows may be those of one large matrix. Medium ones are as fast by themselves.
        blas::gemm_args<T>& g = first;
        const auto medium = [](index_t size) { return size >= 8 && size <= 32; };
        for (const bool keep = medium(g.m) && medium(g.n) && medium(g.k); axes > 0 && !keep; --axes) {
            const int last = axes - 1;
            const bool one = g.m == 1;
            if (b[last] != 0 || !(one || (a[last] == g.m * g.a.row_stride && c[last] == g.m * g.c.row_stride))) break;
            if (one) g.a.row_stride = a[last], g.c.row_stride = c[last];
            g.m *= extent[last];
        }
        if (axes == 0) return multiply_matrices(g);
        index_t count = 1;
        for (int axis = 0; axis < axes; ++axis) count *= extent[axis];
        const double products = double(g.m) * double(g.n) * double(g.k);
        // Large matrices one after another, each on all threads; the others side by side.
        if (products > 256.0 * 256 * 256) return run_range(0, count);
        const double each_ns = 60 + products / 10, grain = 15'000 / each_ns;
        parallel_for(0, count, grain < 1 ? 1 : index_t(grain),
                     [this](index_t from, index_t to) { run_range(from, to); });
    }

private:
    void run_range(index_t from, index_t to) const {
        blas::gemm_args<T> g = first;
        index_t at[max_rank], left = from;
        for (int axis = axes - 1; axis >= 0; --axis) {
            at[axis] = left % extent[axis];
            left /= extent[axis];
            move(g, axis, at[axis]);
        }
        const int last = axes - 1;
        for (index_t i = from; i < to;) {
            const index_t run = extent[last] - at[last] < to - i ? extent[last] - at[last] : to - i;
            multiply_batch(run, g, {a[last], b[last], c[last]});
            i += run;
            move(g, last, run);
            at[last] += run;
            for (int axis = last; axis > 0 && at[axis] == extent[axis]; --axis) {
                move(g, axis, -extent[axis]);
                at[axis] = 0;
                move(g, axis - 1, 1);
                ++at[axis - 1];
            }
        }
    }
    void move(blas::gemm_args<T>& g, int axis, index_t steps) const {
        g.a.data += steps * a[axis];
        g.b.data += steps * b[axis];
        g.c.data += steps * c[axis];
    }
};

/// c = a·b for stacks of matrices, where the axes of a and b before the last two broadcast to those of c; a conjugated if
/// conj_a says so.
template <class T>
void multiply_stacks(const view<const T>& a, const view<const T>& b, const view<T>& c, bool conj_a = false) {
    const int ra = a.ndim(), rb = b.ndim(), rc = c.ndim();
    const index_t m = a.shape()[ra - 2], k = a.shape()[ra - 1], n = b.shape()[rb - 1];
    if (c.size() == 0) return;
    stacked_product<T> p{{m,
                          n,
                          k,
                          {a.data(), a.strides()[ra - 2], a.strides()[ra - 1], conj_a},
                          {b.data(), b.strides()[rb - 2], b.strides()[rb - 1]},
                          {c.data(), c.strides()[rc - 2], c.strides()[rc - 1]}},
                         0,
                         {},
                         {},
                         {},
                         {}};
    const auto stride = [rc](const view<const T>& x, int axis) {
        const int from = axis - (rc - x.ndim());
        return from < 0 || x.shape()[from] == 1 ? index_t(0) : x.strides()[from];
    };
    for (int axis = 0; axis + 2 < rc; ++axis)
        p.add_axis(c.shape()[axis], stride(a, axis), stride(b, axis), c.strides()[axis]);
    p.run();
}

/// The product of two matrices.
template <class T>
array<T> product(const view<const T>& a, const view<const T>& b) {
    array<T> c(uninitialized{}, dims<>(a.shape(0), b.shape(1)));
    multiply_stacks(a, b, c.as_view());
    return c;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
