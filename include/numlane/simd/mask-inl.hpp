// Masks: logic among them, queries, selection, and their change from one lane size to another.

NUMLANE_BEGIN_TARGET

template <any_mask M>
NUMLANE_INLINE std::uint64_t to_bits(const M& m) {
    alignas(8) std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(typename M::tag(), m.v, bytes);
    std::uint64_t bits;
    __builtin_memcpy(&bits, bytes, 8);
    return bits;
}
template <class M>
NUMLANE_INLINE M from_bits(std::uint64_t bits) {
    alignas(8) std::uint8_t bytes[8];
    __builtin_memcpy(bytes, &bits, 8);
    return M(hn::LoadMaskBits(typename M::tag(), bytes));
}

// A mask as a pack of signed integers, -1 where it is true.
template <int S, int N>
using mask_vector = pack<typename detail::integer_of<S, true>::type, N>;
template <int S, int N>
NUMLANE_INLINE mask_vector<S, N> to_vector(const mask<S, N>& m) {
    using V = mask_vector<S, N>;
    if constexpr (V::native) return hn::VecFromMask(typename V::tag(), hn::RebindMask(typename V::tag(), m.v));
    else return V(to_vector(m.lo), to_vector(m.hi));
}
template <int S, int N>
NUMLANE_INLINE mask<S, N> from_vector(const mask_vector<S, N>& v) {
    if constexpr (mask<S, N>::native) return mask<S, N>(hn::MaskFromVec(v.v));
    else return mask<S, N>(from_vector<S, N / 2>(v.lo), from_vector<S, N / 2>(v.hi));
}

template <int S, int N, bool Native>
NUMLANE_INLINE mask<S, N / 2> lower(const mask<S, N, Native>& m) {
    if constexpr (!Native) return m.lo;
#if NUMLANE_TARGET_BIT_MASKS
    else return from_bits<mask<S, N / 2>>(to_bits(m));
#else
    else return from_vector<S, N / 2>(lower(to_vector(m)));
#endif
}
template <int S, int N, bool Native>
NUMLANE_INLINE mask<S, N / 2> upper(const mask<S, N, Native>& m) {
    if constexpr (!Native) return m.hi;
#if NUMLANE_TARGET_BIT_MASKS
    else return from_bits<mask<S, N / 2>>(to_bits(m) >> (N / 2));
#else
    else return from_vector<S, N / 2>(upper(to_vector(m)));
#endif
}
template <int S, int N>
NUMLANE_INLINE mask<S, 2 * N> join(const mask<S, N>& low, const mask<S, N>& high) {
    using R = mask<S, 2 * N>;
    if constexpr (!R::native) return R(low, high);
#if NUMLANE_TARGET_BIT_MASKS
    else return from_bits<R>(to_bits(low) | (to_bits(high) << N));
#else
    else return from_vector<S, 2 * N>(join(to_vector(low), to_vector(high)));
#endif
}

struct mask_and {
    template <class M> static NUMLANE_INLINE M run(M a, M b) { return hn::And(a, b); }
};
struct mask_or {
    template <class M> static NUMLANE_INLINE M run(M a, M b) { return hn::Or(a, b); }
};
struct mask_xor {
    template <class M> static NUMLANE_INLINE M run(M a, M b) { return hn::Xor(a, b); }
};
struct mask_not {
    template <class M> static NUMLANE_INLINE M run(M a) { return hn::Not(a); }
};

template <int S, int N, bool B>
NUMLANE_INLINE mask<S, N> operator&(const mask<S, N, B>& a, const mask<S, N, B>& b) {
    return by_register<mask<S, N>, mask_and>(a, b);
}
template <int S, int N, bool B>
NUMLANE_INLINE mask<S, N> operator|(const mask<S, N, B>& a, const mask<S, N, B>& b) {
    return by_register<mask<S, N>, mask_or>(a, b);
}
template <int S, int N, bool B>
NUMLANE_INLINE mask<S, N> operator^(const mask<S, N, B>& a, const mask<S, N, B>& b) {
    return by_register<mask<S, N>, mask_xor>(a, b);
}
template <any_mask M>
NUMLANE_INLINE M operator!(const M& m) {
    return by_register<M, mask_not>(m);
}
template <any_mask M>
NUMLANE_INLINE M operator~(const M& m) {
    return !m;
}
template <any_mask M>
NUMLANE_INLINE M operator&&(const M& a, const M& b) {
    return a & b;
}
template <any_mask M>
NUMLANE_INLINE M operator||(const M& a, const M& b) {
    return a | b;
}

/// True if any lane is.
template <any_mask M>
NUMLANE_INLINE bool any_of(const M& m) {
    if constexpr (M::native) return !hn::AllFalse(typename M::tag(), m.v);
    else return any_of(m.lo | m.hi);
}
/// True if every lane is.
template <any_mask M>
NUMLANE_INLINE bool all_of(const M& m) {
    if constexpr (M::native) return hn::AllTrue(typename M::tag(), m.v);
    else return all_of(m.lo & m.hi);
}
/// True if no lane is.
template <any_mask M>
NUMLANE_INLINE bool none_of(const M& m) {
    return !any_of(m);
}
/// The number of lanes that are true.
template <any_mask M>
NUMLANE_INLINE std::int64_t count_true(const M& m) {
    if constexpr (M::native) return std::int64_t(hn::CountTrue(typename M::tag(), m.v));
    else return count_true(m.lo) + count_true(m.hi);
}

// The mask whose first `count` lanes are true.
template <class M>
NUMLANE_INLINE M first_lanes(std::ptrdiff_t count) {
    if constexpr (M::native) {
        return M(hn::FirstN(typename M::tag(), std::size_t(count < 0 ? 0 : count > M::size ? M::size : count)));
    } else {
        constexpr int half = M::size / 2;
        return M(first_lanes<typename M::half>(count), first_lanes<typename M::half>(count - half));
    }
}

NUMLANE_END_TARGET
