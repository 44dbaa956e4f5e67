#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

template <class T, int R = dynamic>
struct eig_result {
    array<std::complex<real_t<T>>, detail::without_axes<R, 1>> eigenvalues;
    array<std::complex<real_t<T>>, R> eigenvectors;
};

}  // namespace linalg
namespace detail {

template <class F>
linalg::eig_result<F> eig(const char* operation, const matrix_stack<const F>& a, bool vectors) {
    using C = std::complex<real_t<F>>;
    const index_t n = a.rows;
    linalg::eig_result<F> result{array<C>(uninitialized{}, with_axes(a.batch(), n)),
                                 vectors ? new_stack<C>(a.batch(), n, n) : array<C>(uninitialized{}, dims<>(0, 0))};
    const matrix_stack<C> out = stack_of(result.eigenvectors);
    C* const values = result.eigenvalues.data();
    first_failure failed, not_finite;
    for_each_matrix(a.count, 25 * cubed(n), [&](index_t first, index_t last) {
        const blas::lapack::owned_matrix<F> factors(n, n);
        const blas::lapack::owned_matrix<C> v(n, vectors ? n : 0);
        for (index_t i = first; i < last; ++i) {
            a.read(i, *factors);
            if (!blas::native_lapack::all_finite(*factors)) {
                not_finite.note(i);
                continue;
            }
            if (blas::lapack::general_eigen(*factors, values + i * n, *v) != 0) failed.note(i);
            if (vectors) out.write(i, *v);
        }
    });
    not_finite.check(operation, a.batch(), "contains infinities or NaN");
    failed.check(operation, a.batch(), "has eigenvalues that do not converge");
    return result;
}

}  // namespace detail
namespace linalg {

/// The eigenvalues and right eigenvectors of general matrices: numpy.linalg.eig. NumPy's results are real where all
/// eigenvalues are; these are complex always, for a dtype cannot depend on values.
///   a     (..., n, n)
/// Returns {eigenvalues, eigenvectors}: (..., n) in no particular order, and columns of length 1 (..., n, n). Throws
/// shape_error unless a is square, linalg_error for infinities and NaN, and where the iteration does not converge.
template <array_operand A>
auto eig(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    using C = std::complex<real_t<F>>;
    constexpr int R = A::rank;
    auto result = detail::eig("eig", detail::as_square_stack<F>("eig", a), true);
    return eig_result<F, R>{array<C, detail::without_axes<R, 1>>(std::move(result.eigenvalues)),
                            array<C, R>(std::move(result.eigenvectors))};
}

/// The eigenvalues alone: numpy.linalg.eigvals. As eig.
template <array_operand A>
auto eigvals(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    auto result = detail::eig("eigvals", detail::as_square_stack<F>("eigvals", a), false);
    return array<std::complex<real_t<F>>, detail::without_axes<A::rank, 1>>(std::move(result.eigenvalues));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
