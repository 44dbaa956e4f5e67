// The exponential function: x = n ln 2 + r with |r| <= ln(2)/2, n found by adding a number so large that the sum has no
// fraction, and ln 2 in two parts of which the first has few bits (W. J. Cody and W. Waite, Software manual for the elementary
// functions, 1980). e^r = 1 + r + r² p(r) is a minimax polynomial (found by Sollya), and n is added to its exponent.

NUMLANE_BEGIN_TARGET

template <class T>
struct exp_numbers;
template <>
struct exp_numbers<float> {
    static constexpr float per_ln2 = 0x1.715476p+0f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
    // e^x is a normal number within ±plain, and 0 or infinity beyond lowest and highest.
    static constexpr float plain = 87.3f, lowest = -104, highest = 89;
    static constexpr float c[] = {0x1.fffffap-2f, 0x1.555492p-3f, 0x1.555a28p-5f, 0x1.12398ep-7f, 0x1.694ac4p-10f};
};
template <>
struct exp_numbers<double> {
    static constexpr double per_ln2 = 0x1.71547652b82fep+0, ln2_high = 0x1.62e42fefa38p-1,
                            ln2_low = 0x1.ef35793c7673p-45;
    static constexpr double plain = 708.3, lowest = -746, highest = 710;
    static constexpr double c[] = {0x1.000000000000ap-1,  0x1.55555555554fdp-3,  0x1.55555555506a4p-5,
                                   0x1.1111111126ecbp-7,  0x1.6c16c1847f532p-10, 0x1.a01a012edb8a1p-13,
                                   0x1.a0199942cc2e3p-16, 0x1.71df1b0872664p-19, 0x1.28ae1ad6175d4p-22,
                                   0x1.ad900f767f2b1p-26};
};

// x / ln 2 rounded, in the lowest bits of `shifted` and as the value n; e to the power of the rest.
template <class P>
struct reduced_exponent {
    using T = typename P::value_type;
    using numbers = exp_numbers<T>;
    P shifted, n;

    NUMLANE_INLINE explicit reduced_exponent(const P& x)
        : shifted(multiply_add(x, P(numbers::per_ln2), P(float_bits<T>::rounding))),
          n(shifted - P(float_bits<T>::rounding)) {}
    NUMLANE_INLINE P rest_of(const P& x) const {
        const P r = multiply_add(n, P(-numbers::ln2_low), multiply_add(n, P(-numbers::ln2_high), x));
        const P one(T(1)), p = polynomial(r, numbers::c);
#if NUMLANE_TARGET_FMA
        return multiply_add(multiply_add(p, r, one), r, one);
#else
        return one + (r + r * r * p);  // one operation more, and half a rounding less
#endif
    }
};

// For any x: the power of two in two factors, for it may be out of the range of T while the result is not. Where the result
// is 0, nothing is computed that underflows, which CPUs are slow at.
struct exp_far {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        using bits = float_bits<T>;
        const P zero(T(0));
        const auto vanishes = x <= P(exp_numbers<T>::lowest);
        const P limited = smaller_or(P(exp_numbers<T>::highest), select(vanishes, zero, x));
        const reduced_exponent<P> e(limited);
        const P half = multiply_add(e.n, P(T(0.5)), P(bits::rounding)), other = e.n - (half - P(bits::rounding));
        const word_pack<P> one(bits::of(T(1)));
        const P first = floats<P>(shift_left<bits::fraction>(words(half)) + one);
        const P second = floats<P>(shift_left<bits::fraction>(words(other + P(bits::rounding))) + one);
        return select(vanishes, zero, e.rest_of(limited) * first * second);
    }
};
struct exp_registers {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        const reduced_exponent<P> e(x);
        const P y = floats<P>(words(e.rest_of(x)) + shift_left<float_bits<T>::fraction>(words(e.shifted)));
        if (__builtin_expect(all_of(abs(x) <= P(exp_numbers<T>::plain)), 1)) return y;
        return far<exp_far>(x);
    }
};

NUMLANE_END_TARGET
