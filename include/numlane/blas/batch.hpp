#pragma once

#include "numlane/blas/library.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// The same steps, which know whether the operands of `count` products like g come from memory: a few lie in the caches, where
/// to ask for them costs more than it saves, and what lies far apart would be asked for with all that is between.
template <element T>
batch_steps steps_of_many(batch_steps step, index_t count, const gemm_args<T>& g) {
    constexpr double cached = 10 << 20;
    const index_t a = g.m * g.k, b = g.k * g.n;  // elements
    const auto dense = [](index_t distance, index_t size) { return -2 * size <= distance && distance <= 2 * size; };
    const double read = double(step.a == 0 ? 0 : a) + double(step.b == 0 ? 0 : b);
    step.far = library::is_small(g.m, g.n, g.k) && dense(step.a, a) && dense(step.b, b) &&
               double(count) * read * double(sizeof(T)) > cached;
    return step;
}

/// `count` products, the first of which is `g`. Small ones share out to the threads whole, large ones by their own parts;
/// `one` computes one that is not small.
template <element T, class One>
void each_product(index_t count, const gemm_args<T>& g, const batch_steps& step, const One& one) {
    const batch_steps along = steps_of_many(step, count, g);
    const auto body = [&](index_t first, index_t last) {
        gemm_args<T> product = g;
        product.a.data += first * step.a;
        product.b.data += first * step.b;
        product.c.data += first * step.c;
        if (library::is_small(g.m, g.n, g.k)) return native::gemm_batch(last - first, product, along);
        for (; first < last; ++first) {
            one(product);
            product.a.data += step.a;
            product.b.data += step.b;
            product.c.data += step.c;
        }
    };
    const double products = double(g.m) * double(g.n) * double(g.k);
    if (products > double(native::unpacked_products)) return body(0, count);
    parallel_for(0, count, products < 1 ? count : index_t(double(native::least_products) / products) + 1, body);
}

}  // namespace blas
NUMLANE_END_NAMESPACE
