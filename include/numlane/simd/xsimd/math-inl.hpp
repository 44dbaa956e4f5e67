// xsimd's math where it is accurate enough, for |x| <= 39000, beyond which simd/math-inl.hpp takes other means. Plain lanes
// go through a whole batch, so that a value does not depend on the kind of register it is in.

NUMLANE_BEGIN_TARGET
namespace hn {

// Less the multiple of pi/2 nearest to x, in four parts of which the first three have 33 bits, so that their products with
// the multiple are exact (W. J. Cody and W. Waite, Software manual for the elementary functions, 1980). xsimd's own
// reduction of doubles loses many digits next to the roots.
struct reduced_angle {
    batch<double> rest;
    batch<std::uint64_t> quadrant;  // in its lowest two bits

    NUMLANE_INLINE explicit reduced_angle(const batch<double>& x) {
        const batch<double> rounding(0x1.8p52);  // whose last bit is a one
        const batch<double> rounded = MulAdd(x, batch<double>(0x1.45f306dc9c883p-1), rounding);
        const batch<double> n = rounded - rounding;
        const batch<double> most = (x - n * batch<double>(0x1.921fb544p+0)) - n * batch<double>(0x1.0b4611a6p-34);
        rest = most - (n * batch<double>(0x1.3198a2ep-69) + n * batch<double>(0x1.b839a252049c1p-104));
        quadrant = bits_of(rounded);
    }

    // The sine of the angle and Turns quarters of a circle.
    template <int Turns>
    NUMLANE_INLINE batch<double> sine() const {
        using U = batch<std::uint64_t>;
        const auto both = ::xsimd::sincos(rest);
        const U turned = quadrant + U(std::uint64_t(Turns));
        const auto even = __builtin_bit_cast(batch_bool<double>, (turned & U(std::uint64_t(1))) == U(std::uint64_t(0)));
        const U sign = (turned << 62) & sign_bits<double>();
        return __builtin_bit_cast(batch<double>, bits_of(::xsimd::select(even, both.first, both.second)) ^ sign);
    }
};

struct xsimd_sin {
    static NUMLANE_INLINE batch<float> run(const batch<float>& x) { return ::xsimd::sin(x); }
    static NUMLANE_INLINE batch<double> run(const batch<double>& x) { return reduced_angle(x).sine<0>(); }
};
struct xsimd_cos {
    static NUMLANE_INLINE batch<float> run(const batch<float>& x) { return ::xsimd::cos(x); }
    static NUMLANE_INLINE batch<double> run(const batch<double>& x) { return reduced_angle(x).sine<1>(); }
};
// xsimd's exponential of floats errs by 1.5 ULP; that of doubles, rounded, does not.
struct xsimd_exp {
    static NUMLANE_INLINE batch<float> run(const batch<float>& x) {
        constexpr int half = NUMLANE_TARGET_LANES(double);
        using single = lane_tag<float, half>;
        using twice = lane_tag<double, half>;
        const batch<double> low = ::xsimd::exp(PromoteTo(twice(), LowerHalf(single(), x)));
        const batch<double> high = ::xsimd::exp(PromoteTo(twice(), UpperHalf(single(), x)));
        return Combine(lane_tag<float, 2 * half>(), DemoteTo(single(), high), DemoteTo(single(), low));
    }
    static NUMLANE_INLINE batch<double> run(const batch<double>& x) { return ::xsimd::exp(x); }
};
struct xsimd_log {
    template <class V> static NUMLANE_INLINE V run(const V& x) { return ::xsimd::log(x); }
};

template <class Function, class D>
NUMLANE_INLINE Vec<D> math(D, const Vec<D>& x) {
    using T = typename D::value_type;
    using whole = lane_tag<T, NUMLANE_TARGET_LANES(T)>;
    if constexpr (plain_tag<D>) {
        lane_array<T, whole::size> v;
        for (int i = 0; i < whole::size; ++i) v.at[i] = x.at[i % D::size];
        v = to_lanes(Function::run(from_lanes<whole>(v)));
        Vec<D> y;
        for (int i = 0; i < D::size; ++i) y.at[i] = v.at[i];
        return y;
    } else {
        return Function::run(x);
    }
}
template <class D>
NUMLANE_INLINE Vec<D> Sin(D d, const Vec<D>& x) {
    return math<xsimd_sin>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Cos(D d, const Vec<D>& x) {
    return math<xsimd_cos>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Exp(D d, const Vec<D>& x) {
    return math<xsimd_exp>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Log(D d, const Vec<D>& x) {
    return math<xsimd_log>(d, x);
}

}  // namespace hn
NUMLANE_END_TARGET
