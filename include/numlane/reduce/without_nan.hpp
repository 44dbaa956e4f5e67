#pragma once

#include "numlane/expr/as_node.hpp"

// What stands for NaN in a reduction that leaves them out.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <class T>
inline constexpr bool may_be_nan = kind_of<T> >= kind::floating;

template <class Node>
auto isnan_of(const Node& node) {
    return call_nodes<op::not_equal, bool>(node, node);
}
template <class Node>
auto not_nan_of(const Node& node) {
    return call_nodes<op::equal, bool>(node, node);
}

/// A node with `value` in the place of NaN.
template <class Node>
auto number_or(typename Node::value_type value, const Node& node) {
    using T = typename Node::value_type;
    if constexpr (!may_be_nan<T>) return node;
    else return call_nodes<op::where, T>(isnan_of(node), constant_node<T>{value}, node);
}

/// x with `value` in the place of NaN, as a node.
template <class X>
auto without_nan(const X& x, typename X::value_type value) {
    return number_or(value, as_node(x));
}

}  // namespace detail
NUMLANE_END_NAMESPACE
