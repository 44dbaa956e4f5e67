// The remainder of floats with the sign of the divisor. With FMA, a - n b is exact for the integer n nearest to a / b, so that
// no more than a division is needed; the C library's fmod does the same bit by bit, and takes huge quotients.

NUMLANE_BEGIN_TARGET

#if NUMLANE_TARGET_FMA
template <class T, int N>
NUMLANE_INLINE pack<T, N> remainder_register(const pack<T, N, true>& a, const pack<T, N, true>& b) {
    using P = pack<T, N>;
    const P zero(T(0)), rounding(float_bits<T>::rounding), quotient = a / b;
    const P n = (quotient + rounding) - rounding;
    const P rest = select(n == zero, a, multiply_add(-n, b, a));  // b may be infinite
    const P signed_zero = floats<P>(words(b) & word_pack<P>(float_bits<T>::of(-T(0))));
    const P y = select(rest == zero, signed_zero, select((rest < zero) ^ (b < zero), rest + b, rest));
    // Beyond, n may be wrong by one or more.
    constexpr T largest = T(std::uint64_t(1) << (float_bits<T>::fraction - 2));
    if (__builtin_expect(all_of((abs(quotient) <= P(largest)) & (rest == rest)), 1)) return y;
    return by_lane<P, detail::remainder_lane>(a, b);
}
#endif

/// The remainder of a / b in every lane with the sign of b, as numpy.remainder.
template <real_pack P>
NUMLANE_INLINE P remainder(const P& a, const P& b) {
#if NUMLANE_TARGET_FMA
    if constexpr (float_pack<P>) {
        if constexpr (P::native) return remainder_register(a, b);
        else return P(remainder(a.lo, b.lo), remainder(a.hi, b.hi));
    } else
#endif
        return by_lane<P, detail::remainder_lane>(a, b);
}

NUMLANE_END_TARGET
