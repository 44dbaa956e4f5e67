// The natural logarithm: x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), and log(1 + f) = log((1 + s) / (1 - s))
// with s = f / (2 + f), an odd polynomial in s (found by Sollya). It is summed as in the FreeBSD library's e_log.c: f - f²/2
// first, which are exact or nearly so, and a small correction.

NUMLANE_BEGIN_TARGET

template <class T>
struct log_numbers;
template <>
struct log_numbers<float> {
    static constexpr float integers = 0x1p23f, bias = integers + 127;  // whose last bit is a one
    static constexpr float root_half = 0x1.6a09e6p-1f, ln2_high = 0x1.62e4p-1f, ln2_low = 0x1.7f7d1cp-20f;
    static constexpr float c[] = {0x1.55557ap-1f, 0x1.995edp-2f, 0x1.31e1a8p-2f};
};
template <>
struct log_numbers<double> {
    static constexpr double integers = 0x1p52, bias = integers + 1023;
    static constexpr double root_half = 0x1.6a09e667f3bcdp-1, ln2_high = 0x1.62e42fefa38p-1,
                            ln2_low = 0x1.ef35793c7673p-45;
    static constexpr double c[] = {0x1.5555555555593p-1, 0x1.999999997fa96p-2, 0x1.249249421c5fbp-2,
                                   0x1.c71c51e5ff7b1p-3, 0x1.746646530a96fp-3, 0x1.39a0f5a835ae9p-3,
                                   0x1.2f0d67381a654p-3};
};

// Of a normal number x. `bias` is what the exponent of x is too large by, added to 2^fraction.
template <class P>
NUMLANE_INLINE P log_of_normal(const P& x, const P& bias) {
    using T = typename P::value_type;
    using numbers = log_numbers<T>;
    using bits = float_bits<T>;
    using W = word_pack<P>;
    constexpr auto from = bits::of(numbers::root_half);
    const W shifted = words(x) + W(bits::of(T(1)) - from);
    const P k = floats<P>(shift_right<bits::fraction>(shifted) | W(bits::of(log_numbers<T>::integers))) - bias;
    const P f = floats<P>((shifted & W(bits::fraction_bits)) + W(from)) - P(T(1));
    const P s = f / (f + P(T(2))), z = s * s;
    const P correction = multiply_add(-s, multiply_add(-z, polynomial(z, numbers::c), f), k * P(numbers::ln2_low));
    return multiply_add(k, P(numbers::ln2_high), f + correction);
}

struct log_far {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        using limits = std::numeric_limits<T>;
        constexpr int up = limits::digits + 1;
        const auto denormal = x < P(limits::min());
        const P y = log_of_normal(select(denormal, x * P(T(std::uint64_t(1) << up)), x),
                                  select(denormal, P(log_numbers<T>::bias + up), P(log_numbers<T>::bias)));
        const P below = select(x == P(T(0)), P(-float_bits<T>::inf), P(float_bits<T>::nan));
        return select(x <= P(limits::max()), select(x > P(T(0)), y, below), x);
    }
};
struct log_registers {
    template <class P>
    static NUMLANE_INLINE P run(const P& x) {
        using T = typename P::value_type;
        using limits = std::numeric_limits<T>;
        const P y = log_of_normal(x, P(log_numbers<T>::bias));
        if (__builtin_expect(all_of((x >= P(limits::min())) & (x <= P(limits::max()))), 1)) return y;
        return far<log_far>(x);
    }
};

NUMLANE_END_TARGET
