// Sine and cosine of angles up to `largest`, and the C library's beyond. The multiple of pi nearest to x is taken away in
// parts, so that the rest is right next to the roots too (W. J. Cody and W. Waite, Software manual for the elementary functions,
// 1980). With FMA the product of a whole part is exact, and three parts of full length do; without it there are four of
// so few bits that their products are. The sine of the rest is an odd minimax polynomial (found by Sollya).

NUMLANE_BEGIN_TARGET

template <class T>
struct angle_numbers;
template <>
struct angle_numbers<float> {
    static constexpr float per_pi = 0x1.45f306p-2f;
#if NUMLANE_TARGET_FMA
    static constexpr float largest = 3e5f;
    static constexpr float pi[] = {0x1.921fb6p+1f, -0x1.777a5cp-24f, -0x1.ee59dap-49f};
#else
    static constexpr float largest = 39000;
    static constexpr float pi[] = {0x1.92p+1f, 0x1.fbp-11f, 0x1.51p-21f, 0x1.0b4612p-33f};
#endif
    static constexpr float c[] = {-0x1.55554cp-3f, 0x1.110edap-7f, -0x1.9f70eep-13f, 0x1.5dc8c2p-19f};
};
template <>
struct angle_numbers<double> {
    static constexpr double per_pi = 0x1.45f306dc9c883p-2;
#if NUMLANE_TARGET_FMA
    static constexpr double largest = 1e8;
    static constexpr double pi[] = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53, -0x1.f1976b7ed8fbcp-109};
#else
    static constexpr double largest = 39000;
    static constexpr double pi[] = {0x1.921fb5444p+1, 0x1.68c234c4c8p-38, -0x1.9d747f23ep-78, -0x1.976b7ed8fbbadp-117};
#endif
    static constexpr double c[] = {-0x1.5555555555555p-3,  0x1.11111111110c9p-7,   -0x1.a01a01a014ebp-13,
                                   0x1.71de3a52aa605p-19,  -0x1.ae6454d92298ap-26, 0x1.6123ce3ca9fffp-33,
                                   -0x1.ae43d612dc2f3p-41, 0x1.883b4f037d73dp-49};
};

template <class P, class T, std::size_t N, std::size_t... I>
NUMLANE_INLINE P without_multiple(const P& x, const P& n, const T (&parts)[N], std::index_sequence<I...>) {
    P r = x;
    ((r = multiply_add(n, P(-parts[I]), r)), ...);
    return r;
}
// The sine of x - n pi, which rounding may not take beyond 1. `sign` has the sign bit where it is to change.
template <class P>
NUMLANE_INLINE P sine_of_rest(const P& x, const P& n, const word_pack<P>& sign) {
    using numbers = angle_numbers<typename P::value_type>;
    constexpr auto parts = std::size(numbers::pi);
    const P r = without_multiple(x, n, numbers::pi, std::make_index_sequence<parts>());
    const P square = r * r, one(typename P::value_type(1));
    const P y = multiply_add(r * square, polynomial(square, numbers::c), r);
    return floats<P>(words(larger_or(-one, smaller_or(one, y))) ^ sign);
}

// The lanes of y, and Function's of x where |x| is out of range.
template <class Function, class P>
NUMLANE_NOINLINE void repair_angles(const typename P::value_type* x, typename P::value_type* y) {
    constexpr auto largest = angle_numbers<typename P::value_type>::largest;
    for (int i = 0; i < P::size; ++i)
        if (!(x[i] <= largest && x[i] >= -largest)) y[i] = Function::run(x[i]);
}
template <class Function, class T, int N>
NUMLANE_INLINE pack<T, N> with_large_angles(const pack<T, N, true>& x, const pack<T, N, true>& y) {
    using P = pack<T, N>;
    lane_buffer<T, N> from(x), to(y);
    repair_angles<Function, P>(from.at, to.at);
    return P(hn::Load(typename P::tag(), to.at));
}

struct sin_registers {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        using bits = float_bits<T>;
        const P size = abs(x), rounding(bits::rounding);  // the size, for the zeros keep their signs so
        const P shifted = multiply_add(size, P(angle_numbers<T>::per_pi), rounding);
        const auto sign = shift_left<bits::sign>(words(shifted)) ^ words(x) ^ words(size);
        const P y = sine_of_rest(size, shifted - rounding, sign);
        if (__builtin_expect(all_of(size <= P(angle_numbers<T>::largest)), 1)) return y;
        return with_large_angles<detail::sin_lane>(x, y);
    }
};
// cos(x) = (-1)^(m + 1) sin(x - (m + 1/2) pi).
struct cos_registers {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        using bits = float_bits<T>;
        const P size = abs(x), rounding(bits::rounding);
        const P shifted = multiply_add(size, P(angle_numbers<T>::per_pi), P(T(-0.5))) + rounding;
        const auto sign = shift_left<bits::sign>(~words(shifted));
        const P y = sine_of_rest(size, (shifted - rounding) + P(T(0.5)), sign);
        if (__builtin_expect(all_of(size <= P(angle_numbers<T>::largest)), 1)) return y;
        return with_large_angles<detail::cos_lane>(x, y);
    }
};

NUMLANE_END_TARGET
