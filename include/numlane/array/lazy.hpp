#pragma once

#include <concepts>
#include <type_traits>

#include "numlane/array/dims.hpp"
#include "numlane/core/dtype.hpp"

NUMLANE_BEGIN_NAMESPACE

template <class T, int R = dynamic>
class array;
template <class T, int R = dynamic>
class view;
template <class T, int R, int M>
class masked_view;

namespace detail {

template <class A>
inline constexpr bool is_masked_view = false;
template <class T, int R, int M>
inline constexpr bool is_masked_view<masked_view<T, R, M>> = true;

template <class A>
inline constexpr bool is_array_like = false;
template <class T, int R>
inline constexpr bool is_array_like<array<T, R>> = true;
template <class T, int R>
inline constexpr bool is_array_like<view<T, R>> = true;

/// True if a rank R can take what has rank Q: they are equal, or one is found out at run time.
template <int R, int Q>
inline constexpr bool rank_fits = R == Q || R == dynamic || Q == dynamic;

/// Evaluates x into out, broadcasting it to out's shape; right also when they overlap. expr/ defines it.
template <class X, class T, int R>
void assign(const view<T, R>& out, const X& x);

/// Evaluates a lazy expression into out, which takes its shape; into its present memory if it has that shape already.
template <class T, int R, class Node>
void assign_lazy(array<T, R>& out, const Node& node);

/// Evaluates a lazy expression into out, which has its shape and is new: nothing else refers to it. expr/ defines it.
template <class T, int R, class Node>
void fill_lazy(array<T, R>& out, const Node& node);

/// Evaluates x into what a mask selects, broadcasting it to its shape; right also when they overlap. expr/ defines it.
template <class X, class T, int R, int M>
void assign_selected(const masked_view<T, R, M>& out, const X& x);

}  // namespace detail

/// An array or a view.
template <class A>
concept array_like = detail::is_array_like<std::remove_cvref_t<A>>;

/// An expression that is evaluated when it is assigned: e.shape(), and e.assign_to(a) which evaluates into an array or a view.
template <class E>
concept lazy = requires(const E& e) {
    typename E::value_type;
    typename E::lazy_tag;
    { E::rank } -> std::convertible_to<int>;
    e.shape();
};

NUMLANE_END_NAMESPACE
