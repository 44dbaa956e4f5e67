#pragma once

#include "numlane/linalg/matmul.hpp"
#include "numlane/ufunc/complex.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// (..., m, n) times the vectors (..., n).
template <class T>
array<T> matvec(const view<const T>& a, const view<const T>& x) {
    if (a.ndim() < 2 || x.ndim() < 1) throw_scalar_factor("matvec", a.shape(), x.shape());
    if (a.shape(-1) != x.shape(-1)) throw_inner("matvec", a.shape(), x.shape(), a.shape(-1), x.shape(-1));
    const array<T> y = matmul("matvec", a, view<const T>(x.expand_dims(-1)));
    return array<T>(y.data(), without_axis(y.shape(), y.ndim() - 1));
}
template <class T>
array<T> vecmat(const view<const T>& x, const view<const T>& a) {
    if (a.ndim() < 2 || x.ndim() < 1) throw_scalar_factor("vecmat", x.shape(), a.shape());
    if (a.shape(-2) != x.shape(-1)) throw_inner("vecmat", x.shape(), a.shape(), x.shape(-1), a.shape(-2));
    const array<T> y = matmul("vecmat", view<const T>(x.expand_dims(-2)), a);
    return array<T>(y.data(), without_axis(y.shape(), y.ndim() - 2));
}

template <int Matrix, int Vector>
inline constexpr int matvec_rank = Matrix == dynamic || Vector == dynamic ? dynamic
                                   : Matrix - 1 > Vector                  ? Matrix - 1
                                                                          : Vector;

}  // namespace detail

/// Matrices times vectors: numpy.matvec (NumPy 2.2).
///   a     (..., m, n)
///   x     (..., n); the leading axes of both broadcast
/// Returns (..., m). Throws shape_error where the shapes do not fit.
template <array_operand A, array_operand X>
auto matvec(const A& a, const X& x) {
    using T = detail::result_t<A, X>;
    constexpr int R = detail::matvec_rank<detail::rank_of<A>, detail::rank_of<X>>;
    return array<T, R>(detail::matvec(detail::as_elements<T>(a), detail::as_elements<T>(x)));
}

/// Vectors, conjugated, times matrices: numpy.vecmat (NumPy 2.2).
///   x     (..., m)
///   a     (..., m, n); the leading axes of both broadcast
/// Returns (..., n). Throws shape_error where the shapes do not fit.
template <array_operand X, array_operand A>
auto vecmat(const X& x, const A& a) {
    using T = detail::result_t<X, A>;
    constexpr int R = detail::matvec_rank<detail::rank_of<A>, detail::rank_of<X>>;
    const view<const T> matrices = detail::as_elements<T>(a);
    if constexpr (is_complex_v<T>)
        return array<T, R>(detail::vecmat(detail::as_elements<T>(conj(detail::as_elements<T>(x))), matrices));
    else return array<T, R>(detail::vecmat(detail::as_elements<T>(x), matrices));
}

NUMLANE_END_NAMESPACE
