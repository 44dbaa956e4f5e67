#pragma once

#include "numlane/array/array.hpp"
#include "numlane/array/masked_view.hpp"

NUMLANE_BEGIN_NAMESPACE

/// What can be printed and saved: an array or a view, or what an array can be made from: an expression, or the elements
/// that a mask selects.
template <class A>
concept array_valued = array_like<A> || lazy<A> || detail::is_masked_view<A>;

NUMLANE_END_NAMESPACE
