#pragma once

#include "numlane/linalg/product.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

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
        const auto step = blas::steps_of_many<T>({a[last], b[last], c[last]}, extent[last], g);
        for (index_t i = from; i < to;) {
            const index_t run = extent[last] - at[last] < to - i ? extent[last] - at[last] : to - i;
            multiply_batch(run, g, step);
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
