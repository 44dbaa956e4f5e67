// Masks of plain lanes, and what is told of masks of any kind through them.

NUMLANE_BEGIN_TARGET
namespace hn {

// clang-format off: a line for each operation
struct both_lane { static NUMLANE_INLINE bool run(bool a, bool b) { return a & b; } };
struct either_lane { static NUMLANE_INLINE bool run(bool a, bool b) { return a | b; } };
struct differ_lane { static NUMLANE_INLINE bool run(bool a, bool b) { return a != b; } };
struct negation_lane { static NUMLANE_INLINE bool run(bool a) { return !a; } };

template <int N> NUMLANE_INLINE truth_array<N> And(const truth_array<N>& a, const truth_array<N>& b) { return lane_by_lane<truth_array<N>, both_lane>(a, b); }
template <int N> NUMLANE_INLINE truth_array<N> Or(const truth_array<N>& a, const truth_array<N>& b) { return lane_by_lane<truth_array<N>, either_lane>(a, b); }
template <int N> NUMLANE_INLINE truth_array<N> Xor(const truth_array<N>& a, const truth_array<N>& b) { return lane_by_lane<truth_array<N>, differ_lane>(a, b); }
template <int N> NUMLANE_INLINE truth_array<N> Not(const truth_array<N>& a) { return lane_by_lane<truth_array<N>, negation_lane>(a); }
// clang-format on

template <class D, int N>
NUMLANE_INLINE truth_array<N> RebindMask(D, const truth_array<N>& m) {
    return m;
}

template <class D, int N>
NUMLANE_INLINE bool AllFalse(D, const truth_array<N>& m) {
    bool any = false;
    for (int i = 0; i < N; ++i) any |= m.at[i];
    return !any;
}
template <class D, int N>
NUMLANE_INLINE bool AllTrue(D, const truth_array<N>& m) {
    bool all = true;
    for (int i = 0; i < N; ++i) all &= m.at[i];
    return all;
}
template <class D, class M>
NUMLANE_INLINE int CountTrue(D, const M& m) {
    const auto t = to_truths(m);
    int count = 0;
    for (int i = 0; i < D::size; ++i) count += t.at[i];
    return count;
}

// Bit i of the bytes is lane i.
template <class D, class M>
NUMLANE_INLINE void StoreMaskBits(D, const M& m, std::uint8_t* bytes) {
    const auto t = to_truths(m);
    for (int i = 0; i < D::size; ++i) bytes[i / 8] = std::uint8_t(bytes[i / 8] | unsigned(t.at[i]) << i % 8);
}

// All ones where the mask is true, and back.
template <class D, int N>
NUMLANE_INLINE lane_array<typename D::value_type, N> VecFromMask(D, const truth_array<N>& m) {
    lane_array<typename D::value_type, N> v;
    for (int i = 0; i < N; ++i) v.at[i] = typename D::value_type(-int(m.at[i]));
    return v;
}
template <class V>
NUMLANE_INLINE Mask<DFromV<V>> MaskFromVec(const V& v) {
    return Ne(v, Zero(DFromV<V>()));
}

// A mask from the truth of its lanes, and from bits.
template <class D>
NUMLANE_INLINE Mask<D> from_truths(const truth_array<D::size>& t) {
    if constexpr (std::is_same_v<Mask<D>, truth_array<D::size>>) {
        return t;
    } else {
        using U = typename RebindToUnsigned<D>::value_type;
        lane_array<U, D::size> v;
        for (int i = 0; i < D::size; ++i) v.at[i] = t.at[i];
        return RebindMask(D(), MaskFromVec(from_lanes<lane_tag<U, D::size>>(v)));
    }
}
template <class D>
NUMLANE_INLINE Mask<D> LoadMaskBits(D, const std::uint8_t* bytes) {
    truth_array<D::size> t;
    for (int i = 0; i < D::size; ++i) t.at[i] = bytes[i / 8] >> i % 8 & 1;
    return from_truths<D>(t);
}
template <class D>
NUMLANE_INLINE Mask<D> FirstN(D, std::size_t count) {
    truth_array<D::size> t;
    for (int i = 0; i < D::size; ++i) t.at[i] = std::size_t(i) < count;
    return from_truths<D>(t);
}

}  // namespace hn
NUMLANE_END_TARGET
