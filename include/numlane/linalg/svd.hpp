#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

struct svd_options {
    bool full_matrices = true;
    bool hermitian = false;
};

template <class T, int R = dynamic>
struct svd_result {
    array<T, R> u;
    array<real_t<T>, detail::without_axes<R, 1>> s;
    array<T, R> vh;
};

}  // namespace linalg
namespace detail {

enum class svd_parts { values, reduced, full };

/// The SVD of a Hermitian matrix (its lower triangle) from its eigenvectors: the magnitudes of the eigenvalues.
template <class F>
index_t hermitian_svd(const blas::lapack::matrix<F>& a, real_t<F>* s, const blas::lapack::matrix<F>& u,
                      const blas::lapack::matrix<F>& vh) {
    const index_t n = a.rows;
    const bool vectors = u.columns > 0;
    blas::workspace<real_t<F>> w(static_cast<std::size_t>(n));
    if (const index_t failed = blas::lapack::hermitian_eigen(a, blas::triangle::lower, vectors, w.data()))
        return failed;
    // The eigenvalues ascend: what is left of largest magnitude is at one of the ends.
    for (index_t k = 0, first = 0, last = n - 1; k < n; ++k) {
        const bool at_first = std::abs(w[std::size_t(first)]) >= std::abs(w[std::size_t(last)]);
        const index_t from = at_first ? first++ : last--;
        const real_t<F> value = w[std::size_t(from)];
        s[k] = std::abs(value);
        for (index_t i = 0; vectors && i < n; ++i) {
            u(i, k) = a(i, from);
            vh(k, i) = blas::native_lapack::conj(a(i, from)) * (value < 0 ? real_t<F>(-1) : real_t<F>(1));
        }
    }
    return 0;
}

template <class F>
linalg::svd_result<F> svd(const char* operation, const matrix_stack<const F>& a, svd_parts parts, bool hermitian) {
    const index_t m = a.rows, n = a.columns, k = m < n ? m : n;
    if (hermitian && m != n) throw_not_square(operation, a.elements.shape());
    const index_t u_columns = parts == svd_parts::values ? 0 : parts == svd_parts::full ? m : k;
    const index_t vh_rows = parts == svd_parts::values ? 0 : parts == svd_parts::full ? n : k;
    linalg::svd_result<F> result{new_stack<F>(a.batch(), m, u_columns),
                                 array<real_t<F>>(uninitialized{}, with_axes(a.batch(), k)),
                                 new_stack<F>(a.batch(), vh_rows, n)};
    const matrix_stack<F> left = stack_of(result.u), right = stack_of(result.vh);
    real_t<F>* const values = result.s.data();
    first_failure failed, not_finite;
    for_each_matrix(a.count, 20.0 * double(m) * double(n) * double(k), [&](index_t first, index_t last) {
        const blas::lapack::owned_matrix<F> factors(m, n), u(m, u_columns), vh(vh_rows, vh_rows == 0 ? 0 : n);
        for (index_t i = first; i < last; ++i) {
            a.read(i, *factors);
            const index_t info = hermitian ? hermitian_svd<F>(*factors, values + i * k, *u, *vh)
                                           : blas::lapack::svd<F>(*factors, values + i * k, *u, *vh);
            if (info != 0) {
                a.read(i, *factors);
                (blas::native_lapack::all_finite(*factors) ? failed : not_finite).note(i);
            }
            left.write(i, *u);
            right.write(i, *vh);
        }
    });
    not_finite.check(operation, a.batch(), "contains infinities or NaN");
    failed.check(operation, a.batch(), "has singular values that do not converge");
    return result;
}

}  // namespace detail
namespace linalg {

/// The singular value decomposition a = u·diag(s)·vh: numpy.linalg.svd; for its compute_uv=False see svdvals.
///   a        (..., m, n)
///   options  {.full_matrices = false}: the first k = min(m, n) columns of u and rows of vh alone; {.hermitian = true}: a is
///            Hermitian, its lower triangle is read
/// Returns {u, s, vh}: orthonormal columns (..., m, m) or (..., m, k), the singular values (..., k) in descending order,
/// orthonormal rows (..., n, n) or (..., k, n). Throws shape_error unless a has two axes or more, linalg_error where the
/// iteration does not converge, as for NaN and infinities.
template <array_operand A>
auto svd(const A& a, svd_options options = {}) {
    using F = detail::linalg_t<typename A::value_type>;
    constexpr int R = A::rank;
    const auto parts = options.full_matrices ? detail::svd_parts::full : detail::svd_parts::reduced;
    auto result = detail::svd("svd", detail::as_stack<F>("svd", a), parts, options.hermitian);
    return svd_result<F, R>{array<F, R>(std::move(result.u)),
                            array<real_t<F>, detail::without_axes<R, 1>>(std::move(result.s)),
                            array<F, R>(std::move(result.vh))};
}

/// The singular values alone, in descending order: numpy.linalg.svdvals, and svd with compute_uv=False. As svd.
template <array_operand A>
auto svdvals(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    auto result = detail::svd("svdvals", detail::as_stack<F>("svdvals", a), detail::svd_parts::values, false);
    return array<real_t<F>, detail::without_axes<A::rank, 1>>(std::move(result.s));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
