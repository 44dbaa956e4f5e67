// The functions of a user's kernel whose arguments are not packs of one dtype, as mixed_operators-inl.hpp.

NUMLANE_BEGIN_TARGET

struct multiply_add_operands {
    template <float_pack P> static NUMLANE_INLINE P run(const P& a, const P& b, const P& c) {
        return multiply_add(a, b, c);
    }
};
struct hypot_operands {
    template <float_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return hypot(a, b); }
};

// clang-format off: a table
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto min(const A& a, const B& b) { return run_promoted<apply<op::minimum>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto max(const A& a, const B& b) { return run_promoted<apply<op::maximum>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto hypot(const A& a, const B& b) { return run_promoted<hypot_operands>(a, b); }
template <class A, class B, class C> requires lanes_among<A, B, C>
NUMLANE_INLINE auto clip(const A& a, const B& b, const C& c) { return run_promoted<apply<op::clip>>(a, b, c); }
template <class A, class B, class C> requires lanes_among<A, B, C>
NUMLANE_INLINE auto fma(const A& a, const B& b, const C& c) { return run_promoted<apply<op::fma>>(a, b, c); }
template <class A, class B, class C> requires lanes_among<A, B, C>
NUMLANE_INLINE auto multiply_add(const A& a, const B& b, const C& c) {
    return run_promoted<multiply_add_operands>(a, b, c);
}
template <class A> requires lanes_among<A> && (!inexact_pack<A>)
NUMLANE_INLINE auto sqrt(const A& a) { return run_promoted<apply<op::sqrt>>(a); }
template <class A> requires lanes_among<A> && (!inexact_pack<A>)
NUMLANE_INLINE auto sin(const A& a) { return run_promoted<apply<op::sin>>(a); }
template <class A> requires lanes_among<A> && (!inexact_pack<A>)
NUMLANE_INLINE auto cos(const A& a) { return run_promoted<apply<op::cos>>(a); }
template <class A> requires lanes_among<A> && (!inexact_pack<A>)
NUMLANE_INLINE auto exp(const A& a) { return run_promoted<apply<op::exp>>(a); }
template <class A> requires lanes_among<A> && (!inexact_pack<A>)
NUMLANE_INLINE auto log(const A& a) { return run_promoted<apply<op::log>>(a); }
// clang-format on

/// Whether the lanes of x are not 0, as a mask: x as dtype bool.
template <class To, class X>
    requires(std::is_same_v<To, bool> && is_lanes<X>)
NUMLANE_INLINE auto convert(const X& x) {
    if constexpr (is_mask<X>) return x;
    else return x != X(typename X::value_type(0));
}

/// The lanes of a where m is true, those of b elsewhere; m may be a bool that decides for all of them.
template <class M, class A, class B>
    requires lanes_among<M, A, B>
NUMLANE_INLINE auto select(const M& m, const A& a, const B& b) {
    constexpr bool mistaken = is_mistake<M> || is_mistake<A> || is_mistake<B>;
    constexpr bool fit = operands<M, A, B> && (is_mask<M> || std::is_same_v<M, bool>);
    static_assert(fit || mistaken, "numlane: select(mask, a, b) chooses among numbers and packs of as many lanes");
    if constexpr (!fit) {
        return mistake();
    } else {
        using P = common_lanes<M, A, B>;
        if constexpr (is_mask<M>) return select(m, as_operand<P>(a), as_operand<P>(b));
        else return m ? as_operand<P>(a) : as_operand<P>(b);
    }
}

NUMLANE_END_TARGET
