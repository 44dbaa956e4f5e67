#pragma once

#include "numlane/linalg/solve.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// Inverses: numpy.linalg.inv.
///   a     (..., n, n)
/// Returns the inverses, of the shape of a. Throws shape_error unless a is square, linalg_error where a matrix is exactly
/// singular.
template <array_operand A>
auto inv(const A& a) {
    using F = detail::linalg_t<typename A::value_type>;
    return array<F, A::rank>(detail::inverse("inv", detail::as_square_stack<F>("inv", a)));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
