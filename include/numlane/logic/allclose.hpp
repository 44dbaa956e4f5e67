#pragma once

#include "numlane/reduce/count.hpp"
#include "numlane/ufunc/isclose.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Whether all elements of a and b, which broadcast, are close: numpy.allclose; options as of isclose.
template <operand A, operand B>
    requires(array_operand<A> || array_operand<B>)
bool allclose(const A& a, const B& b, const tolerance& options = {}) {
    return all(isclose(a, b, options));
}

/// Whether a and b have the same shape and equal elements: numpy.array_equal, without its equal_nan.
template <array_operand A, array_operand B>
bool array_equal(const A& a, const B& b) {
    const auto x = detail::as_node(a);
    const auto y = detail::as_node(b);
    return dims<>(x.shape()) == dims<>(y.shape()) && all(x == y);
}

NUMLANE_END_NAMESPACE
