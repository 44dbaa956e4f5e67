#pragma once

#include "numlane/linalg/matmul.hpp"
#include "numlane/ufunc/complex.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The product of stacks of which one holds vectors, with an axis of extent 1 that the result lacks; a conjugated if conj_a
/// says so.
template <class T>
array<T> stacked_vectors(const char* operation, const view<const T>& a, const view<const T>& b, int lacked,
                         bool conj_a) {
    const matmul_operands<T> of(operation, a, b);
    array<T> y(uninitialized{}, without_axis(of.stacked, of.stacked.size() + lacked));
    multiply_stacks(of.a, of.b, view<T>(y.data(), of.stacked, contiguous_strides(of.stacked)), conj_a);
    return y;
}

/// (..., m, n) times the vectors (..., n).
template <class T>
array<T> matvec(const view<const T>& a, const view<const T>& x) {
    if (a.ndim() < 2 || x.ndim() < 1) throw_scalar_factor("matvec", a.shape(), x.shape());
    if (a.shape(-1) != x.shape(-1)) throw_inner("matvec", a.shape(), x.shape(), a.shape(-1), x.shape(-1));
    (void)broadcast_batches("matvec", a.shape(), x.shape(), matmul_operands<T>::leading(a),
                            without_axis(x.shape(), x.ndim() - 1));
    return stacked_vectors("matvec", a, view<const T>(x.expand_dims(-1)), -1, false);
}
/// The vectors (..., m), conjugated, times (..., m, n).
template <class T>
array<T> vecmat(const view<const T>& x, const view<const T>& a) {
    if (a.ndim() < 2 || x.ndim() < 1) throw_scalar_factor("vecmat", x.shape(), a.shape());
    if (a.shape(-2) != x.shape(-1)) throw_inner("vecmat", x.shape(), a.shape(), x.shape(-1), a.shape(-2));
    (void)broadcast_batches("vecmat", x.shape(), a.shape(), without_axis(x.shape(), x.ndim() - 1),
                            matmul_operands<T>::leading(a));
    if constexpr (is_complex_v<T>) {
        // The libraries conjugate no vector.
        if (!blas::library::is_small(1, a.shape(-1), a.shape(-2))) {
            const array<T> conjugate = conj(x);
            return stacked_vectors("vecmat", view<const T>(conjugate.expand_dims(-2)), a, -2, false);
        }
    }
    return stacked_vectors("vecmat", view<const T>(x.expand_dims(-2)), a, -2, is_complex_v<T>);
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
    return array<T, R>(detail::vecmat(detail::as_elements<T>(x), detail::as_elements<T>(a)));
}

NUMLANE_END_NAMESPACE
