#pragma once

#include <optional>

#include "numlane/linalg/solve.hpp"
#include "numlane/linalg/stacked_product.hpp"
#include "numlane/linalg/svd.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

template <class T>
struct lstsq_result {
    array<T> x;
    array<real_t<T>> residuals;
    index_t rank;
    array<real_t<T>> s;
};

}  // namespace linalg
namespace detail {

/// By the library's gelsd, into x (n, columns), the squares that are left and the singular values; -1 if it does not serve,
/// otherwise the rank.
template <class F>
index_t lstsq_by_library(const view<const F>& a, const view<const F>& b, double rcond, array<F>& x,
                         array<real_t<F>>& squares, array<real_t<F>>& s) {
    const index_t m = a.shape(0), n = a.shape(1), columns = b.shape(1), most = std::max(m, n);
    if (most < blas::lapack::library_from || columns == 0) return -1;
    const blas::lapack::owned_matrix<F> factors(m, n), turned(most, columns);
    matrix_stack<const F>(a).read(0, *factors);
    for (index_t c = 0; c < columns; ++c)
        for (index_t i = 0; i < m; ++i) (*turned)(i, c) = b(i, c);
    index_t rank = 0, info = 0;
    if (!blas::lapack::least_squares<F>(*factors, *turned, s.data(), real_t<F>(rcond), rank, info)) return -1;
    if (info != 0) {
        matrix_stack<const F>(a).read(0, *factors);
        throw linalg_error(blas::native_lapack::all_finite(*factors)
                               ? "lstsq: the matrix has singular values that do not converge"
                               : "lstsq: the matrix contains infinities or NaN");
    }
    for (index_t c = 0; c < columns; ++c) {
        for (index_t i = 0; i < n; ++i) x(i, c) = (*turned)(i, c);
        for (index_t i = n; i < m; ++i) squares(c) += blas::native_lapack::square((*turned)(i, c));
    }
    return rank;
}

template <class F>
linalg::lstsq_result<F> lstsq(const view<const F>& a, const view<const F>& right, std::optional<double> rcond) {
    using R = real_t<F>;
    if (a.ndim() != 2)
        throw shape_error(message({"lstsq: a must have two axes, but its shape is ", to_string(a.shape())}));
    const bool vector = right.ndim() == 1;
    if ((!vector && right.ndim() != 2) || right.shape(0) != a.shape(0))
        throw_no_system("lstsq", a.shape(), right.shape());
    const view<const F> b = vector ? view<const F>(right.expand_dims(-1)) : right;
    const index_t m = a.shape(0), n = a.shape(1), k = m < n ? m : n, columns = b.shape(1);
    // As LAPACK's gelsd, in R too: all but a number between 0 and 1 stands for the precision.
    constexpr R eps = std::numeric_limits<R>::epsilon();
    const R relative = R(rcond.value_or(double(eps) * double(m > n ? m : n)));
    const double least = double(relative > 0 && relative < 1 ? relative : eps);
    array<F> x(zeroed{}, dims<>(n, columns));
    array<R> squares(zeroed{}, dims<>(columns)), singular(uninitialized{}, dims<>(k));
    if (const index_t found = lstsq_by_library(a, b, least, x, squares, singular); found >= 0) {
        if (vector) x = array<F>(x.reshape(dims<>(n)));
        if (found < n || m <= n) squares = array<R>();
        return {std::move(x), std::move(squares), found, std::move(singular)};
    }
    linalg::svd_result<F> parts = svd("lstsq", matrix_stack<const F>(a), svd_parts::reduced, false);
    const R* const s = parts.s.data();
    index_t rank = 0;
    while (rank<k&& double(s[rank])> least * double(s[0])) ++rank;
    if (rank > 0 && columns > 0) {
        array<F> turned(uninitialized{}, dims<>(rank, columns));
        blas::gemm<F>({rank,
                       columns,
                       m,
                       {parts.u.data(), 1, k, is_complex_v<F>},
                       as_factor(b),
                       {turned.data(), columns, 1},
                       F(1),
                       F(0)});
        for (index_t j = 0; j < rank; ++j)
            for (index_t c = 0; c < columns; ++c) turned.data()[j * columns + c] /= s[j];
        blas::gemm<F>({n,
                       columns,
                       rank,
                       {parts.vh.data(), 1, n, is_complex_v<F>},
                       {turned.data(), columns, 1},
                       {x.data(), columns, 1},
                       F(1),
                       F(0)});
    }
    array<R> residuals(zeroed{}, dims<>(rank == n && m > n ? columns : 0));
    if (residuals.size() > 0) {
        array<F> left = n == 0 ? array<F>(zeroed{}, dims<>(m, columns)) : product<F>(a, x.as_view());
        for (index_t i = 0; i < m; ++i)
            for (index_t c = 0; c < columns; ++c)
                residuals.data()[c] += blas::native_lapack::square(F(b(i, c) - left.data()[i * columns + c]));
    }
    if (vector) x = array<F>(x.reshape(dims<>(n)));
    return {std::move(x), std::move(residuals), rank, std::move(parts.s)};
}

}  // namespace detail
namespace linalg {

/// The x of least length that makes |b - a·x| least, by the library's gelsd, or an SVD: numpy.linalg.lstsq. The default of rcond is that of
/// NumPy 2 (rcond=None in NumPy 1).
///   a      (m, n)
///   b      (m) or (m, k)
///   rcond  singular values up to rcond times the largest count as zero; the default is max(m, n)·eps, and a
///          number ≤ 0 or ≥ 1 stands for eps
/// Returns {x, residuals, rank, s}: x (n) or (n, k); the sums of squares |b - a·x|², of each column, or none where the rank
/// is less than n or m ≤ n; the rank of a; its singular values (min(m, n)). Throws shape_error where the shapes do not
/// fit, linalg_error as svd.
template <array_operand A, array_operand B>
auto lstsq(const A& a, const B& b, std::optional<double> rcond = std::nullopt) {
    using F = detail::common_linalg_t<typename A::value_type, typename B::value_type>;
    return detail::lstsq(detail::as_elements<F>(a), detail::as_elements<F>(b), rcond);
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
