// pack<T, N>: N lanes of T in as many registers as they need. Whatever the dtypes of an expression, all of its packs have
// the same N, so conversions happen in registers; a larger N interleaves several registers and hides latency.

NUMLANE_BEGIN_TARGET

// The lanes of one register.
template <class T>
inline constexpr int register_lanes = NUMLANE_TARGET_LANES(T);
template <class T>
inline constexpr int register_lanes<std::complex<T>> = 0;

template <class T, int N, bool Native = (N <= register_lanes<T>)>
struct pack;

// The C++ numbers that a pack of T may be assigned, which keeps its dtype.
template <class V, class T>
concept scalar_lane = std::is_integral_v<V> || (std::is_floating_point_v<V> && !std::is_integral_v<T>);

template <class T, int N>
struct pack<T, N, true> {
    using value_type = T;
    using tag = hn::CappedTag<T, N>;
    using raw_type = hn::Vec<tag>;
    static constexpr int size = N;
    static constexpr bool native = true;
    raw_type v;

    pack() = default;
    NUMLANE_INLINE pack(raw_type raw) : v(raw) {}
    NUMLANE_INLINE explicit pack(T value) : v(hn::Set(tag(), value)) {}
    template <scalar_lane<T> V>
    NUMLANE_INLINE pack& operator=(V value) {
        return *this = pack(T(value));
    }
};

template <class T, int N>
struct pack<T, N, false> {
    using value_type = T;
    using half = pack<T, N / 2>;
    static constexpr int size = N;
    static constexpr bool native = false;
    half lo, hi;

    pack() = default;
    NUMLANE_INLINE pack(half low, half high) : lo(low), hi(high) {}
    NUMLANE_INLINE explicit pack(T value) : lo(value), hi(value) {}
    template <scalar_lane<T> V>
    NUMLANE_INLINE pack& operator=(V value) {
        return *this = pack(T(value));
    }
};

// What `if (mask)` says. B is bool, and a template for the sake of the message.
template <class B>
NUMLANE_INLINE B truth_of_mask() {
    static_assert(
        !std::is_same_v<B, bool>,
        "numlane: a mask is many truths: if and while take any_of, all_of or none_of of it, and select(mask, a, b) "
        "chooses for each lane");
    return B();
}

// mask<S, N>: N booleans as the comparison of lanes of S bytes yields them.
template <int S>
using lane_bits = typename detail::integer_of<S, false>::type;

template <int S, int N, bool Native = (N <= register_lanes<lane_bits<S>>)>
struct mask;

template <int S, int N>
struct mask<S, N, true> {
    using value_type = bool;
    using tag = hn::CappedTag<lane_bits<S>, N>;
    using raw_type = hn::Mask<tag>;
    static constexpr int size = N, lane_size = S;
    static constexpr bool native = true;
    raw_type v;

    mask() = default;
    template <class M>
    NUMLANE_INLINE mask(M raw) : v(hn::RebindMask(tag(), raw)) {}
    NUMLANE_INLINE explicit mask(bool value)
        : v(value ? hn::Eq(hn::Zero(tag()), hn::Zero(tag())) : hn::Ne(hn::Zero(tag()), hn::Zero(tag()))) {}
    template <std::same_as<bool> B>
    NUMLANE_INLINE explicit operator B() const {
        return truth_of_mask<B>();
    }
};

template <int S, int N>
struct mask<S, N, false> {
    using value_type = bool;
    using half = mask<S, N / 2>;
    static constexpr int size = N, lane_size = S;
    static constexpr bool native = false;
    half lo, hi;

    mask() = default;
    NUMLANE_INLINE mask(half low, half high) : lo(low), hi(high) {}
    NUMLANE_INLINE explicit mask(bool value) : lo(value), hi(value) {}
    template <std::same_as<bool> B>
    NUMLANE_INLINE explicit operator B() const {
        return truth_of_mask<B>();
    }
};

template <class T, int N>
struct pack<std::complex<T>, N, false> {
    using value_type = std::complex<T>;
    static constexpr int size = N;
    static constexpr bool native = false;
    pack<T, N> re, im;

    pack() = default;
    NUMLANE_INLINE pack(pack<T, N> r, pack<T, N> i) : re(r), im(i) {}
    NUMLANE_INLINE explicit pack(std::complex<T> value) : re(value.real()), im(value.imag()) {}
    template <scalar_lane<T> V>
    NUMLANE_INLINE pack& operator=(V value) {
        return *this = pack(std::complex<T>(T(value)));
    }
};
template <class T>
inline constexpr bool is_pack = false;
template <class T, int N, bool Native>
inline constexpr bool is_pack<pack<T, N, Native>> = true;
template <class T>
inline constexpr bool is_mask = false;
template <int S, int N, bool Native>
inline constexpr bool is_mask<mask<S, N, Native>> = true;

template <class P>
concept any_pack = is_pack<P>;
template <class P>
concept real_pack = is_pack<P> && !is_complex_v<typename P::value_type>;
template <class P>
concept complex_pack = is_pack<P> && is_complex_v<typename P::value_type>;
template <class P>
concept integer_pack = is_pack<P> && std::is_integral_v<typename P::value_type>;
template <class P>
concept float_pack = is_pack<P> && std::is_floating_point_v<typename P::value_type>;
template <class P>
concept inexact_pack = float_pack<P> || complex_pack<P>;
template <class M>
concept any_mask = is_mask<M>;

// The mask that comparing packs P gives.
template <class P>
using mask_of = mask<int(sizeof(typename P::value_type)), P::size>;

// The same lanes for any dtype: bool becomes a mask of bytes.
template <class T, int N>
struct lanes_of {
    using type = pack<T, N>;
};
template <int N>
struct lanes_of<bool, N> {
    using type = mask<1, N>;
};
template <class T, int N>
using lanes = typename lanes_of<T, N>::type;

// Calls Primitive::run on every register of the arguments, which all have the same number of lanes and lane size.
template <class R, class Primitive, class... P>
NUMLANE_INLINE R by_register(const P&... p) {
    if constexpr (R::native) return R(Primitive::run(p.v...));
    else return R{by_register<typename R::half, Primitive>(p.lo...), by_register<typename R::half, Primitive>(p.hi...)};
}

// Calls Function::run lane by lane, for what no register can do: the compiler vectorises the loop where it can.
template <class T, int N>
struct lane_buffer {
    alignas(64) T at[N];
    NUMLANE_INLINE explicit lane_buffer(const pack<T, N>& p) { hn::Store(p.v, typename pack<T, N>::tag(), at); }
};

template <class R, class Function, class... Buffer>
NUMLANE_INLINE R over_lanes(const Buffer&... in) {
    alignas(64) typename R::value_type out[R::size];
    for (int i = 0; i < R::size; ++i) out[i] = Function::run(in.at[i]...);
    return R(hn::Load(typename R::tag(), out));
}

// The halves of a pack, and a pack of two halves, wherever the border between registers lies.
template <class T, int N>
NUMLANE_INLINE pack<T, N / 2> lower(const pack<T, N, false>& p) {
    return p.lo;
}
template <class T, int N>
NUMLANE_INLINE pack<T, N / 2> upper(const pack<T, N, false>& p) {
    return p.hi;
}
#if NUMLANE_TARGET_HALVES  // whose registers have no halves
template <class T, int N>
NUMLANE_INLINE pack<T, N / 2> lower(const pack<T, N, true>& p) {
    return hn::LowerHalf(typename pack<T, N / 2>::tag(), p.v);
}
template <class T, int N>
NUMLANE_INLINE pack<T, N / 2> upper(const pack<T, N, true>& p) {
    return hn::UpperHalf(typename pack<T, N / 2>::tag(), p.v);
}
#endif
template <class T, int N>
NUMLANE_INLINE pack<T, 2 * N> join(const pack<T, N>& low, const pack<T, N>& high) {
    using R = pack<T, 2 * N>;
#if NUMLANE_TARGET_HALVES
    if constexpr (R::native) return hn::Combine(typename R::tag(), high.v, low.v);
    else
#endif
        return R(low, high);
}

template <class R, class Function, class... T, int N, bool... Native>
NUMLANE_INLINE R by_lane(const pack<T, N, Native>&... p) {
    using half = pack<typename R::value_type, N / 2>;
    if constexpr (R::native && (Native && ...)) return over_lanes<R, Function>(lane_buffer<T, N>(p)...);
    else return join(by_lane<half, Function>(lower(p)...), by_lane<half, Function>(upper(p)...));
}

NUMLANE_END_TARGET
