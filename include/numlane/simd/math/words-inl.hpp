// What the functions of mathematics are made of: the bits of floats as integers, and polynomials.

NUMLANE_BEGIN_TARGET

// The floats that the functions below take: those of one register. `word` is the unsigned integer of the same bits.
template <class P>
using word_pack = pack<lane_bits<int(sizeof(typename P::value_type))>, P::size>;
template <class P>
NUMLANE_INLINE word_pack<P> words(const P& x) {
    return word_pack<P>(hn::BitCast(typename word_pack<P>::tag(), x.v));
}
template <class P>
NUMLANE_INLINE P floats(const word_pack<P>& w) {
    return P(hn::BitCast(typename P::tag(), w.v));
}
template <int Count, class W>
NUMLANE_INLINE W shift_left(const W& w) {
    return W(hn::ShiftLeft<Count>(w.v));
}
template <int Count, class W>
NUMLANE_INLINE W shift_right(const W& w) {
    return W(hn::ShiftRight<Count>(w.v));
}

template <class T>
struct float_bits {
    using word = lane_bits<int(sizeof(T))>;
    static constexpr int fraction = std::numeric_limits<T>::digits - 1, sign = 8 * int(sizeof(T)) - 1;
    static constexpr word fraction_bits = (word(1) << fraction) - 1;
    static constexpr T inf = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    // Added to a number it leaves the nearest integer in the lowest bits, and taken away again in the value.
    static constexpr T rounding = T(3 * (std::uint64_t(1) << (fraction - 1)));
    static constexpr word of(T x) { return __builtin_bit_cast(word, x); }
};

// c[0] + c[1] x + c[2] x² + ..., from the highest power down (W. G. Horner).
template <class P, class T, std::size_t N, std::size_t... I>
NUMLANE_INLINE P horner(const P& x, const T (&c)[N], std::index_sequence<I...>) {
    P y(c[N - 1]);
    ((y = multiply_add(y, x, P(c[N - 2 - I]))), ...);
    return y;
}
template <class P, class T, std::size_t N>
NUMLANE_INLINE P polynomial(const P& x, const T (&c)[N]) {
    return horner(x, c, std::make_index_sequence<N - 1>());
}

// Far<T>::run of every lane of x: the cases that a function has no time for in its loop.
template <class Far, class T, int N>
NUMLANE_NOINLINE void call_far(const T* x, T* y) {
    using P = pack<T, N>;
    hn::Store(Far::run(P(hn::Load(typename P::tag(), x))).v, typename P::tag(), y);
}
template <class Far, class T, int N>
NUMLANE_INLINE pack<T, N> far(const pack<T, N, true>& x) {
    lane_buffer<T, N> from(x);
    alignas(64) T to[N];
    call_far<Far, T, N>(from.at, to);
    return pack<T, N>(hn::Load(typename pack<T, N>::tag(), to));
}

NUMLANE_END_TARGET
