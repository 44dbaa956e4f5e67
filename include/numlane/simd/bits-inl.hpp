// Bitwise logic and shifts of packs of integers.

NUMLANE_BEGIN_TARGET

struct and_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::And(a, b); }
};
struct or_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::Or(a, b); }
};
struct xor_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::Xor(a, b); }
};
struct not_registers {
    template <class V> static NUMLANE_INLINE V run(V a) { return hn::Not(a); }
};

template <integer_pack P>
NUMLANE_INLINE P operator&(const P& a, const P& b) {
    return by_register<P, and_registers>(a, b);
}
template <integer_pack P>
NUMLANE_INLINE P operator|(const P& a, const P& b) {
    return by_register<P, or_registers>(a, b);
}
template <integer_pack P>
NUMLANE_INLINE P operator^(const P& a, const P& b) {
    return by_register<P, xor_registers>(a, b);
}
template <integer_pack P>
NUMLANE_INLINE P operator~(const P& a) {
    return by_register<P, not_registers>(a);
}
template <integer_pack P>
NUMLANE_INLINE P operator<<(const P& a, const P& b) {
    return by_lane<P, detail::left_shift_lane>(a, b);
}
template <integer_pack P>
NUMLANE_INLINE P operator>>(const P& a, const P& b) {
    return by_lane<P, detail::right_shift_lane>(a, b);
}

NUMLANE_END_TARGET
