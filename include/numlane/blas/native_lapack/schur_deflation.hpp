#pragma once

#include "numlane/blas/native_lapack/matrix.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas::native_lapack {

// True if h(k, k - 1) can be zeroed: small beside its neighbours, and conservatively so (M. Ahues and F. Tisseur, A new
// deflation criterion for the QR algorithm, 1997).
template <class T>
bool negligible_below(const matrix<T>& h, index_t k, index_t low, index_t high) {
    using R = real_t<T>;
    constexpr R eps = epsilon<R>;
    const R tiny = safe_minimum<R> * (R(h.rows) / eps), below = magnitude(h(k, k - 1));
    if (below <= tiny) return true;
    R around = magnitude(h(k - 1, k - 1)) + magnitude(h(k, k));
    if (around == 0) {
        if (k - 2 >= low) around += magnitude(h(k - 1, k - 2));
        if (k + 1 <= high) around += magnitude(h(k + 1, k));
    }
    if (below > eps * around) return false;
    const R above = magnitude(h(k - 1, k)), apart = magnitude(T(h(k - 1, k - 1) - h(k, k)));
    const R here = magnitude(h(k, k)), big = std::max(here, apart), small = std::min(here, apart);
    const R most = std::max(below, above), least = std::min(below, above), sum = big + most;
    return least * (most / sum) <= std::max(tiny, eps * (small * (big / sum)));
}

}  // namespace blas::native_lapack
NUMLANE_END_NAMESPACE
