#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

template <class T, int R = dynamic>
struct eigh_result {
    array<real_t<T>, detail::without_axes<R, 1>> eigenvalues;
    array<T, R> eigenvectors;
};

}  // namespace linalg
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_uplo(const char* operation, char uplo) {
    throw error(message({operation, ": UPLO must be 'L' or 'U', but is '", uplo, "'"}));
}

template <class F>
linalg::eigh_result<F> eigh(const char* operation, const matrix_stack<const F>& a, char uplo, bool vectors) {
    if (uplo != 'L' && uplo != 'l' && uplo != 'U' && uplo != 'u') throw_uplo(operation, uplo);
    const auto part = uplo == 'L' || uplo == 'l' ? blas::triangle::lower : blas::triangle::upper;
    const index_t n = a.rows;
    linalg::eigh_result<F> result{array<real_t<F>>(uninitialized{}, with_axes(a.batch(), n)),
                                  vectors ? new_stack<F>(a.batch(), n, n) : array<F>(uninitialized{}, dims<>(0, 0))};
    const matrix_stack<F> out = stack_of(result.eigenvectors);
    real_t<F>* const values = result.eigenvalues.data();
    first_failure failed, not_finite;
    for_each_matrix(a.count, 9 * cubed(n), [&](index_t first, index_t last) {
        const blas::lapack::owned_matrix<F> v(n, n);
        for (index_t i = first; i < last; ++i) {
            a.read(i, *v);
            if (blas::lapack::hermitian_eigen(*v, part, vectors, values + i * n) != 0) {
                a.read(i, *v);
                (blas::native_lapack::all_finite(*v) ? failed : not_finite).note(i);
            }
            if (vectors) out.write(i, *v);
        }
    });
    not_finite.check(operation, a.batch(), "contains infinities or NaN");
    failed.check(operation, a.batch(), "has eigenvalues that do not converge");
    return result;
}

}  // namespace detail
namespace linalg {

/// The eigenvalues and eigenvectors of Hermitian (real symmetric) matrices: numpy.linalg.eigh.
///   a     (..., n, n)
///   uplo  'L' or 'U': the triangle that is read
/// Returns {eigenvalues, eigenvectors}: real ones (..., n) in ascending order, and orthonormal columns (..., n, n). Throws
/// shape_error unless a is square, linalg_error where the iteration does not converge, as for NaN and infinities from
/// order 2 on.
template <array_operand A>
auto eigh(const A& a, char uplo = 'L') {
    using F = detail::linalg_t<typename A::value_type>;
    constexpr int R = A::rank;
    auto result = detail::eigh("eigh", detail::as_square_stack<F>("eigh", a), uplo, true);
    return eigh_result<F, R>{array<real_t<F>, detail::without_axes<R, 1>>(std::move(result.eigenvalues)),
                             array<F, R>(std::move(result.eigenvectors))};
}

/// The eigenvalues alone: numpy.linalg.eigvalsh. As eigh.
template <array_operand A>
auto eigvalsh(const A& a, char uplo = 'L') {
    using F = detail::linalg_t<typename A::value_type>;
    auto result = detail::eigh("eigvalsh", detail::as_square_stack<F>("eigvalsh", a), uplo, false);
    return array<real_t<F>, detail::without_axes<A::rank, 1>>(std::move(result.eigenvalues));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
