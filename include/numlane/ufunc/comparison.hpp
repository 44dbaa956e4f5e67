#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Comparisons, element by element with broadcasting, in the common dtype of the operands. The result is a lazy bool
// expression. Comparing with NaN is false, except not_equal. Complex numbers are ordered by real, then imaginary part.
NUMLANE_BEGIN_NAMESPACE

/// a == b: numpy.equal.
template <operand A, operand B>
auto equal(A&& a, B&& b) {
    return detail::call_comparison<op::equal>(std::forward<A>(a), std::forward<B>(b));
}

/// a != b: numpy.not_equal.
template <operand A, operand B>
auto not_equal(A&& a, B&& b) {
    return detail::call_comparison<op::not_equal>(std::forward<A>(a), std::forward<B>(b));
}

/// a < b: numpy.less.
template <operand A, operand B>
auto less(A&& a, B&& b) {
    return detail::call_comparison<op::less>(std::forward<A>(a), std::forward<B>(b));
}

/// a <= b: numpy.less_equal.
template <operand A, operand B>
auto less_equal(A&& a, B&& b) {
    return detail::call_comparison<op::less_equal>(std::forward<A>(a), std::forward<B>(b));
}

/// a > b: numpy.greater.
template <operand A, operand B>
auto greater(A&& a, B&& b) {
    return detail::call_comparison<op::greater>(std::forward<A>(a), std::forward<B>(b));
}

/// a >= b: numpy.greater_equal.
template <operand A, operand B>
auto greater_equal(A&& a, B&& b) {
    return detail::call_comparison<op::greater_equal>(std::forward<A>(a), std::forward<B>(b));
}

NUMLANE_END_NAMESPACE
