// The operators of a user's kernel whose operands are not packs of one dtype (mixed_operands-inl.hpp). Those of equal packs
// in simd/ are more specialised and come first.

NUMLANE_BEGIN_TARGET

// True division, as of arrays: that of integers gives float64.
struct divide_operands {
    template <any_pack P>
        requires(!integer_pack<P>)
    static NUMLANE_INLINE P run(const P& a, const P& b) {
        return a / b;
    }
    template <integer_pack P>
    static NUMLANE_INLINE auto run(const P& a, const P& b) {
        return convert<double>(a) / convert<double>(b);
    }
};
// clang-format off: a table
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator+(const A& a, const B& b) { return run_promoted<apply<op::add>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator-(const A& a, const B& b) { return run_promoted<apply<op::subtract>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator*(const A& a, const B& b) { return run_promoted<apply<op::multiply>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator/(const A& a, const B& b) { return run_promoted<divide_operands>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator&(const A& a, const B& b) { return run_promoted<apply<op::bitwise_and>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator|(const A& a, const B& b) { return run_promoted<apply<op::bitwise_or>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator^(const A& a, const B& b) { return run_promoted<apply<op::bitwise_xor>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator&&(const A& a, const B& b) { return run_promoted<apply<op::logical_and>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator||(const A& a, const B& b) { return run_promoted<apply<op::logical_or>>(a, b); }

template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator==(const A& a, const B& b) { return run_promoted<apply<op::equal>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator!=(const A& a, const B& b) { return run_promoted<apply<op::not_equal>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator<(const A& a, const B& b) { return run_promoted<apply<op::less>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator<=(const A& a, const B& b) { return run_promoted<apply<op::less_equal>>(a, b); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator>(const A& a, const B& b) { return run_promoted<apply<op::less>>(b, a); }
template <class A, class B> requires lanes_among<A, B>
NUMLANE_INLINE auto operator>=(const A& a, const B& b) { return run_promoted<apply<op::less_equal>>(b, a); }
// clang-format on

// A number of places that T may not hold, as one that shifts everything out.
template <class T, class N>
NUMLANE_INLINE auto shift_count(const N& places) {
    if constexpr (std::is_integral_v<N> && std::is_integral_v<T> && !std::is_same_v<T, bool>) {
        constexpr unsigned width = 8 * sizeof(T);
        return T(std::uint64_t(places) < width ? unsigned(places) : width);
    } else {
        return places;
    }
}
template <class A, class B>
    requires operands<A, B>
NUMLANE_INLINE auto operator<<(const A& a, const B& b) {
    return run_promoted<apply<op::left_shift>>(a, shift_count<common_dtype<A, B>>(b));
}
template <class A, class B>
    requires operands<A, B>
NUMLANE_INLINE auto operator>>(const A& a, const B& b) {
    return run_promoted<apply<op::right_shift>>(a, shift_count<common_dtype<A, B>>(b));
}

// Assignments keep the dtype: what would change it is refused.
template <class P, class R>
NUMLANE_INLINE P& assign_same(P& p, const R& result) {
    static_assert(std::is_same_v<P, R> || is_mistake<R>,
                  "numlane: the result has another dtype than the pack it is assigned to; convert<T>(x) makes it fit");
    if constexpr (std::is_same_v<P, R>) p = result;
    return p;
}
// clang-format off: a table
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator+=(P& a, const Q& b) { return assign_same(a, a + b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator-=(P& a, const Q& b) { return assign_same(a, a - b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator*=(P& a, const Q& b) { return assign_same(a, a * b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator/=(P& a, const Q& b) { return assign_same(a, a / b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator&=(P& a, const Q& b) { return assign_same(a, a & b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator|=(P& a, const Q& b) { return assign_same(a, a | b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator^=(P& a, const Q& b) { return assign_same(a, a ^ b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator<<=(P& a, const Q& b) { return assign_same(a, a << b); }
template <class P, class Q> requires is_lanes<P>
NUMLANE_INLINE P& operator>>=(P& a, const Q& b) { return assign_same(a, a >> b); }
// clang-format on

template <any_pack P>
NUMLANE_INLINE P& operator++(P& p) {
    return p = p + P(typename P::value_type(1));
}
template <any_pack P>
NUMLANE_INLINE P& operator--(P& p) {
    return p = p - P(typename P::value_type(1));
}
template <any_pack P>
NUMLANE_INLINE P operator++(P& p, int) {
    const P before = p;
    ++p;
    return before;
}
template <any_pack P>
NUMLANE_INLINE P operator--(P& p, int) {
    const P before = p;
    --p;
    return before;
}

NUMLANE_END_TARGET
