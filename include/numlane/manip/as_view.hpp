#pragma once

#include "numlane/array/array.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What the functions of shape take: an array, a view, an expression or what a mask selects.
template <class X>
concept reshapable = array_like<X> || lazy<std::remove_cvref_t<X>> || is_masked_view<std::remove_cvref_t<X>>;

/// The elements of x as a view; an expression is evaluated, a selection copied. The view of a constant array is read-only.
template <reshapable X>
auto as_view(X&& x) {
    using V = std::remove_cvref_t<X>;
    if constexpr (array_like<V>) return x.as_view();
    else return array<typename V::value_type, V::rank>(x).as_view();
}

}  // namespace detail
NUMLANE_END_NAMESPACE
