#pragma once

#include "numlane/array/array.hpp"
#include "numlane/array/broadcast.hpp"
#include "numlane/core/operation.hpp"
#include "numlane/core/program.hpp"
#include "numlane/expr/arguments.hpp"
#include "numlane/expr/operand.hpp"

// The nodes of lazy expressions. A node owns its arguments, and a leaf shares the memory of its array, so an expression
// kept in an `auto` variable stays valid whatever becomes of the arrays it was made from.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class Out, class Node>
void evaluate_into(const Out& out, const Node& node);

/// The one value of a node of shape (); throws shape_error if it has another.
template <class Node>
typename Node::value_type value_of(const Node& node) {
    if constexpr (Node::rank != 0)
        if (const dims<> shape = node.shape(); shape.size() != 0) throw_not_scalar(shape);
    typename Node::value_type value;
    node.assign_to(view<typename Node::value_type, 0>(&value, {}, {}));
    return value;
}

}  // namespace detail

// The nodes stand here and not in detail:: because the operators are looked up in the namespace of their operands.

/// An array or a view.
template <class T, int R>
struct array_node {
    using value_type = T;
    using lazy_tag = void;
    static constexpr int rank = R, operands = 1, constants = 0, copies = 0;
    template <int I, int J>
    using program = numlane::program::load<T, I>;

    view<const T, R> elements;

    template <array_like V>
    NUMLANE_INLINE array_node(std::in_place_t, V&& v) : elements(std::forward<V>(v)) {}
    NUMLANE_INLINE array_node(const array_node&) = default;
    NUMLANE_INLINE array_node(array_node&&) noexcept = default;
    NUMLANE_INLINE ~array_node() = default;

    const dims<R>& shape() const { return elements.shape(); }
    void collect(detail::binding& b) const { b.add_operand(elements); }
    template <class Binding, int Q>
    NUMLANE_INLINE bool collect_alike(Binding& b, const dims<Q>& as) const {
        return b.add_operand(elements, as);
    }
    template <array_like Out>
    void assign_to(const Out& out) const {
        detail::evaluate_into(out, *this);
    }
};

/// A scalar in every element; its dtype is settled when the node is made.
template <class T>
struct constant_node {
    using value_type = T;
    using lazy_tag = void;
    static constexpr int rank = 0, operands = 0, constants = 1, copies = 0;
    template <int I, int J>
    using program = numlane::program::constant<T, J>;

    T value;

    dims<0> shape() const { return {}; }
    void collect(detail::binding& b) const { b.add_constant(&value, sizeof(T)); }
    template <class Binding, int Q>
    NUMLANE_INLINE bool collect_alike(Binding& b, const dims<Q>&) const {
        b.add_constant(&value, sizeof(T));
        return true;
    }
    template <array_like Out>
    void assign_to(const Out& out) const {
        detail::evaluate_into(out, *this);
    }
};

/// A scalar that a user's kernel takes as it is.
template <class T>
struct parameter_node {
    using value_type = T;
    static constexpr int rank = 0, operands = 0, constants = 1, copies = 0;
    template <int I, int J>
    using program = numlane::program::parameter<T, J>;

    T value;

    dims<0> shape() const { return {}; }
    void collect(detail::binding& b) const { b.add_constant(&value, sizeof(T)); }
    template <class Binding, int Q>
    NUMLANE_INLINE bool collect_alike(Binding& b, const dims<Q>&) const {
        b.add_constant(&value, sizeof(T));
        return true;
    }
};

/// The elements of another node as dtype T, by the rules of astype.
template <class T, class A>
struct cast_node {
    using value_type = T;
    using lazy_tag = void;
    static constexpr int rank = A::rank, operands = A::operands, constants = A::constants, copies = A::copies;
    template <int I, int J>
    using program = numlane::program::cast<T, typename A::template program<I, J>>;

    A of;

    template <class Make, class X>
    NUMLANE_INLINE explicit cast_node(const Make& make, X&& x) : of(make(std::forward<X>(x))) {}
    NUMLANE_INLINE cast_node(const cast_node&) = default;
    NUMLANE_INLINE cast_node(cast_node&&) noexcept = default;
    NUMLANE_INLINE ~cast_node() = default;

    auto shape() const { return of.shape(); }
    void collect(detail::binding& b) const { of.collect(b); }
    template <class Binding, int Q>
    NUMLANE_INLINE bool collect_alike(Binding& b, const dims<Q>& as) const {
        return of.collect_alike(b, as);
    }
    template <array_like Out>
    void assign_to(const Out& out) const {
        detail::evaluate_into(out, *this);
    }

    operator T() const
        requires(rank == 0 || rank == dynamic)
    {
        return detail::value_of(*this);
    }
};

namespace detail {

template <int... R>
inline constexpr int common_rank = 0;
template <int R, int... Rest>
inline constexpr int common_rank<R, Rest...> = broadcast_rank<R, common_rank<Rest...>>;

// The program of a call: each argument's operands and constants are numbered after those of the arguments before it.
template <int I, int J, class Done, class... Left>
struct call_program {
    using type = Done;
};
template <int I, int J, class Op, class T, class... Done, class A, class... Left>
struct call_program<I, J, program::call<Op, T, Done...>, A, Left...>
    : call_program<I + A::operands, J + A::constants, program::call<Op, T, Done..., typename A::template program<I, J>>,
                   Left...> {};

template <class A>
auto broadcast_all(const char*, const A& a) {
    return a.shape();
}
template <class A, class... B>
    requires(sizeof...(B) > 0)
auto broadcast_all(const char* operation, const A& a, const B&... b) {
    if constexpr (A::rank == 0) return broadcast_all(operation, b...);
    else if constexpr (common_rank<B::rank...> == 0) return a.shape();
    else return broadcast_shapes(a.shape(), broadcast_all(operation, b...), operation);
}

}  // namespace detail

/// Op applied element by element; T is the dtype of the result.
template <class Op, class T, class... A>
struct call_node {
    using value_type = T;
    using lazy_tag = void;
    static constexpr int rank = detail::common_rank<A::rank...>;
    static constexpr int operands = (0 + ... + A::operands), constants = (0 + ... + A::constants);
    static constexpr int copies = (0 + ... + A::copies);
    template <int I, int J>
    using program = typename detail::call_program<I, J, numlane::program::call<Op, T>, A...>::type;

    detail::arguments<A...> arguments;

    /// Holds make(x) for every argument.
    template <class Make, class... X>
        requires(sizeof...(X) == sizeof...(A))
    NUMLANE_INLINE explicit call_node(const Make& make, X&&... x) : arguments(make, std::forward<X>(x)...) {}
    NUMLANE_INLINE call_node(const call_node&) = default;
    NUMLANE_INLINE call_node(call_node&&) noexcept = default;
    NUMLANE_INLINE ~call_node() = default;

    auto shape() const {
        return arguments.apply([](const auto&... a) { return detail::broadcast_all(Op::name, a...); });
    }
    void collect(detail::binding& b) const {
        arguments.apply([&](const auto&... a) { (a.collect(b), ...); });
    }
    template <class Binding, int Q>
    NUMLANE_INLINE bool collect_alike(Binding& b, const dims<Q>& as) const {
        return arguments.apply([&](const auto&... a) NUMLANE_INLINED { return (a.collect_alike(b, as) && ...); });
    }
    template <array_like Out>
    void assign_to(const Out& out) const {
        detail::evaluate_into(out, *this);
    }

    /// The value, where every argument is a scalar or of shape (); throws shape_error if one is not.
    operator T() const
        requires(rank == 0 || rank == dynamic)
    {
        return detail::value_of(*this);
    }
};

namespace detail {

struct pass_node {
    template <class Node>
    NUMLANE_INLINE std::remove_cvref_t<Node> operator()(Node&& node) const {
        return std::forward<Node>(node);
    }
};

/// Op on nodes, with a result of dtype T.
template <class Op, class T, class... Node>
NUMLANE_INLINE auto call_nodes(Node&&... nodes) {
    return call_node<Op, T, std::remove_cvref_t<Node>...>(pass_node(), std::forward<Node>(nodes)...);
}

}  // namespace detail

NUMLANE_END_NAMESPACE
