#pragma once

#include <cstddef>
#include <utility>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <std::size_t I, class A>
struct argument {
    A value;
};

template <class Indices, class... A>
struct indexed_arguments;
template <std::size_t... I, class... A>
struct indexed_arguments<std::index_sequence<I...>, A...> : argument<I, A>... {
    /// function(first, second, ...)
    template <class F>
    NUMLANE_INLINE decltype(auto) apply(F&& function) const {
        return function(static_cast<const argument<I, A>&>(*this).value...);
    }
};

/// The arguments of a node. An aggregate, unlike std::tuple: arguments<A, B>{{a()}, {b()}} makes each in its place.
template <class... A>
using arguments = indexed_arguments<std::make_index_sequence<sizeof...(A)>, A...>;

}  // namespace detail
NUMLANE_END_NAMESPACE
