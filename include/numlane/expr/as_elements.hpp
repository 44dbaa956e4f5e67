#pragma once

#include "numlane/expr/as_node.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// x as elements of F: itself where it is an array or a view of that dtype, otherwise a converted copy.
template <class F, array_operand X>
view<const F> as_elements(const X& x) {
    if constexpr (array_like<X> && std::same_as<typename X::value_type, F>) return view<const F>(x.as_view());
    else return array<F>(x).as_view();
}

}  // namespace detail
NUMLANE_END_NAMESPACE
