// Constants, halves and conversions of registers of any kind, by way of their lanes.

NUMLANE_BEGIN_TARGET
namespace hn {

// Lanes as a register of kind D.
template <class D>
NUMLANE_INLINE Vec<D> from_lanes(const lane_array<typename D::value_type, D::size>& v) {
    return __builtin_bit_cast(Vec<D>, v);
}

template <class D>
NUMLANE_INLINE Vec<D> Set(D, typename D::value_type value) {
    lane_array<typename D::value_type, D::size> v;
    for (int i = 0; i < D::size; ++i) v.at[i] = value;
    return from_lanes<D>(v);
}
template <class D>
NUMLANE_INLINE Vec<D> Zero(D d) {
    return Set(d, typename D::value_type(0));
}
template <class D>
NUMLANE_INLINE Vec<D> Iota(D, typename D::value_type first) {
    lane_array<typename D::value_type, D::size> v;
    for (int i = 0; i < D::size; ++i) v.at[i] = typename D::value_type(first + typename D::value_type(i));
    return from_lanes<D>(v);
}

template <class D, class V>
NUMLANE_INLINE Vec<D> BitCast(D, const V& v) {
    return __builtin_bit_cast(Vec<D>, v);
}

// c - a·b, rounded as MulAdd rounds; true where a and b differ or cannot be compared.
template <class V>
NUMLANE_INLINE V NegMulAdd(const V& a, const V& b, const V& c) {
    return MulAdd(Neg(a), b, c);
}
template <class V>
NUMLANE_INLINE auto Ne(const V& a, const V& b) {
    return Not(Eq(a, b));
}

template <class D, class V>
NUMLANE_INLINE Vec<D> LowerHalf(D, const V& v) {
    const auto whole = to_lanes(v);
    lane_array<typename D::value_type, D::size> half;
    for (int i = 0; i < D::size; ++i) half.at[i] = whole.at[i];
    return from_lanes<D>(half);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> UpperHalf(D, const V& v) {
    const auto whole = to_lanes(v);
    lane_array<typename D::value_type, D::size> half;
    for (int i = 0; i < D::size; ++i) half.at[i] = whole.at[D::size + i];
    return from_lanes<D>(half);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> Combine(D, const V& high, const V& low) {
    const auto h = to_lanes(high), l = to_lanes(low);
    lane_array<typename D::value_type, D::size> whole;
    for (int i = 0; i < D::size / 2; ++i) {
        whole.at[i] = l.at[i];
        whole.at[D::size / 2 + i] = h.at[i];
    }
    return from_lanes<D>(whole);
}

/// The lanes of each pair in the other order.
template <class D, class V>
NUMLANE_INLINE Vec<D> Reverse2(D, const V& v) {
    const auto in = to_lanes(v);
    lane_array<typename D::value_type, D::size> out;
    for (int i = 0; i < D::size; ++i) out.at[i] = in.at[i ^ 1];
    return from_lanes<D>(out);
}

template <class T>
struct cast_lane {
    template <class From>
    static NUMLANE_INLINE T run(From x) {
        return static_cast<T>(x);
    }
};
template <class D, class V>
NUMLANE_INLINE Vec<D> ConvertTo(D, const V& v) {
    using T = typename D::value_type;
    return from_lanes<D>(lane_by_lane<lane_array<T, D::size>, cast_lane<T>>(to_lanes(v)));
}
template <class D, class V>
NUMLANE_INLINE Vec<D> PromoteTo(D d, const V& v) {
    return ConvertTo(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> DemoteTo(D d, const V& v) {
    return ConvertTo(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> TruncateTo(D d, const V& v) {
    return ConvertTo(d, v);
}

}  // namespace hn
NUMLANE_END_TARGET
