#pragma once

#include "numlane/core/program.hpp"

// Programs for one array that occurs several times in an expression. Which arrays are the same is known when they are
// bound, not when the expression is compiled, so such a program stands beside the general one.
NUMLANE_BEGIN_NAMESPACE
namespace program {

/// Of dtypes that differ; void is the dtype of what has no operands.
struct several_dtypes {};
template <class A, class B>
using common_dtype = std::conditional_t<std::is_void_v<A> || std::is_same_v<A, B>, B,
                                        std::conditional_t<std::is_void_v<B>, A, several_dtypes>>;

template <class P>
struct merge_operands {
    using dtype = void;
    using type = P;
};
template <class T, int I>
struct merge_operands<load<T, I>> {
    using dtype = T;
    using type = given<T>;
};
template <class T, class P>
struct merge_operands<cast<T, P>> {
    using dtype = typename merge_operands<P>::dtype;
    using type = cast<T, typename merge_operands<P>::type>;
};
template <class Op, class T, class A>
struct merge_operands<call<Op, T, A>> {
    using dtype = typename merge_operands<A>::dtype;
    using type = call<Op, T, typename merge_operands<A>::type>;
};
template <class Op, class T, class A, class... Rest>
struct merge_operands<call<Op, T, A, Rest...>> {
    using dtype = common_dtype<typename merge_operands<A>::dtype, typename merge_operands<call<Op, T, Rest...>>::dtype>;
    using type = call<Op, T, typename merge_operands<A>::type, typename merge_operands<Rest>::type...>;
};

/// The dtype that all operands of P have, or several_dtypes.
template <class P>
using operand_dtype = typename merge_operands<P>::dtype;

/// P where all of its operands are one array.
template <class P>
using merged = with_given<operand_dtype<P>, typename merge_operands<P>::type>;

/// Whether P is more than one call of arrays, in which nobody writes one array several times.
template <class P>
inline constexpr bool nests_calls = false;
template <class P>
inline constexpr bool is_call = false;
template <class Op, class T, class... P>
inline constexpr bool is_call<call<Op, T, P...>> = (false || ... || (traits<P>::operands > 0));
template <class T, class P>
inline constexpr bool is_call<cast<T, P>> = is_call<P>;
template <class Op, class T, class... P>
inline constexpr bool nests_calls<call<Op, T, P...>> = (false || ... || is_call<P>);
template <class T, class P>
inline constexpr bool nests_calls<cast<T, P>> = nests_calls<P>;

}  // namespace program
NUMLANE_END_NAMESPACE
