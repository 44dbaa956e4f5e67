#pragma once

#include <atomic>

#include "numlane/array.hpp"
#include "numlane/blas/lapack.hpp"
#include "numlane/expr.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The dtype that linear algebra computes T in: bool and integers in float64, as NumPy does.
template <class T>
using linalg_t = std::conditional_t<(kind_of<T> >= kind::floating), T, double>;
/// That of two operands.
template <class A, class B>
using common_linalg_t = promote_t<linalg_t<A>, linalg_t<B>>;

/// The rank of what has `axes` fewer axes than rank R.
template <int R, int Axes>
inline constexpr int without_axes = R == dynamic ? dynamic : R - Axes;

/// Copies a matrix between two layouts, which must not overlap.
template <class T>
void copy_matrix(T* dst, const dims<2>& dst_strides, const T* src, const dims<2>& src_strides, const dims<2>& shape) {
    if (shape[0] == 0 || shape[1] == 0) return;
    if (shape[0] * shape[1] > 64) return strided_copy<T, 2>(dst, dst_strides, src, src_strides, shape);
    // To plan the copy of a few elements would take longer.
    const index_t columns = shape[1], to_step = dst_strides[1], from_step = src_strides[1];
    for (index_t r = 0; r < shape[0]; ++r) {
        T* const to = dst + r * dst_strides[0];
        const T* const from = src + r * src_strides[0];
        index_t c = 0;
        for (; c + 4 <= columns; c += 4) {
            const T first = from[c * from_step], second = from[(c + 1) * from_step], third = from[(c + 2) * from_step],
                    last = from[(c + 3) * from_step];
            to[c * to_step] = first;
            to[(c + 1) * to_step] = second;
            to[(c + 2) * to_step] = third;
            to[(c + 3) * to_step] = last;
        }
        for (; c < columns; ++c) to[c * to_step] = from[c * from_step];
    }
}

/// A stack of matrices: the last two axes of an array, numbered by the axes before them.
template <class T>
struct matrix_stack {
    view<T> elements;
    index_t rows, columns, count;

    explicit matrix_stack(view<T> of)
        : elements(std::move(of)), rows(elements.shape(-2)), columns(elements.shape(-1)), count(1) {
        for (int axis = 0; axis + 2 < elements.ndim(); ++axis) count *= elements.shape()[axis];
    }

    /// The axes before the last two.
    dims<> batch() const {
        dims<> shape = dims<>::with_rank(elements.ndim() - 2);
        for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = elements.shape()[axis];
        return shape;
    }
    index_t offset(index_t i) const {
        index_t at = 0;
        for (int axis = elements.ndim() - 3; axis >= 0; --axis) {
            at += i % elements.shape()[axis] * elements.strides()[axis];
            i /= elements.shape()[axis];
        }
        return at;
    }
    dims<2> strides() const {
        return {elements.strides()[elements.ndim() - 2], elements.strides()[elements.ndim() - 1]};
    }

    /// Copies matrix i into columns that lie in one piece, and back.
    void read(index_t i, const blas::lapack::matrix<std::remove_const_t<T>>& to) const {
        copy_matrix<std::remove_const_t<T>>(to.data, {1, to.ld}, elements.data() + offset(i), strides(),
                                            {rows, columns});
    }
    void write(index_t i, const blas::lapack::matrix<T>& from) const {
        copy_matrix<T>(elements.data() + offset(i), strides(), from.data, {1, from.ld}, {rows, columns});
    }
};

[[noreturn]] NUMLANE_COLD inline void throw_not_matrices(const char* operation, const dims<>& shape) {
    throw shape_error(
        message({operation, ": the array must have at least two axes, but its shape is ", to_string(shape)}));
}
[[noreturn]] NUMLANE_COLD inline void throw_not_square(const char* operation, const dims<>& shape) {
    throw shape_error(message({operation, ": the last two axes must be equal, but the shape is ", to_string(shape)}));
}

/// x as a stack of matrices of F; throws shape_error unless it has two axes or more.
template <class F, array_operand X>
matrix_stack<const F> as_stack(const char* operation, const X& x) {
    view<const F> elements = as_elements<F>(x);
    if (elements.ndim() < 2) throw_not_matrices(operation, elements.shape());
    return matrix_stack<const F>(std::move(elements));
}
/// The same of square matrices.
template <class F, array_operand X>
matrix_stack<const F> as_square_stack(const char* operation, const X& x) {
    matrix_stack<const F> stack = as_stack<F>(operation, x);
    if (stack.rows != stack.columns) throw_not_square(operation, stack.elements.shape());
    return stack;
}

/// `batch` with more axes behind it.
template <class... I>
dims<> with_axes(const dims<>& batch, I... extents) {
    dims<> shape = dims<>::with_rank(batch.size() + int(sizeof...(I)));
    for (int axis = 0; axis < batch.size(); ++axis) shape[axis] = batch[axis];
    int axis = batch.size();
    ((shape[axis++] = extents), ...);
    return shape;
}

[[noreturn]] NUMLANE_COLD inline void throw_batches(const char* operation, const dims<>& a, const dims<>& b,
                                                    const dims<>& a_batch, const dims<>& b_batch) {
    throw shape_error(message({operation, ": operands of shapes ", to_string(a), " and ", to_string(b),
                               " do not fit: their other axes, ", to_string(a_batch), " and ", to_string(b_batch),
                               ", must be equal or 1, from the last to the first"}));
}

/// What the batches of two operands broadcast to: the axes that the operation itself does not use. Throws shape_error,
/// which has the whole shapes of the operands too.
inline dims<> broadcast_batches(const char* operation, const dims<>& a, const dims<>& b, const dims<>& a_batch,
                                const dims<>& b_batch) {
    for (int i = 1; i <= a_batch.size() && i <= b_batch.size(); ++i) {
        const index_t x = a_batch[a_batch.size() - i], y = b_batch[b_batch.size() - i];
        if (x != y && x != 1 && y != 1) throw_batches(operation, a, b, a_batch, b_batch);
    }
    return broadcast_shapes(a_batch, b_batch, operation);
}

/// A new stack of matrices with the axes of `batch` before theirs, yet to be written.
template <class F>
array<F> new_stack(const dims<>& batch, index_t rows, index_t columns) {
    return array<F>(uninitialized{}, with_axes(batch, rows, columns));
}
template <class F>
matrix_stack<F> stack_of(array<F>& a) {
    return matrix_stack<F>(a.as_view());
}

/// The first matrix of a batch that something is wrong with, whatever thread finds it.
class first_failure {
public:
    void note(index_t i) {
        index_t seen = first_.load(std::memory_order_relaxed);
        while ((seen < 0 || i < seen) && !first_.compare_exchange_weak(seen, i)) {
        }
    }
    /// Throws linalg_error if there was one: "inv: matrix (1, 2) of the batch of shape (3, 4) is singular".
    void check(const char* operation, const dims<>& batch, const char* what) const {
        if (const index_t i = first_.load(); i >= 0) raise(operation, batch, what, i);
    }

private:
    [[noreturn]] NUMLANE_COLD static void raise(const char* operation, const dims<>& batch, const char* what,
                                                index_t i) {
        if (batch.size() == 0) throw linalg_error(message({operation, ": the matrix ", what}));
        dims<> index = batch;
        for (int axis = batch.size() - 1; axis >= 0; --axis) {
            index[axis] = i % batch[axis];
            i /= batch[axis];
        }
        throw linalg_error(message(
            {operation, ": matrix ", to_string(index), " of the batch of shape ", to_string(batch), " ", what}));
    }
    std::atomic<index_t> first_{-1};
};

/// Calls body(first, last) for ranges of a batch of `count` matrices, on several threads where their work, in operations of
/// one matrix, is worth it. A single matrix has all threads for itself.
template <class Body>
void for_each_matrix(index_t count, double work, const Body& body) {
    const double grain = 40'000 / (work + 100);
    parallel_for(0, count, grain < 1 ? 1 : index_t(grain), body);
}

/// n³ as the work of a factorization.
inline double cubed(index_t n) { return double(n) * double(n) * double(n); }

}  // namespace detail
NUMLANE_END_NAMESPACE
