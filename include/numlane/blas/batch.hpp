#pragma once

#include "numlane/blas/library.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// From the operands of one product of a batch to those of the next, in elements.
struct batch_steps {
    index_t a, b, c;
};

/// `count` products, the first of which is `g`. Small ones share out to the threads whole, large ones by their own parts;
/// `one` computes one product.
template <element T, class One>
void each_product(index_t count, const gemm_args<T>& g, const batch_steps& step, const One& one) {
    const auto body = [&](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i) {
            gemm_args<T> product = g;
            product.a.data += i * step.a;
            product.b.data += i * step.b;
            product.c.data += i * step.c;
            one(product);
        }
    };
    const double products = double(g.m) * double(g.n) * double(g.k);
    if (products > double(native::unpacked_products)) return body(0, count);
    parallel_for(0, count, products < 1 ? count : index_t(double(native::least_products) / products) + 1, body);
}

}  // namespace blas
NUMLANE_END_NAMESPACE
