// apply<Op>: what each operation does to packs (and to masks, which are bool). A class template for each, because
// overloads that a later header adds to this namespace would not be found.

NUMLANE_BEGIN_TARGET

// clang-format off: a table, a line or two for each operation
template <class Op>
struct apply;

// A mask for both arguments: comparing lanes of different sizes may have made them.
template <class M, class Other>
NUMLANE_INLINE M same_size(const M&, const Other& other) { return resize_mask<M::lane_size>(other); }

template <> struct apply<op::add> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a + b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a | same_size(a, b); }
};
template <> struct apply<op::subtract> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a - b; }
};
template <> struct apply<op::multiply> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a * b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a & same_size(a, b); }
};
template <> struct apply<op::divide> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a / b; }
};
template <> struct apply<op::floor_divide> {
    template <real_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) {
        return by_lane<P, detail::floor_divide_lane>(a, b);
    }
};
template <> struct apply<op::remainder> {
    template <real_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) {
        return remainder(a, b);
    }
};
template <> struct apply<op::negative> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a) { return -a; }
};
template <> struct apply<op::positive> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a) { return a; }
};
template <> struct apply<op::absolute> {
    template <any_pack P> static NUMLANE_INLINE auto run(const P& a) { return abs(a); }
    template <any_mask M> static NUMLANE_INLINE M run(const M& a) { return a; }
};
template <> struct apply<op::square> {
    template <any_pack P> static NUMLANE_INLINE P run(const P& a) { return a * a; }
    template <any_mask M> static NUMLANE_INLINE M run(const M& a) { return a; }
};
template <> struct apply<op::fma> {
    template <float_pack P> static NUMLANE_INLINE P run(const P& a, const P& b, const P& c) { return fma(a, b, c); }
};
template <> struct apply<op::minimum> {
    template <real_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return min(a, b); }
    template <complex_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) {
        return select((a <= b) | (a != a), a, b);
    }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a & same_size(a, b); }
};
template <> struct apply<op::maximum> {
    template <real_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return max(a, b); }
    template <complex_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) {
        return select((a >= b) | (a != a), a, b);
    }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a | same_size(a, b); }
};
template <> struct apply<op::clip> {
    template <real_pack P> static NUMLANE_INLINE P run(const P& a, const P& low, const P& high) {
        return clip(a, low, high);
    }
    template <class A, class Low, class High>
    static NUMLANE_INLINE auto run(const A& a, const Low& low, const High& high) {
        return apply<op::minimum>::run(apply<op::maximum>::run(a, low), high);
    }
};
template <> struct apply<op::where> {
    template <any_mask M, any_pack P> static NUMLANE_INLINE P run(const M& m, const P& a, const P& b) {
        return select(m, a, b);
    }
    template <any_mask M, any_mask A, any_mask B>
    static NUMLANE_INLINE M run(const M& m, const A& a, const B& b) { return select(m, a, b); }
};

template <> struct apply<op::sqrt> {
    template <inexact_pack P> static NUMLANE_INLINE P run(const P& a) { return sqrt(a); }
};
template <> struct apply<op::sin> {
    template <inexact_pack P> static NUMLANE_INLINE P run(const P& a) { return sin(a); }
};
template <> struct apply<op::cos> {
    template <inexact_pack P> static NUMLANE_INLINE P run(const P& a) { return cos(a); }
};
template <> struct apply<op::exp> {
    template <inexact_pack P> static NUMLANE_INLINE P run(const P& a) { return exp(a); }
};
template <> struct apply<op::log> {
    template <inexact_pack P> static NUMLANE_INLINE P run(const P& a) { return log(a); }
};

template <> struct apply<op::equal> {
    template <any_pack P> static NUMLANE_INLINE auto run(const P& a, const P& b) { return a == b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return !(a ^ same_size(a, b)); }
};
template <> struct apply<op::not_equal> {
    template <any_pack P> static NUMLANE_INLINE auto run(const P& a, const P& b) { return a != b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a ^ same_size(a, b); }
};
template <> struct apply<op::less> {
    template <any_pack P> static NUMLANE_INLINE auto run(const P& a, const P& b) { return a < b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return (!a) & same_size(a, b); }
};
template <> struct apply<op::less_equal> {
    template <any_pack P> static NUMLANE_INLINE auto run(const P& a, const P& b) { return a <= b; }
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return (!a) | same_size(a, b); }
};
template <> struct apply<op::greater> {
    template <class A, class B> static NUMLANE_INLINE auto run(const A& a, const B& b) { return apply<op::less>::run(b, a); }
};
template <> struct apply<op::greater_equal> {
    template <class A, class B> static NUMLANE_INLINE auto run(const A& a, const B& b) {
        return apply<op::less_equal>::run(b, a);
    }
};

template <> struct apply<op::logical_and> {
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a & same_size(a, b); }
};
template <> struct apply<op::logical_or> {
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a | same_size(a, b); }
};
template <> struct apply<op::logical_xor> {
    template <any_mask M, any_mask L> static NUMLANE_INLINE M run(const M& a, const L& b) { return a ^ same_size(a, b); }
};
template <> struct apply<op::logical_not> {
    template <any_mask M> static NUMLANE_INLINE M run(const M& a) { return !a; }
};
template <> struct apply<op::bitwise_and> : apply<op::logical_and> {
    using apply<op::logical_and>::run;
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a & b; }
};
template <> struct apply<op::bitwise_or> : apply<op::logical_or> {
    using apply<op::logical_or>::run;
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a | b; }
};
template <> struct apply<op::bitwise_xor> : apply<op::logical_xor> {
    using apply<op::logical_xor>::run;
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a ^ b; }
};
template <> struct apply<op::invert> {
    template <any_mask M> static NUMLANE_INLINE M run(const M& a) { return !a; }
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a) { return ~a; }
};
template <> struct apply<op::left_shift> {
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a << b; }
};
template <> struct apply<op::right_shift> {
    template <integer_pack P> static NUMLANE_INLINE P run(const P& a, const P& b) { return a >> b; }
};

template <> struct apply<op::real> {
    template <complex_pack P> static NUMLANE_INLINE auto run(const P& a) { return a.re; }
    template <class P> static NUMLANE_INLINE P run(const P& a) { return a; }
};
template <> struct apply<op::imag> {
    template <complex_pack P> static NUMLANE_INLINE auto run(const P& a) { return a.im; }
    template <real_pack P> static NUMLANE_INLINE P run(const P&) { return P(typename P::value_type(0)); }
    template <any_mask M> static NUMLANE_INLINE M run(const M&) { return M(false); }
};
template <> struct apply<op::conj> {
    template <complex_pack P> static NUMLANE_INLINE P run(const P& a) { return conj(a); }
    template <class P> static NUMLANE_INLINE P run(const P& a) { return a; }
};

template <class Kernel>
struct apply<op::user<Kernel>> {
    template <class... P>
    static NUMLANE_INLINE auto run(const P&... p) {
        const auto result = typename Kernel::template body<NUMLANE_TARGET>()(p...);
        using R = std::remove_const_t<decltype(result)>;
        if constexpr (element<R>) return lanes<R, first_lanes_among<P...>::type::size>(result);
        else return result;
    }
};
// clang-format on

NUMLANE_END_TARGET
