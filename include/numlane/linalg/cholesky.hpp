#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

struct cholesky_options {
    bool upper = false;
};

}  // namespace linalg
namespace detail {

/// Factors matrices [first, last) of few rows, lower triangles, where their results belong.
template <class F>
void cholesky_of_few(const matrix_stack<const F>& a, F* out, index_t first, index_t last, first_failure& failed) {
    const index_t n = a.rows;
    for (index_t i = first; i < last; ++i) {
        F* const l = out + i * n * n;
        copy_matrix<F>(l, {n, 1}, a.elements.data() + a.offset(i), a.strides(), {n, n});
        bool nan = false;
        for (index_t r = 0; r < n; ++r) {
            for (index_t c = 0; c <= r; ++c) nan |= l[r * n + c] != l[r * n + c];
            std::fill_n(l + r * n + r + 1, n - r - 1, F(0));
        }
        if (!nan && blas::native_lapack::cholesky_rows(l, n, n) != 0) failed.note(i);
        for (index_t r = 0; nan && r < n; ++r)
            std::fill_n(l + r * n, r + 1, F(std::numeric_limits<real_t<F>>::quiet_NaN()));
    }
}

template <class F>
array<F> cholesky(const matrix_stack<const F>& a, bool upper) {
    array<F> result = new_stack<F>(a.batch(), a.rows, a.rows);
    const matrix_stack<F> out = stack_of(result);
    const index_t n = a.rows;
    first_failure failed;
    for_each_matrix(a.count, cubed(n) / 3, [&](index_t first, index_t last) {
        if (n <= blas::native_lapack::few_rows && !upper) return cholesky_of_few(a, result.data(), first, last, failed);
        const blas::lapack::owned_matrix<F> l(n, n);
        for (index_t i = first; i < last; ++i) {
            a.read(i, *l);
            if (upper)  // the upper triangle is the one that is read
                for (index_t c = 0; c < n; ++c)
                    for (index_t r = c + 1; r < n; ++r) (*l)(r, c) = blas::native_lapack::conj((*l)(c, r));
            bool nan = false;
            for (index_t c = 0; c < n; ++c)
                for (index_t r = c; r < n; ++r) nan |= (*l)(r, c) != (*l)(r, c);
            if (nan) l->fill(F(std::numeric_limits<real_t<F>>::quiet_NaN()));
            else if (blas::lapack::cholesky(*l) != 0) failed.note(i);
            for (index_t c = 0; c < n; ++c) {
                if (!upper) std::fill_n(l->column(c), c, F(0));
                else
                    for (index_t r = 0; r < c; ++r)
                        (*l)(r, c) = blas::native_lapack::conj((*l)(c, r)), (*l)(c, r) = F(0);
            }
            out.write(i, *l);
        }
    });
    failed.check("cholesky", a.batch(), "is not positive definite");
    return result;
}

}  // namespace detail
namespace linalg {

/// The Cholesky factor L, lower triangular, of Hermitian positive definite matrices, a = L·Lᴴ: numpy.linalg.cholesky.
///   a     (..., n, n); only the lower triangle is read, or with {.upper = true}, as in NumPy 2, the upper one
/// Returns L (..., n, n), or Lᴴ where `upper`. A matrix with NaN gives NaN. Throws shape_error unless a is square,
/// linalg_error where a matrix is not positive definite. The backward error is bounded by n·eps·|a|.
template <array_operand A>
auto cholesky(const A& a, cholesky_options options = {}) {
    using F = detail::linalg_t<typename A::value_type>;
    return array<F, A::rank>(detail::cholesky(detail::as_square_stack<F>("cholesky", a), options.upper));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
