#pragma once

#include "numlane/linalg/inv.hpp"
#include "numlane/linalg/matmul.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class T>
array<T> matrix_power(const matrix_stack<const T>& a, std::int64_t n) {
    const char* const operation = "matrix_power";
    array<T> base(a.elements);
    if (n < 0) {
        if constexpr (kind_of<T> < kind::floating) {
            throw dtype_error(message({"matrix_power: a negative power of ", dtype_name<T>(),
                                       " matrices is not of their dtype; convert them to float64"}));
        } else {
            base = inverse(operation, a);
        }
    }
    std::uint64_t left = n < 0 ? -std::uint64_t(n) : std::uint64_t(n);
    if (left == 0) {
        const index_t size = a.rows;
        for (index_t i = 0; i < base.size(); ++i) base.data()[i] = T((i % (size * size)) % (size + 1) == 0);
        return base;
    }
    while ((left & 1) == 0) base = matmul<T>(operation, base, base), left >>= 1;
    array<T> result = base;
    while (left >>= 1) {
        base = matmul<T>(operation, base, base);
        if (left & 1) result = matmul<T>(operation, result, base);
    }
    return result;
}

}  // namespace detail
namespace linalg {

/// Powers of square matrices, by repeated squaring: numpy.linalg.matrix_power.
///   a     (..., n, n)
///   n     the exponent; 0 gives identities, a negative one the powers of the inverses
/// Returns them in the dtype of a; integers wrap. Throws shape_error unless a is square, dtype_error for a negative power of
/// integers (NumPy turns them into floats), linalg_error for one of a singular matrix.
template <array_operand A>
auto matrix_power(const A& a, std::int64_t n) {
    using T = typename A::value_type;
    return array<T, A::rank>(detail::matrix_power(detail::as_square_stack<T>("matrix_power", a), n));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
