#pragma once

#include "numlane/blas/library.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// `count` products, the first of which is `g`. Small ones share out to the threads whole, large ones by their own parts;
/// `one` computes one that is not small.
template <element T, class One>
void each_product(index_t count, const gemm_args<T>& g, const batch_steps& step, const One& one) {
    const batch_steps along = step.over(count, sizeof(T));
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
