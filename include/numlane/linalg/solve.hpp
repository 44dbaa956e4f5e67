#pragma once

#include "numlane/linalg/small_systems.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_no_system(const char* operation, const dims<>& a, const dims<>& b) {
    throw shape_error(message({operation, ": a matrix of shape ", to_string(a), " and a right side of shape ",
                               to_string(b), " do not have the same number of rows"}));
}

/// v broadcast along the axes before the last two.
template <class T>
view<const T> broadcast_stack(const view<const T>& v, const dims<>& batch, const char* operation) {
    const dims<> shape = with_axes(batch, v.shape(-2), v.shape(-1));
    return view<const T>(v.data(), shape, broadcast_strides(v.shape(), v.strides(), shape, operation), v.memory());
}

inline dims<> without_last(const dims<>& shape) {
    dims<> rest = dims<>::with_rank(shape.size() - 1);
    for (int axis = 0; axis < rest.size(); ++axis) rest[axis] = shape[axis];
    return rest;
}

/// What becomes of singular matrices.
struct singular_throws {};
struct singular_gives_nan {};

/// out = a⁻¹·b for every matrix; b null stands for identities.
template <class F, class Singular = singular_throws>
void solve_into(const char* operation, const matrix_stack<const F>& a, const matrix_stack<const F>* b,
                const matrix_stack<F>& out, Singular = {}) {
    const index_t n = a.rows, columns = out.columns;
    if (n == 0 || columns == 0) return;  // as NumPy with OpenBLAS, whatever the matrices are
    first_failure failed;
    for_each_matrix(a.count, cubed(n) * 2 / 3 + 2.0 * double(n) * double(n) * double(columns),
                    [&](index_t first, index_t last) {
                        if constexpr (!is_complex_v<F>)
                            if (are_small_systems<F>(n, columns))
                                return solve_small_systems(a, b, out, first, last, failed);
                        const blas::lapack::owned_matrix<F> lu(n, n), x(n, columns);
                        blas::workspace<index_t> pivot(static_cast<std::size_t>(n));
                        for (index_t i = first; i < last; ++i) {
                            a.read(i, *lu);
                            if (b != nullptr) b->read(i, *x);
                            if (blas::lapack::lu(*lu, pivot.data()) != 0) {
                                failed.note(i);
                                x->fill(F(std::numeric_limits<real_t<F>>::quiet_NaN()));
                            } else if (b != nullptr) blas::lapack::lu_solve(*lu, pivot.data(), *x);
                            else blas::lapack::lu_invert(*lu, pivot.data(), *x);
                            out.write(i, *x);
                        }
                    });
    if constexpr (std::is_same_v<Singular, singular_throws>) failed.check(operation, a.batch(), "is singular");
}

/// The inverses of the matrices.
template <class F, class Singular = singular_throws>
array<F> inverse(const char* operation, const matrix_stack<const F>& a, Singular = {}) {
    array<F> result(uninitialized{}, dims<>(a.elements.shape()));
    solve_into<F, Singular>(operation, a, nullptr, stack_of(result));
    return result;
}

template <class F>
array<F> solve(const char* operation, const view<const F>& a, const view<const F>& b) {
    if (a.ndim() < 2) throw_not_matrices(operation, a.shape());
    if (a.shape(-1) != a.shape(-2)) throw_not_square(operation, a.shape());
    // As in NumPy 1, one axis fewer than a, b is a stack of vectors; as in NumPy 2, of one axis it is a vector.
    const bool vectors = b.ndim() == 1 || b.ndim() == a.ndim() - 1;
    if (b.ndim() == 0 || b.shape(vectors ? -1 : -2) != a.shape(-1)) throw_no_system(operation, a.shape(), b.shape());
    const view<const F> columns = vectors ? view<const F>(b.expand_dims(-1)) : b;
    if (a.ndim() == 2 && columns.ndim() == 2) {
        array<F> x(uninitialized{}, b.shape());
        const view<F> out(x.data(), columns.shape(), contiguous_strides(columns.shape()));
        const matrix_stack<const F> right(columns);
        solve_into(operation, matrix_stack<const F>(a), &right, matrix_stack<F>(out));
        return x;
    }
    const dims<> batch = broadcast_batches(operation, a.shape(), b.shape(), matrix_stack<const F>(a).batch(),
                                           matrix_stack<const F>(columns).batch());
    const matrix_stack<const F> right(broadcast_stack(columns, batch, operation));
    const dims<> shape = with_axes(batch, a.shape(-1), right.columns);
    array<F> x(uninitialized{}, vectors ? without_last(shape) : shape);
    const view<F> out(x.data(), shape, contiguous_strides(shape));
    solve_into(operation, matrix_stack<const F>(broadcast_stack(a, batch, operation)), &right, matrix_stack<F>(out));
    return x;
}

}  // namespace detail
namespace linalg {

/// The solution x of a·x = b, by LU with partial pivoting: numpy.linalg.solve.
///   a     (..., n, n)
///   b     (n), or (..., n) where it has one axis fewer than a, otherwise (..., n, k); the leading axes broadcast
/// Returns x, of the shape that b broadcasts to. A matrix with NaN gives NaN. Throws shape_error where the shapes do not
/// fit, linalg_error where a matrix is exactly singular, unless there is no right side (k is 0).
template <array_operand A, array_operand B>
auto solve(const A& a, const B& b) {
    using F = detail::common_linalg_t<typename A::value_type, typename B::value_type>;
    return detail::solve("solve", detail::as_elements<F>(a), detail::as_elements<F>(b));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
