#pragma once

#include "numlane/expr/as_node.hpp"

// The dtype rules of universal functions, and the one place where their nodes are made.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A call of Op on nodes, which `make` makes of the operands: each in its place, without a move.
template <class Op, class Result, class Make, class... X>
NUMLANE_INLINE auto make_call(const Make& make, X&&... x) {
    return call_node<Op, Result, decltype(make(std::forward<X>(x)))...>(make, std::forward<X>(x)...);
}

template <class T>
struct make_node_of {
    template <class X>
    NUMLANE_INLINE auto operator()(X&& x) const {
        return as_node_of<T>(std::forward<X>(x));
    }
};

/// Op on operands converted to dtype T, with a result of dtype Result.
template <class Op, class Result, class T, operand... X>
NUMLANE_INLINE auto call_as(X&&... x) {
    return make_call<Op, Result>(make_node_of<T>(), std::forward<X>(x)...);
}

/// Op if the operands have it. If not, a static_assert has said why: Other, which compiles, keeps the compiler from adding what
/// follows from it.
template <bool Has, class Op, class Other>
using op_or = std::conditional_t<Has, Op, Other>;

/// Computed and returned in the common dtype.
template <class Op, operand... X>
auto call_promoted(X&&... x) {
    using T = result_t<X...>;
    return call_as<Op, T, T>(std::forward<X>(x)...);
}

/// Computed in the common dtype; the result is bool.
template <class Op, operand... X>
auto call_comparison(X&&... x) {
    return call_as<Op, bool, result_t<X...>>(std::forward<X>(x)...);
}

/// x as bool, which is true where x is not zero.
template <operand X>
auto as_truth(X&& x) {
    if constexpr (scalar<std::remove_cvref_t<X>>) return constant_node<bool>{x != std::remove_cvref_t<X>(0)};
    else return as_node_of<bool>(std::forward<X>(x));
}

struct make_truth {
    template <class X>
    auto operator()(X&& x) const {
        return as_truth(std::forward<X>(x));
    }
};

/// Every operand as bool, which is true where it is not zero; the result is bool.
template <class Op, operand... X>
auto call_logical(X&&... x) {
    return make_call<Op, bool>(make_truth(), std::forward<X>(x)...);
}
/// The floating dtype that NumPy computes T in: bool and 8-bit integers would be float16 there and are float32 here.
template <class T>
using floating_t = std::conditional_t<(kind_of<T> >= kind::floating), T, float_for<T>>;

/// Computed and returned in floating point, real or complex.
template <class Op, operand X>
auto call_floating(X&& x) {
    using T = floating_t<result_t<X>>;
    return call_as<Op, T, T>(std::forward<X>(x));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
