// Comparisons, selection, minimum and maximum.

NUMLANE_BEGIN_TARGET

struct equal_registers {
    template <class V> static NUMLANE_INLINE auto run(V a, V b) { return hn::Eq(a, b); }
};
// Highway's Ne is false for NaN on AVX2 and up, and true below.
struct not_equal_registers {
    template <class V> static NUMLANE_INLINE auto run(V a, V b) { return hn::Not(hn::Eq(a, b)); }
};
struct less_registers {
    template <class V> static NUMLANE_INLINE auto run(V a, V b) { return hn::Lt(a, b); }
};
struct less_equal_registers {
    template <class V> static NUMLANE_INLINE auto run(V a, V b) { return hn::Le(a, b); }
};

template <real_pack P>
NUMLANE_INLINE mask_of<P> operator==(const P& a, const P& b) {
    return by_register<mask_of<P>, equal_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE mask_of<P> operator!=(const P& a, const P& b) {
    return by_register<mask_of<P>, not_equal_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE mask_of<P> operator<(const P& a, const P& b) {
    return by_register<mask_of<P>, less_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE mask_of<P> operator<=(const P& a, const P& b) {
    if constexpr (std::is_integral_v<typename P::value_type>) return !(b < a);
    else return by_register<mask_of<P>, less_equal_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE mask_of<P> operator>(const P& a, const P& b) {
    return b < a;
}
template <real_pack P>
NUMLANE_INLINE mask_of<P> operator>=(const P& a, const P& b) {
    return b <= a;
}

struct select_registers {
    template <class M, class V>
    static NUMLANE_INLINE V run(M m, V a, V b) {
        return hn::IfThenElse(hn::RebindMask(hn::DFromV<V>(), m), a, b);
    }
};

/// The lanes of a where m is true, those of b elsewhere.
template <int S, bool B, real_pack P>
NUMLANE_INLINE P select(const mask<S, P::size, B>& m, const P& a, const P& b) {
    return by_register<P, select_registers>(resize_mask<int(sizeof(typename P::value_type))>(m), a, b);
}
template <int S, int N, bool B, class T>
NUMLANE_INLINE pack<std::complex<T>, N> select(const mask<S, N, B>& m, const pack<std::complex<T>, N, false>& a,
                                               const pack<std::complex<T>, N, false>& b) {
    return {select(m, a.re, b.re), select(m, a.im, b.im)};
}
template <int S, int N, bool B, int SA, bool BA, int SB, bool BB>
NUMLANE_INLINE mask<S, N> select(const mask<S, N, B>& m, const mask<SA, N, BA>& a, const mask<SB, N, BB>& b) {
    return (m & resize_mask<S>(a)) | ((!m) & resize_mask<S>(b));
}

struct min_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::Min(a, b); }
};
struct max_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::Max(a, b); }
};

// a where it is smaller (or larger), and b elsewhere: where they are equal, and where either is NaN.
template <real_pack P>
NUMLANE_INLINE P smaller_or(const P& a, const P& b) {
    if constexpr (std::is_integral_v<typename P::value_type> || NUMLANE_TARGET_PLAIN_MINIMUM)
        return by_register<P, min_registers>(a, b);
    else return select(a < b, a, b);
}
template <real_pack P>
NUMLANE_INLINE P larger_or(const P& a, const P& b) {
    if constexpr (std::is_integral_v<typename P::value_type> || NUMLANE_TARGET_PLAIN_MINIMUM)
        return by_register<P, max_registers>(a, b);
    else return select(b < a, a, b);
}

// What is asked below of b, or of the bounds, alone leaves a loop in which they are constants.

/// The smaller of a and b in every lane, a where they are equal; NaN where either is NaN, as numpy.minimum.
template <real_pack P>
NUMLANE_INLINE P min(const P& a, const P& b) {
    if constexpr (std::is_integral_v<typename P::value_type>) return smaller_or(a, b);
    else return select(b != b, b, smaller_or(b, a));
}
/// The larger of a and b in every lane, a where they are equal; NaN where either is NaN, as numpy.maximum.
template <real_pack P>
NUMLANE_INLINE P max(const P& a, const P& b) {
    if constexpr (std::is_integral_v<typename P::value_type>) return larger_or(a, b);
    else return select(b != b, b, larger_or(b, a));
}
/// min(max(a, low), high), NaN where any of them is NaN, as numpy.clip.
template <real_pack P>
NUMLANE_INLINE P clip(const P& a, const P& low, const P& high) {
    const P clipped = smaller_or(high, larger_or(low, a));
    if constexpr (std::is_integral_v<typename P::value_type>) return clipped;
    else return select((low != low) | (high != high), low + high, clipped);
}

NUMLANE_END_TARGET
