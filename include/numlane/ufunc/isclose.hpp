#pragma once

#include "numlane/ufunc/finite.hpp"
#include "numlane/ufunc/operators.hpp"
#include "numlane/ufunc/selection.hpp"

NUMLANE_BEGIN_NAMESPACE

/// How far apart numbers may be that isclose and allclose call equal: by atol + rtol·|b|.
struct tolerance {
    double rtol = 1e-5, atol = 1e-8;
    bool equal_nan = false;  // whether NaN is close to NaN
};

namespace detail {

// What isclose computes in: numpy.result_type of the operands and a float.
template <class A, class B>
using close_t = std::conditional_t<kind_of<result_t<A, B>> >= kind::floating, result_t<A, B>, double>;

}  // namespace detail

/// Whether |a - b| <= atol + rtol·|b|, element by element: numpy.isclose. Infinities are close to themselves alone, NaN to
/// nothing but, where equal_nan is set, NaN. As in NumPy it matters which operand is b.
///   options  {.rtol = 1e-5, .atol = 1e-8, .equal_nan = false}
/// Returns a lazy bool expression.
template <operand A, operand B>
    requires(array_operand<A> || array_operand<B>)
auto isclose(A&& a, B&& b, const tolerance& options = {}) {
    using F = detail::close_t<A, B>;
    const auto x = detail::as_node_of<F>(std::forward<A>(a));
    const auto y = detail::as_node_of<F>(std::forward<B>(b));
    const auto near = absolute(x - y) <= options.atol + options.rtol * absolute(y);
    return where(isfinite(x) & isfinite(y), near, x == y) | ((x != x) & (y != y) & options.equal_nan);
}

NUMLANE_END_NAMESPACE
