// + - * / and their like for packs of real numbers. Integers wrap.

NUMLANE_BEGIN_TARGET

// The operation on the unsigned lanes of the same bits: signed overflow is then defined.
template <class V>
using unsigned_tag = hn::RebindToUnsigned<hn::DFromV<V>>;
template <class V>
NUMLANE_INLINE auto bits_of(V v) {
    if constexpr (std::is_floating_point_v<hn::TFromV<V>>) return v;
    else return hn::BitCast(unsigned_tag<V>(), v);
}
template <class V, class U>
NUMLANE_INLINE V as_lanes(U u) {
    if constexpr (std::is_same_v<V, U>) return u;
    else return hn::BitCast(hn::DFromV<V>(), u);
}

struct add_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return as_lanes<V>(hn::Add(bits_of(a), bits_of(b))); }
};
struct subtract_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return as_lanes<V>(hn::Sub(bits_of(a), bits_of(b))); }
};
struct multiply_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return as_lanes<V>(hn::Mul(bits_of(a), bits_of(b))); }
};
struct divide_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b) { return hn::Div(a, b); }
};
struct negate_registers {
    template <class V> static NUMLANE_INLINE V run(V a) {
        if constexpr (std::is_floating_point_v<hn::TFromV<V>>) return hn::Neg(a);
        else return as_lanes<V>(hn::Sub(hn::Zero(unsigned_tag<V>()), bits_of(a)));
    }
};
struct sqrt_registers {
    template <class V> static NUMLANE_INLINE V run(V a) { return hn::Sqrt(a); }
};
struct abs_registers {
    template <class V> static NUMLANE_INLINE V run(V a) { return hn::Abs(a); }
};
struct fma_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b, V c) { return hn::MulAdd(a, b, c); }
};

template <real_pack P>
NUMLANE_INLINE P operator+(const P& a, const P& b) {
    return by_register<P, add_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE P operator-(const P& a, const P& b) {
    return by_register<P, subtract_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE P operator*(const P& a, const P& b) {
    if constexpr (sizeof(typename P::value_type) == 1) return by_lane<P, detail::multiply_lane>(a, b);
    else return by_register<P, multiply_registers>(a, b);
}
template <float_pack P>
NUMLANE_INLINE P operator/(const P& a, const P& b) {
    return by_register<P, divide_registers>(a, b);
}
template <real_pack P>
NUMLANE_INLINE P operator-(const P& a) {
    return by_register<P, negate_registers>(a);
}
template <any_pack P>
NUMLANE_INLINE P operator+(const P& a) {
    return a;
}

/// The square root of every lane, correctly rounded.
template <float_pack P>
NUMLANE_INLINE P sqrt(const P& a) {
    return by_register<P, sqrt_registers>(a);
}

/// The magnitude of every lane; the lowest integer wraps to itself.
template <real_pack P>
NUMLANE_INLINE P abs(const P& a) {
    using T = typename P::value_type;
    if constexpr (std::is_unsigned_v<T>) return a;
    else if constexpr (std::is_integral_v<T>) return select(a < P(T(0)), -a, a);
    else return by_register<P, abs_registers>(a);
}

/// a * b + c with one rounding on every target; without the instruction it is slow.
template <float_pack P>
NUMLANE_INLINE P fma(const P& a, const P& b, const P& c) {
#if NUMLANE_TARGET_FMA
    return by_register<P, fma_registers>(a, b, c);
#else
    return by_lane<P, detail::fma_lane>(a, b, c);
#endif
}

/// a * b + c, rounded once where the target has an instruction for that and twice elsewhere.
template <float_pack P>
NUMLANE_INLINE P multiply_add(const P& a, const P& b, const P& c) {
    return by_register<P, fma_registers>(a, b, c);
}

/// A pack of as many lanes as p has, of dtype T or else that of p, all of them `value`: numpy.full_like.
template <class T = void, any_pack P, scalar S>
NUMLANE_INLINE auto like(const P&, S value) {
    using E = std::conditional_t<std::is_void_v<T>, typename P::value_type, T>;
    return pack<E, P::size>(detail::convert_scalar<E>(value));
}

NUMLANE_END_TARGET
