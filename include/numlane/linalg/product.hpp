#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The elements of a view of two axes as a factor of a product.
template <class T>
blas::matrix_in<T> as_factor(const view<const T>& a) {
    return {a.data(), a.strides()[0], a.strides()[1]};
}

/// The product of two matrices.
template <class T>
array<T> product(const view<const T>& a, const view<const T>& b) {
    const index_t m = a.shape(0), k = a.shape(1), n = b.shape(1);
    array<T> c(zeroed{}, dims<>(m, n));
    if (m > 0 && n > 0 && k > 0) blas::gemm<T>({m, n, k, as_factor(a), as_factor(b), {c.data(), n, 1}, T(1), T(0)});
    return c;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
