#pragma once

#include "numlane/linalg/cutoff.hpp"
#include "numlane/linalg/svd.hpp"
#include "numlane/manip/broadcast_to.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

struct pinv_options {
    cutoff rcond = 1e-15;
    bool hermitian = false;
};

}  // namespace linalg
namespace detail {

template <class F>
array<F> pinv(const matrix_stack<const F>& a, const linalg::pinv_options& options) {
    const index_t m = a.rows, n = a.columns, k = m < n ? m : n;
    array<F> result = new_stack<F>(a.batch(), n, m);
    const array<double>& cutoffs = options.rcond.values();
    const std::string what = message({"pinv: rcond of matrices of shape ", to_string(a.elements.shape())});
    (void)broadcast_strides(cutoffs.shape(), cutoffs.strides(), a.batch(), what.c_str());
    if (result.size() == 0) return result;
    linalg::svd_result<F> parts = svd("pinv", a, svd_parts::reduced, options.hermitian);
    const array<double> rcond = broadcast_to(cutoffs, a.batch());
    for (index_t i = 0; i < a.count; ++i) {
        F *const u = parts.u.data() + i * m * k, *const vh = parts.vh.data() + i * k * n;
        const real_t<F>* const s = parts.s.data() + i * k;
        for (index_t j = 0; j < k; ++j) {
            const real_t<F> reciprocal = double(s[j]) > rcond.data()[i] * double(s[0]) ? 1 / s[j] : real_t<F>(0);
            for (index_t c = 0; c < n; ++c) vh[j * n + c] *= reciprocal;
        }
        // (u·s·vh)⁺ = vhᴴ·s⁺·uᴴ
        blas::gemm<F>({n,
                       m,
                       k,
                       {vh, 1, n, is_complex_v<F>},
                       {u, 1, k, is_complex_v<F>},
                       {result.data() + i * n * m, m, 1},
                       F(1),
                       F(0)});
    }
    return result;
}

}  // namespace detail
namespace linalg {

/// Moore-Penrose pseudo-inverses, by the SVD: numpy.linalg.pinv.
///   a        (..., m, n)
///   options  {.rcond = 1e-15}: singular values up to rcond times the largest count as zero, a number or an array that
///            broadcasts to (...); {.hermitian = true}: a is Hermitian
/// Returns them, (..., n, m). Throws as svd, and shape_error if rcond does not fit.
template <array_operand A>
auto pinv(const A& a, pinv_options options = {}) {
    using F = detail::linalg_t<typename A::value_type>;
    return array<F, A::rank>(detail::pinv(detail::as_stack<F>("pinv", a), options));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
