#pragma once

#include "numlane/ufunc/elementwise.hpp"

// Choosing between elements.
NUMLANE_BEGIN_NAMESPACE

/// a where the condition is true, b elsewhere: numpy.where. Both are evaluated; all three broadcast.
template <operand C, operand A, operand B>
auto where(C&& condition, A&& a, B&& b) {
    using T = detail::result_t<A, B>;
    return detail::call_nodes<op::where, T>(detail::as_truth(std::forward<C>(condition)),
                                            detail::as_node_of<T>(std::forward<A>(a)),
                                            detail::as_node_of<T>(std::forward<B>(b)));
}

/// The smaller of a and b: numpy.minimum. NaN where either is NaN.
template <operand A, operand B>
auto minimum(A&& a, B&& b) {
    return detail::call_promoted<op::minimum>(std::forward<A>(a), std::forward<B>(b));
}

/// The larger of a and b: numpy.maximum. NaN where either is NaN.
template <operand A, operand B>
auto maximum(A&& a, B&& b) {
    return detail::call_promoted<op::maximum>(std::forward<A>(a), std::forward<B>(b));
}

/// x limited to the interval from low to high, minimum(maximum(x, low), high): numpy.clip.
template <operand X, operand Low, operand High>
auto clip(X&& x, Low&& low, High&& high) {
    return detail::call_promoted<op::clip>(std::forward<X>(x), std::forward<Low>(low), std::forward<High>(high));
}

NUMLANE_END_NAMESPACE
