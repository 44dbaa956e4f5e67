// hn of Highway's targets without vectors. What they do with masks is written anew: it is made of Highway's VecFromMask, a
// template that nothing makes inline there, and the linker would take it from a file of other flags (Highway 1.0.3; seen
// with -flto).

NUMLANE_BEGIN_TARGET
namespace hn {

namespace highway = hwy::HWY_NAMESPACE;
using namespace highway;

template <class M>
concept bit_mask = requires(M m) { m.bits; };

struct and_bytes {
    static NUMLANE_INLINE unsigned char run(unsigned char a, unsigned char b) { return a & b; }
};
struct or_bytes {
    static NUMLANE_INLINE unsigned char run(unsigned char a, unsigned char b) { return a | b; }
};
struct xor_bytes {
    static NUMLANE_INLINE unsigned char run(unsigned char a, unsigned char b) { return a ^ b; }
};
template <class Logic, class M>
NUMLANE_INLINE M each_byte(M a, const M& b) {
    auto* const to = reinterpret_cast<unsigned char*>(&a);
    const auto* const from = reinterpret_cast<const unsigned char*>(&b);
    for (std::size_t i = 0; i < sizeof(M); ++i) to[i] = Logic::run(to[i], from[i]);
    return a;
}

// Of masks here, of vectors there.
template <class V>
NUMLANE_INLINE V And(const V& a, const V& b) {
    if constexpr (bit_mask<V>) return each_byte<and_bytes>(a, b);
    else return highway::And(a, b);
}
template <class V>
NUMLANE_INLINE V Or(const V& a, const V& b) {
    if constexpr (bit_mask<V>) return each_byte<or_bytes>(a, b);
    else return highway::Or(a, b);
}
template <class V>
NUMLANE_INLINE V Xor(const V& a, const V& b) {
    if constexpr (bit_mask<V>) return each_byte<xor_bytes>(a, b);
    else return highway::Xor(a, b);
}
template <class V>
NUMLANE_INLINE V Not(V a) {
    if constexpr (bit_mask<V>) {
        V all;
        __builtin_memset(static_cast<void*>(&all), 0xff, sizeof(V));
        return each_byte<xor_bytes>(a, all);
    } else {
        return highway::Not(a);
    }
}

template <class D, bit_mask M>
NUMLANE_INLINE Vec<D> VecFromMask(D, const M& m) {
    Vec<D> v;
    static_assert(sizeof(v) == sizeof(m));
    __builtin_memcpy(static_cast<void*>(&v), &m, sizeof(m));
    return v;
}
template <bit_mask M, class V>
NUMLANE_INLINE V IfThenElse(const M& m, const V& yes, const V& no) {
#if HWY_TARGET == HWY_SCALAR
    return highway::IfThenElse(m, yes, no);
#else
    return highway::IfVecThenElse(VecFromMask(DFromV<V>(), m), yes, no);
#endif
}

}  // namespace hn
NUMLANE_END_TARGET
