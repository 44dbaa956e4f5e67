#pragma once

#include <cstddef>
#include <utility>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

template <std::size_t I, class A>
struct argument {
    A value;

    /// Holds make(x), made in its place.
    template <class Make, class X>
    NUMLANE_INLINE argument(const Make& make, X&& x) : value(make(std::forward<X>(x))) {}
    NUMLANE_INLINE argument(const argument&) = default;
    NUMLANE_INLINE argument(argument&&) noexcept = default;
    NUMLANE_INLINE ~argument() = default;
};

template <class Indices, class... A>
struct indexed_arguments;
template <std::size_t... I, class... A>
struct indexed_arguments<std::index_sequence<I...>, A...> : argument<I, A>... {
    template <class Make, class... X>
    NUMLANE_INLINE explicit indexed_arguments(const Make& make, X&&... x)
        : argument<I, A>(make, std::forward<X>(x))... {}
    NUMLANE_INLINE indexed_arguments(const indexed_arguments&) = default;
    NUMLANE_INLINE indexed_arguments(indexed_arguments&&) noexcept = default;
    NUMLANE_INLINE ~indexed_arguments() = default;

    /// function(first, second, ...)
    template <class F>
    NUMLANE_INLINE decltype(auto) apply(F&& function) const {
        return function(static_cast<const argument<I, A>&>(*this).value...);
    }
};

/// The arguments of a node: arguments<A, B>(make, x, y) holds make(x) and make(y), each made in its place. Nothing of it is
/// ever called out of line, not even where an exception unwinds: a node whose address nobody sees stays in registers.
template <class... A>
using arguments = indexed_arguments<std::make_index_sequence<sizeof...(A)>, A...>;

}  // namespace detail
NUMLANE_END_NAMESPACE
