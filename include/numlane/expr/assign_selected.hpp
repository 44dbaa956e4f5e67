#pragma once

#include "numlane/core/selection.hpp"
#include "numlane/expr/as_node.hpp"

// Assignment through a mask: in one pass where all that the right side reads is scalars and what the same mask selects of
// arrays alike, for then neither it nor its operands need be gathered.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Whether Node reads nothing but scalars and what masks select. Not if a user's kernel has to do with it: what the mask
/// leaves out may be what the kernel cannot take.
template <class Node>
inline constexpr bool reads_selections = Node::operands == 0;
template <class T, int R, int M>
inline constexpr bool reads_selections<selected_node<T, R, M>> = true;
template <class T, class A>
inline constexpr bool reads_selections<cast_node<T, A>> = reads_selections<A>;
template <class Op, class T, class... A>
inline constexpr bool reads_selections<call_node<Op, T, A...>> = (reads_selections<A> && ...);
template <class K, class T, class... A>
inline constexpr bool reads_selections<call_node<op::user<K>, T, A...>> = false;

/// Whether it is this mask everywhere in a node that reads selections.
template <class Node>
bool selects_by(const Node&, const view<const bool>&) {
    return true;
}
template <class T, int R, int M>
bool selects_by(const selected_node<T, R, M>& n, const view<const bool>& mask) {
    const auto& own = n.selected.mask();  // one of another shape, or transposed, may begin where `mask` does
    return own.data() == mask.data() && own.shape() == mask.shape() && own.strides() == mask.strides();
}
template <class T, class A>
bool selects_by(const cast_node<T, A>& n, const view<const bool>& mask) {
    return selects_by(n.of, mask);
}
template <class Op, class T, class... A>
bool selects_by(const call_node<Op, T, A...>& n, const view<const bool>& mask) {
    return n.arguments.apply([&](const auto&... a) { return (selects_by(a, mask) && ...); });
}

/// The node without its masks: on every element of its arrays.
template <class Node>
Node unmasked(const Node& n) {
    return n;
}
template <class T, int R, int M>
auto unmasked(const selected_node<T, R, M>& n) {
    return as_node(n.selected.elements());
}
template <class T, class A>
auto unmasked(const cast_node<T, A>& n) {
    return cast_node<T, decltype(unmasked(n.of))>(pass_node(), unmasked(n.of));
}
template <class Op, class T, class... A>
auto unmasked(const call_node<Op, T, A...>& n) {
    return n.arguments.apply([](const auto&... a) { return call_nodes<Op, T>(unmasked(a)...); });
}

/// Evaluates node into out where the mask is true; false if not all are C-contiguous, of one shape, and apart.
template <class T, int R, class Node>
bool evaluate_selected(const view<T, R>& out, const view<const bool>& mask, const Node& node) {
    using Program = program_of<Node, T>;
    kernel_operand operands[Node::operands + 1];
    kernel_constant constants[Node::constants + 1];
    const index_t size = out.size();
    alike_binding b{{operands, constants}, reinterpret_cast<const std::byte*>(out.data()), size, sizeof(T)};
    if (!node.collect_alike(b, out.shape()) || !b.add_apart(mask.data(), 1)) return false;
    constexpr index_t piece = 4096;
    const double ns = element_ns(program::traits<Program>::cost, int(sizeof(T)) * (1 + Node::operands) + 1);
    run_tasks(ceil_div(size, piece), ns * double(piece), [&](index_t first, index_t last) {
        selection s{out.data(), mask.data(), first * piece, last * piece < size ? last * piece : size};
        dispatch<selected_kernel<Program>>()({&s, operands, constants, 0, false});
    });
    return true;
}

/// Evaluates node into out in one pass, if that can be.
template <class T, int R, int M, class Node>
bool assign_in_place(const masked_view<T, R, M>& out, const Node& node) {
    const view<T, R>& elements = out.elements();
    if (out.mask().ndim() != elements.ndim() || !elements.is_contiguous()) return false;
    if constexpr (reads_selections<Node>)
        if (selects_by(node, out.mask())) return evaluate_selected(elements, out.mask(), unmasked(node));
    return false;
}

template <class X, class T, int R, int M>
void assign_selected(const masked_view<T, R, M>& out, const X& x) {
    static_assert(!std::is_const_v<T>, "the elements that this mask selects are read-only");
    if constexpr (scalar<X>) {
        return assign_selected(out, constant_node<T>{weak_value<T>(x)});
    } else {
        require_fit<T, X>();
        const auto& node = as_node(x);
        if (assign_in_place(out, node)) return;
        array<T> values(uninitialized{}, dims<>(out.shape()));
        const dims<> from(node.shape());
        (void)broadcast_strides(from, from, values.shape(), "assignment to a mask");
        evaluate_into(values, node);
        out.put(values.data());
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
