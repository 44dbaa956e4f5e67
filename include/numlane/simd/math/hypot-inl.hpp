// sqrt(x² + y²) with the same bits on every target: float32 by way of float64, where no square overflows; float64 with what
// the roundings of the squares, of their sum and of the root took away (T. J. Dekker, A floating-point technique for
// extending the available precision, 1971) put back at the end.

NUMLANE_BEGIN_TARGET

struct less_square_registers {
    template <class V> static NUMLANE_INLINE V run(V c, V a) { return hn::NegMulAdd(a, a, c); }
};
// c - a * a, where it is a number of float64 and c is next to it; no product of halves may overflow.
template <class P>
NUMLANE_INLINE P less_square(const P& c, const P& a) {
#if NUMLANE_TARGET_FMA
    return by_register<P, less_square_registers>(c, a);
#else
    const P shifted = a * P(0x1p27 + 1), high = shifted - (shifted - a), low = a - high, square = a * a;
    return (c - square) - (((high * high - square) + P(2.0) * high * low) + low * low);
#endif
}

// For 0 <= small <= big, neither so large or so small that big² is not a normal number.
template <class P>
NUMLANE_INLINE P hypot_in_range(const P& big, const P& small) {
    const P big2 = big * big, small2 = small * small, sum = big2 + small2;
    const P lost = (small2 - (sum - big2)) - (less_square(big2, big) + less_square(small2, small));
    const P root = sqrt(sum), rest = less_square(sum, root) + lost;
    // rest / (2 root), which is less than a unit in the last place: two per cent more or less do not matter. The integer
    // gives 1 / (2 root) to 12 per cent, and one step of Newton's squares that error.
    const P rough = floats<P>(word_pack<P>(0x7fce623822835eeau) - words(root));
    const P reciprocal = rough * (P(2.0) - (root + root) * rough);
    return root + rest * reciprocal;
}

template <class P>
NUMLANE_INLINE P hypot_anywhere(const P& x, const P& y) {
    const P size_x = abs(x), size_y = abs(y), inf(float_bits<double>::inf);
    const auto second = size_x < size_y;
    const P big = select(second, size_y, size_x), small = select(second, size_x, size_y);
    const P up = select(big > P(0x1p500), P(0x1p-600), select(big < P(0x1p-480), P(0x1p600), P(1.0)));
    const P down = select(big > P(0x1p500), P(0x1p600), select(big < P(0x1p-480), P(0x1p-600), P(1.0)));
    const P in_range = hypot_in_range(big * up, small * up) * down;
    const P finite = select(big == P(0.0), small, in_range);  // 0 of zeros; small may be NaN
    return select((size_x == inf) | (size_y == inf), inf, finite);
}
template <class T, int N>
NUMLANE_NOINLINE void call_hypot_anywhere(const T* x, const T* y, T* out) {
    using P = pack<T, N>;
    using tag = typename P::tag;
    hn::Store(hypot_anywhere(P(hn::Load(tag(), x)), P(hn::Load(tag(), y))).v, tag(), out);
}

template <class T, int N>
NUMLANE_INLINE pack<T, N> hypot_register(const pack<T, N, true>& x, const pack<T, N, true>& y) {
    using P = pack<T, N>;
    if constexpr (sizeof(T) == 4) {
        const auto a = convert<double>(x), b = convert<double>(y);
        const P inf(float_bits<T>::inf);
        return select((abs(x) == inf) | (abs(y) == inf), inf, convert<T>(sqrt(a * a + b * b)));
    } else {
        const P size_x = abs(x), size_y = abs(y);
        const auto second = size_x < size_y;
        const P big = select(second, size_y, size_x), small = select(second, size_x, size_y);
        const P result = hypot_in_range(big, small);
        const auto in_range = (big >= P(0x1p-480)) & (big <= P(0x1p500));
        if (__builtin_expect(all_of(in_range | (big == P(0.0))), 1)) return result;
        lane_buffer<T, N> first(x), other(y);
        alignas(64) T to[N];
        call_hypot_anywhere<T, N>(first.at, other.at, to);
        return P(hn::Load(typename P::tag(), to));
    }
}

/// sqrt(a*a + b*b) of every lane without overflow, within 1 ULP; infinite where either is.
template <float_pack P>
NUMLANE_INLINE P hypot(const P& a, const P& b) {
    if constexpr (P::native) return hypot_register(a, b);
    else return P(hypot(a.lo, b.lo), hypot(a.hi, b.hi));
}

NUMLANE_END_TARGET
