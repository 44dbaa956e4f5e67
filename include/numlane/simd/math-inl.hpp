// The back end's math functions within the ranges they are made for, and the C library's outside of them.

NUMLANE_BEGIN_TARGET

// Recomputes with Function the lanes of one register in which `outside` is true: NaN, infinities, huge arguments.
template <class Function, class T, int N>
NUMLANE_NOINLINE void repair_lanes(const T* x, T* y, std::uint64_t outside) {
    for (int i = 0; i < N; ++i)
        if (outside >> i & 1) y[i] = Function::run(x[i]);
}

// y = approximation of Function(x), right only for lowest <= x <= highest.
template <class Function, class T, int N>
NUMLANE_INLINE pack<T, N> repair(const pack<T, N, true>& x, const pack<T, N, true>& y, T lowest, T highest) {
    using P = pack<T, N>;
    const auto inside = (x >= P(lowest)) & (x <= P(highest));
    if (__builtin_expect(all_of(inside), 1)) return y;
    lane_buffer<T, N> from(x), to(y);
    repair_lanes<Function, T, N>(from.at, to.at, ~to_bits(inside));
    return P(hn::Load(typename P::tag(), to.at));
}

// As repair, for sine and cosine: of_tiny is right where x is next to 0. The polynomials lose the sign of zero there,
// and their cos(0) is not quite 1.
template <class Function, class T, int N>
NUMLANE_INLINE pack<T, N> repair_angles(const pack<T, N, true>& x, const pack<T, N, true>& y,
                                        const pack<T, N, true>& of_tiny) {
    using P = pack<T, N>;
    constexpr T tiny = sizeof(T) == 4 ? T(0x1p-12) : T(0x1p-27), huge = 39000;
    const P size = abs(x);
    if (__builtin_expect(all_of((size >= P(tiny)) & (size <= P(huge))), 1)) return y;
    return repair<Function>(x, select(size < P(tiny), of_tiny, y), -huge, huge);
}

struct sin_registers {
    template <class P> static NUMLANE_INLINE P run(const P& x) {
        return repair_angles<detail::sin_lane>(x, P(hn::Sin(typename P::tag(), x.v)), x);
    }
};
struct cos_registers {
    template <class P> static NUMLANE_INLINE P run(const P& x) {
        return repair_angles<detail::cos_lane>(x, P(hn::Cos(typename P::tag(), x.v)), P(typename P::value_type(1)));
    }
};
struct exp_registers {
    template <class P> static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        constexpr bool single = sizeof(T) == 4;
        return repair<detail::exp_lane>(x, P(hn::Exp(typename P::tag(), x.v)), single ? T(-87) : T(-708),
                                        single ? T(88) : T(706));
    }
};
struct log_registers {
    template <class P> static NUMLANE_INLINE P run(const P& x) {
        using limits = std::numeric_limits<typename P::value_type>;
        return repair<detail::log_lane>(x, P(hn::Log(typename P::tag(), x.v)), limits::min(), limits::max());
    }
};

template <class Function, float_pack P>
NUMLANE_INLINE P math(const P& x) {
    if constexpr (P::native) return Function::run(x);
    else return P(math<Function>(x.lo), math<Function>(x.hi));
}

/// Sine of every lane in radians; at most 3 ULP.
template <float_pack P>
NUMLANE_INLINE P sin(const P& x) {
    return math<sin_registers>(x);
}
/// Cosine of every lane in radians; at most 3 ULP.
template <float_pack P>
NUMLANE_INLINE P cos(const P& x) {
    return math<cos_registers>(x);
}
/// e to the power of every lane; at most 1.1 ULP.
template <float_pack P>
NUMLANE_INLINE P exp(const P& x) {
    return math<exp_registers>(x);
}
/// The natural logarithm of every lane; at most 1 ULP.
template <float_pack P>
NUMLANE_INLINE P log(const P& x) {
    return math<log_registers>(x);
}

NUMLANE_END_TARGET
