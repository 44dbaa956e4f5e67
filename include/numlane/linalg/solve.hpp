#pragma once

#include "numlane/linalg/stack.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_no_system(const char* operation, const dims<>& a, const dims<>& b) {
    throw shape_error(std::string(operation) + ": a matrix of shape " + to_string(a) + " and a right side of shape " +
                      to_string(b) + " do not have the same number of rows");
}

/// v broadcast along the axes before the last two.
template <class T>
view<const T> broadcast_stack(const view<const T>& v, const dims<>& batch, const char* operation) {
    const dims<> shape = with_axes(batch, v.shape(-2), v.shape(-1));
    return view<const T>(v.data(), shape, broadcast_strides(v.shape(), v.strides(), shape, operation), v.memory());
}

/// What becomes of singular matrices.
struct singular_throws {};
struct singular_gives_nan {};

/// a⁻¹·b for every matrix; b null stands for identities.
template <class F, class Singular = singular_throws>
array<F> solve(const char* operation, const matrix_stack<const F>& a, const matrix_stack<const F>* b, Singular = {}) {
    const index_t n = a.rows, columns = b == nullptr ? n : b->columns;
    array<F> result = new_stack<F>(a.batch(), n, columns);
    const matrix_stack<F> out = stack_of(result);
    first_failure failed;
    for_each_matrix(a.count, cubed(n) * 2 / 3 + 2.0 * double(n) * double(n) * double(columns),
                    [&](index_t first, index_t last) {
                        const blas::lapack::owned_matrix<F> lu(n, n), x(n, columns);
                        std::vector<index_t> pivot(static_cast<std::size_t>(n));
                        for (index_t i = first; i < last; ++i) {
                            a.read(i, *lu);
                            if (b == nullptr) x->set_identity();
                            else b->read(i, *x);
                            if (blas::lapack::lu(*lu, pivot.data()) != 0) {
                                failed.note(i);
                                x->fill(F(std::numeric_limits<real_t<F>>::quiet_NaN()));
                            } else blas::lapack::lu_solve(*lu, pivot.data(), *x);
                            out.write(i, *x);
                        }
                    });
    if constexpr (std::is_same_v<Singular, singular_throws>) failed.check(operation, a.batch(), "is singular");
    return result;
}

template <class F>
array<F> solve(const view<const F>& a, const view<const F>& b) {
    if (a.ndim() < 2) throw_not_matrices("solve", a.shape());
    if (a.shape(-1) != a.shape(-2)) throw_not_square("solve", a.shape());
    // As in NumPy 1: one axis fewer than a, b is a stack of vectors.
    const bool vectors = b.ndim() == a.ndim() - 1;
    if (b.ndim() == 0 || b.shape(vectors ? -1 : b.ndim() == 1 ? 0 : -2) != a.shape(-1))
        throw_no_system("solve", a.shape(), b.shape());
    if (!vectors && b.ndim() < 2) throw_no_system("solve", a.shape(), b.shape());
    const view<const F> columns = vectors ? view<const F>(b.expand_dims(-1)) : b;
    const dims<> batch =
        broadcast_shapes(matrix_stack<const F>(a).batch(), matrix_stack<const F>(columns).batch(), "solve");
    const matrix_stack<const F> right(broadcast_stack(columns, batch, "solve"));
    array<F> x = solve("solve", matrix_stack<const F>(broadcast_stack(a, batch, "solve")), &right);
    if (!vectors) return x;
    dims<> shape = dims<>::with_rank(x.ndim() - 1);
    for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = x.shape()[axis];
    return array<F>(x.reshape(shape));
}

}  // namespace detail
namespace linalg {

/// The solution x of a·x = b, by LU with partial pivoting: numpy.linalg.solve.
///   a     (..., n, n)
///   b     (..., n) where it has one axis fewer than a, otherwise (..., n, k); the leading axes broadcast
/// Returns x, of the shape of b. A matrix with NaN gives NaN. Throws shape_error where the shapes do not fit, linalg_error
/// where a matrix is exactly singular.
template <array_operand A, array_operand B>
auto solve(const A& a, const B& b) {
    using F = detail::common_linalg_t<typename A::value_type, typename B::value_type>;
    return detail::solve(detail::as_elements<F>(a), detail::as_elements<F>(b));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
