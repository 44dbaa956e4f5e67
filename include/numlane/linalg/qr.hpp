#pragma once

#include <string_view>

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

template <class T, int R = dynamic>
struct qr_result {
    array<T, R> q, r;
};

template <class T>
struct qr_raw_result {
    array<T> h, tau;
};

}  // namespace linalg
namespace detail {

template <class F>
linalg::qr_result<F> qr(const matrix_stack<const F>& a, std::string_view mode) {
    if (mode != "reduced" && mode != "complete" && mode != "r")
        throw error(message({"qr: the mode must be reduced, complete or r, but is ", mode}));
    const index_t m = a.rows, n = a.columns, k = m < n ? m : n;
    const index_t q_columns = mode == "complete" ? m : mode == "r" ? 0 : k, r_rows = mode == "complete" ? m : k;
    linalg::qr_result<F> result{new_stack<F>(a.batch(), mode == "r" ? 0 : m, q_columns),
                                new_stack<F>(a.batch(), r_rows, n)};
    const matrix_stack<F> q = stack_of(result.q), r = stack_of(result.r);
    for_each_matrix(a.count, 4.0 * double(m) * double(n) * double(k), [&](index_t first, index_t last) {
        const blas::lapack::owned_matrix<F> factors(m, n), wide(m, q_columns), upper(r_rows, n);
        blas::workspace<F> tau(static_cast<std::size_t>(k));
        for (index_t i = first; i < last; ++i) {
            a.read(i, *factors);
            blas::lapack::qr(*factors, tau.data());
            for (index_t j = 0; j < n; ++j)
                for (index_t p = 0; p < r_rows; ++p) (*upper)(p, j) = p <= j && p < k ? (*factors)(p, j) : F(0);
            r.write(i, *upper);
            if (q_columns == 0) continue;
            blas::lapack::form_q(*factors, tau.data(), k, *wide);
            q.write(i, *wide);
        }
    });
    return result;
}

template <class F>
linalg::qr_raw_result<F> qr_raw(const matrix_stack<const F>& a) {
    const index_t m = a.rows, n = a.columns, k = m < n ? m : n;
    const dims<> batch = a.batch();
    linalg::qr_raw_result<F> result{new_stack<F>(batch, n, m), array<F>(uninitialized{}, with_axes(batch, k))};
    F *const h = result.h.data(), *const tau = result.tau.data();
    for_each_matrix(a.count, 2.0 * double(m) * double(n) * double(k), [&](index_t first, index_t last) {
        const blas::lapack::owned_matrix<F> factors(m, n);
        for (index_t i = first; i < last; ++i) {
            a.read(i, *factors);
            blas::lapack::qr(*factors, tau + i * k);
            for (index_t j = 0; j < n; ++j)
                std::copy((*factors).column(j), (*factors).column(j) + m, h + (i * n + j) * m);
        }
    });
    return result;
}

}  // namespace detail
namespace linalg {

/// a = q·r with the columns of q orthonormal and r upper triangular, by Householder reflections: numpy.linalg.qr.
///   a     (..., m, n)
///   mode  "reduced": q (..., m, k), r (..., k, n) with k = min(m, n); "complete": q (..., m, m), r (..., m, n);
///         "r": r alone, q without elements. NumPy's "raw" is qr_raw.
/// Returns {q, r}: auto [q, r] = qr(a). A matrix with NaN gives NaN. Throws shape_error unless a has two axes or more.
template <array_operand A>
auto qr(const A& a, std::string_view mode = "reduced") {
    using F = detail::linalg_t<typename A::value_type>;
    constexpr int R = A::rank;
    auto result = detail::qr(detail::as_stack<F>("qr", a), mode);
    return qr_result<F, R>{array<F, R>(std::move(result.q)), array<F, R>(std::move(result.r))};
}

/// The reflections that make up q, as LAPACK leaves them: numpy.linalg.qr with mode="raw".
///   a  (..., m, n)
/// Returns {h, tau}: h (..., n, m), the transposed result of geqrf, with r in its lower triangle; tau (..., min(m, n)), the
/// factors of the reflections. Throws as qr.
template <array_operand A>
auto qr_raw(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    return detail::qr_raw(detail::as_stack<F>("qr_raw", a));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
