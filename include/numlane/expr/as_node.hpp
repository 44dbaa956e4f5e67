#pragma once

#include "numlane/core/promote.hpp"
#include "numlane/core/scalar_value.hpp"
#include "numlane/expr/assign.hpp"
#include "numlane/expr/selected_node.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class X>
concept node = lazy<std::remove_cvref_t<X>>;

template <class X>
concept masked = is_masked_view<std::remove_cvref_t<X>>;

}  // namespace detail

/// What may stand in an expression: an array, a view, what a mask selects, a lazy expression or a C++ scalar.
template <class X>
concept operand = array_like<X> || detail::masked<X> || detail::node<X> || scalar<std::remove_cvref_t<X>>;

/// An operand that makes an expression of its operators: not a C++ scalar.
template <class X>
concept array_operand = array_like<X> || detail::masked<X> || detail::node<X>;

namespace detail {

template <class T, int R, int M>
selected_node<T, R, M> as_selected_node(const masked_view<T, R, M>& x) {
    return {x};
}

/// x as a node: arrays and views and what a mask selects of them become leaves that share their memory, nodes stay as they
/// are.
template <array_operand X>
auto as_node(X&& x) {
    using plain = std::remove_cvref_t<X>;
    if constexpr (array_like<X>) {
        using T = typename plain::value_type;
        return array_node<T, plain::rank>(std::in_place, std::forward<X>(x));
    } else if constexpr (masked<X>) {
        return as_selected_node(x);
    } else {
        return plain(std::forward<X>(x));
    }
}

struct make_node {
    template <class X>
    NUMLANE_INLINE auto operator()(X&& x) const {
        return as_node(std::forward<X>(x));
    }
};

/// x as a node of dtype T.
template <element T, operand X>
auto as_node_of(X&& x) {
    using plain = std::remove_cvref_t<X>;
    if constexpr (scalar<plain>) {
        return constant_node<T>{weak_value<T>(x)};
    } else {
        using made = decltype(as_node(std::forward<X>(x)));
        if constexpr (std::is_same_v<typename made::value_type, T>) return as_node(std::forward<X>(x));
        else return cast_node<T, made>(make_node(), std::forward<X>(x));
    }
}

template <class X, class T, int R>
void assign(const view<T, R>& out, const X& x) {
    static_assert(is_complex_v<T> || !scalar<X> || !is_complex_v<X>, "a complex scalar does not fit into a real array");
    if constexpr (scalar<X>) constant_node<T>{weak_value<T>(x)}.assign_to(out);
    else as_node(x).assign_to(out);
}

// The dtype of a scalar that stands alone: C++ integers are NumPy's int64, as Python's are.
template <class S>
using lone_scalar =
    std::conditional_t<std::is_same_v<S, bool>, bool,
                       std::conditional_t<std::is_integral_v<S>, std::int64_t,
                                          std::conditional_t<is_complex_v<S>, std::complex<double>, double>>>;

// Folds the dtypes of the arrays, then lets the scalars raise the kind (NEP 50). void: nothing folded yet.
template <class Type, class X>
struct fold_array {
    using type = promote_t<Type, typename X::value_type>;
};
template <class X>
struct fold_array<void, X> {
    using type = typename X::value_type;
};
template <class Type, scalar X>
struct fold_array<Type, X> {
    using type = Type;
};
template <scalar X>
struct fold_array<void, X> {
    using type = void;
};
template <class Type, class X>
struct fold_scalar {
    using type = Type;
};
template <class Type, scalar X>
struct fold_scalar<Type, X> {
    using type = weak_t<Type, X>;
};
template <scalar X>
struct fold_scalar<void, X> {
    using type = lone_scalar<X>;
};
template <template <class, class> class Fold, class Type, class... X>
struct fold_types {
    using type = Type;
};
template <template <class, class> class Fold, class Type, class X, class... Rest>
struct fold_types<Fold, Type, X, Rest...> : fold_types<Fold, typename Fold<Type, X>::type, Rest...> {};

/// The dtype that operands X... are computed in: numpy.result_type.
template <class... X>
using result_t =
    typename fold_types<fold_scalar, typename fold_types<fold_array, void, std::remove_cvref_t<X>...>::type,
                        std::remove_cvref_t<X>...>::type;

}  // namespace detail
NUMLANE_END_NAMESPACE
