#pragma once

#include "numlane/linalg/stacked_product.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_scalar_factor(const char* operation, const dims<>& a, const dims<>& b) {
    throw shape_error(message(
        {operation, ": the operands, of shapes ", to_string(a), " and ", to_string(b), ", do not have enough axes"}));
}
[[noreturn]] NUMLANE_COLD inline void throw_inner(const char* operation, const dims<>& a, const dims<>& b, index_t k,
                                                  index_t other) {
    throw shape_error(message({operation, ": operands of shapes ", to_string(a), " and ", to_string(b),
                               " do not fit: the axes that are summed over must be equal (size ", other,
                               " is different from ", k, ")"}));
}

/// The operands of a matrix product as stacks of matrices, vectors with an axis more, and the shape of what comes out,
/// with those axes (`stacked`) and without.
template <class T>
struct matmul_operands {
    view<const T> a, b;
    dims<> stacked, shape;

    matmul_operands(const char* operation, const view<const T>& x, const view<const T>& y)
        : a(x.ndim() == 1 ? view<const T>(x.expand_dims(0)) : x),
          b(y.ndim() == 1 ? view<const T>(y.expand_dims(1)) : y) {
        if (x.ndim() == 0 || y.ndim() == 0) throw_scalar_factor(operation, x.shape(), y.shape());
        const index_t k = a.shape()[a.ndim() - 1], other = b.shape()[b.ndim() - 2];
        if (k != other) throw_inner(operation, x.shape(), y.shape(), k, other);
        const index_t m = a.shape()[a.ndim() - 2], n = b.shape()[b.ndim() - 1];
        dims<> batch;
        if (a.ndim() > 2 || b.ndim() > 2)
            batch = broadcast_batches(operation, x.shape(), y.shape(), leading(a), leading(b));
        stacked = with_axes(batch, m, n);
        shape = x.ndim() == 1 && y.ndim() == 1 ? batch
                : x.ndim() == 1                ? with_axes(batch, n)
                : y.ndim() == 1                ? with_axes(batch, m)
                                               : stacked;
    }
    static dims<> leading(const view<const T>& x) {
        dims<> shape = dims<>::with_rank(x.ndim() - 2);
        for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = x.shape()[axis];
        return shape;
    }
};

template <class T>
array<T> matmul(const char* operation, const view<const T>& x, const view<const T>& y) {
    const matmul_operands<T> of(operation, x, y);
    array<T> c(uninitialized{}, of.shape);
    multiply_stacks(of.a, of.b, view<T>(c.data(), of.stacked, contiguous_strides(of.stacked)));
    return c;
}

/// The addresses from the first byte of some elements to the end of the last.
struct address_range {
    std::uintptr_t low, high;

    template <class T, int R>
    static address_range of(const T* data, const dims<R>& shape, const dims<R>& strides) {
        address_range r{reinterpret_cast<std::uintptr_t>(data), reinterpret_cast<std::uintptr_t>(data) + sizeof(T)};
        for (int axis = 0; axis < shape.size(); ++axis) {
            const index_t reach = (shape[axis] - 1) * strides[axis] * index_t(sizeof(T));
            (reach < 0 ? r.low : r.high) += std::uintptr_t(reach);
        }
        return r;
    }
    bool meets(const address_range& other) const { return low < other.high && other.low < high; }
};

/// Whether the ranges of addresses of two views meet.
template <class A, class B>
bool ranges_meet(const view<A>& a, const view<B>& b) {
    return a.size() != 0 && b.size() != 0 &&
           address_range::of(a.data(), a.shape(), a.strides())
               .meets(address_range::of(b.data(), b.shape(), b.strides()));
}

template <class T>
void matmul_into(const view<const T>& x, const view<const T>& y, const view<T>& out) {
    const matmul_operands<T> of("matmul", x, y);
    if (out.shape() != of.shape)
        throw shape_error(message({"matmul: the output has shape ", to_string(out.shape()), ", but the product of ",
                                   to_string(x.shape()), " and ", to_string(y.shape()), " has ", to_string(of.shape)}));
    if (ranges_meet(x, out) || ranges_meet(y, out)) {
        const array<T> c = matmul("matmul", x, y);
        return strided_copy(out.data(), out.strides(), c.data(), c.strides(), c.shape());
    }
    const view<T> rows(x.ndim() == 1 ? view<T>(out.expand_dims(y.ndim() == 1 ? -1 : -2)) : out);
    multiply_stacks(of.a, of.b, y.ndim() == 1 ? view<T>(rows.expand_dims(-1)) : rows);
}

/// Two matrices and their product with all forgotten but where they lie: small products cost less than to handle views.
template <class T>
struct plain_product {
    const T *a, *b;
    T* c;
    dims<2> a_shape, b_shape, c_shape, a_strides, b_strides, c_strides;

    /// Computes c, unless that is not so simple: then it returns false, having done nothing.
    bool run() const {
        const index_t m = a_shape[0], k = a_shape[1], n = b_shape[1];
        if (b_shape[0] != k || c_shape != dims<2>(m, n) || m <= 0 || n <= 0 || k <= 0) return false;
        const address_range out = address_range::of(c, c_shape, c_strides);
        if (out.meets(address_range::of(a, a_shape, a_strides)) || out.meets(address_range::of(b, b_shape, b_strides)))
            return false;
        multiply_matrices<T>({m,
                              n,
                              k,
                              {a, a_strides[0], a_strides[1]},
                              {b, b_strides[0], b_strides[1]},
                              {c, c_strides[0], c_strides[1]}});
        return true;
    }
};

template <class X, class T>
concept plain_matrix =
    array_like<X> && std::same_as<std::remove_const_t<typename std::remove_cvref_t<X>::value_type>, T> &&
    std::remove_cvref_t<X>::rank == 2;

template <int A, int B>
inline constexpr int matmul_rank = A == dynamic || B == dynamic ? dynamic
                                   : A == 1                     ? (B == 1 ? 0 : B - 1)
                                   : B == 1                     ? A - 1
                                   : A > B                      ? A
                                                                : B;

}  // namespace detail

/// Products of matrices: numpy.matmul, Python's a @ b.
///   a     (..., m, k), or a vector (k)
///   b     (..., k, n), or a vector (k); the leading axes broadcast
/// Returns (..., m, n), without m or n where that operand is a vector; of rank 0 for two vectors.
/// Transposes and any strides are read as they are; a times its own transpose costs half. Integers wrap, bool is `or`
/// of `and`s. Throws shape_error where the shapes do not fit, for scalars too.
template <array_operand A, array_operand B>
auto matmul(const A& a, const B& b) {
    using T = detail::result_t<A, B>;
    static_assert(detail::rank_of<A> != 0 && detail::rank_of<B> != 0, "matmul takes no scalars: use multiply");
    if constexpr (detail::plain_matrix<A, T> && detail::plain_matrix<B, T>) {
        if (a.shape()[1] == b.shape()[0]) {
            array<T, 2> c(detail::uninitialized{}, dims<2>(a.shape()[0], b.shape()[1]));
            const detail::plain_product<T> p{a.data(),  b.data(),    c.data(),    a.shape(),  b.shape(),
                                             c.shape(), a.strides(), b.strides(), c.strides()};
            if (p.run()) return c;
        }
    }
    return detail::as_product<detail::matmul_rank<detail::rank_of<A>, detail::rank_of<B>>>(
        detail::matmul("matmul", detail::as_elements<T>(a), detail::as_elements<T>(b)));
}

/// The same into an array or a view: numpy.matmul(a, b, out=out).
///   out   of the shape and the dtype of the result; it may share memory with a and b
/// Throws shape_error where it is of another shape.
template <array_operand A, array_operand B, array_like Out>
void matmul(const A& a, const B& b, Out&& out) {
    using T = detail::result_t<A, B>;
    static_assert(std::same_as<T, typename std::remove_cvref_t<Out>::value_type>,
                  "the output of matmul must have the dtype of the product");
    if constexpr (detail::plain_matrix<A, T> && detail::plain_matrix<B, T> && detail::plain_matrix<Out, T>) {
        const detail::plain_product<T> p{a.data(),    b.data(),    out.data(),  a.shape(),    b.shape(),
                                         out.shape(), a.strides(), b.strides(), out.strides()};
        if (p.run()) return;
    }
    detail::matmul_into(detail::as_elements<T>(a), detail::as_elements<T>(b), view<T>(out.as_view()));
}

namespace linalg {
using numlane::matmul;
}
NUMLANE_END_NAMESPACE
