// Conversions between packs of different dtypes, and between masks of different lane sizes, at one lane count.

NUMLANE_BEGIN_TARGET

template <class To, class From, int N>
NUMLANE_INLINE pack<To, N> convert_register(const pack<From, N, true>& p);

#if NUMLANE_TARGET_TRUNCATES
// Floats as integers by way of int64, as astype has it: what does not fit there, and NaN, become its minimum.
template <class To, class From, int N>
NUMLANE_INLINE pack<To, N> truncate_register(const pack<From, N, true>& p) {
    if constexpr (NUMLANE_TARGET_AVX512 && sizeof(From) == 8) {
        using wide = pack<std::int64_t, N>;
        return convert_register<To>(wide(truncate(p.v)));
    } else {
        // Nearly always they fit into int32.
        using tag = typename pack<From, N>::tag;
        using narrow = pack<std::int32_t, N>;
        const auto limit = hn::Set(tag(), From(2147483648.0));
        if (!hn::AllTrue(tag(), hn::And(hn::Ge(p.v, hn::Neg(limit)), hn::Lt(p.v, limit))))
            return over_lanes<pack<To, N>, detail::convert_lane<To>>(lane_buffer<From, N>(p));
        if constexpr (sizeof(From) == 4)
            return convert_register<To>(narrow(hn::ConvertTo(typename narrow::tag(), p.v)));
        else return convert_register<To>(narrow(hn::DemoteTo(typename narrow::tag(), p.v)));
    }
}
#endif

// What the back end converts in registers. Both packs fit into one register each.
template <class To, class From, int N>
NUMLANE_INLINE pack<To, N> convert_register(const pack<From, N, true>& p) {
    using R = pack<To, N>;
    using tag = typename R::tag;
    constexpr bool integers = std::is_integral_v<To> && std::is_integral_v<From>;
    if constexpr (integers && sizeof(To) == sizeof(From)) {
        return hn::BitCast(tag(), p.v);
    } else if constexpr (integers && sizeof(To) > sizeof(From)) {
        using wide = typename detail::integer_of<2 * sizeof(From), std::is_signed_v<From>>::type;
        return convert_register<To>(pack<wide, N>(hn::PromoteTo(typename pack<wide, N>::tag(), p.v)));
    } else if constexpr (integers) {
        using unsigned_from = pack<lane_bits<sizeof(From)>, N>;
        using unsigned_to = pack<lane_bits<sizeof(To)>, N>;
        const auto v = hn::BitCast(typename unsigned_from::tag(), p.v);
        if constexpr (requires { low_bytes(v); } && sizeof(To) == 1) return hn::BitCast(tag(), low_bytes(v));
        else return hn::BitCast(tag(), hn::TruncateTo(typename unsigned_to::tag(), v));
    } else if constexpr (std::is_same_v<From, float> && std::is_same_v<To, double>) {
        return hn::PromoteTo(tag(), p.v);
    } else if constexpr (std::is_same_v<From, double> && std::is_same_v<To, float> && NUMLANE_TARGET_DEMOTES) {
        // Without real registers DemoteTo saturates where it should overflow to infinity.
        return hn::DemoteTo(tag(), p.v);
    } else if constexpr (std::is_integral_v<From> && sizeof(From) < 4) {
        return convert_register<To>(convert_register<std::int32_t>(p));
    } else if constexpr (std::is_same_v<From, std::int32_t> && std::is_same_v<To, float>) {
        return hn::ConvertTo(tag(), p.v);
    } else if constexpr (std::is_same_v<From, std::int32_t> && std::is_same_v<To, double>) {
        return hn::PromoteTo(tag(), p.v);
    } else if constexpr (std::is_same_v<From, std::uint32_t> && std::is_same_v<To, double>) {
        return convert_register<To>(convert_register<std::int64_t>(p));
    } else if constexpr (std::is_same_v<From, std::int64_t> && std::is_same_v<To, double>) {
        return hn::ConvertTo(tag(), p.v);
#if NUMLANE_TARGET_TRUNCATES
    } else if constexpr (NUMLANE_TARGET_AVX512 && std::is_same_v<From, float> && std::is_same_v<To, std::int64_t>) {
        return truncate_register<To>(convert_register<double>(p));
    } else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To> &&
                         (sizeof(To) <= 4 || (NUMLANE_TARGET_AVX512 && std::is_same_v<To, std::int64_t>))) {
        return truncate_register<To>(p);
#endif
    } else {
        return over_lanes<R, detail::convert_lane<To>>(lane_buffer<From, N>(p));
    }
}

/// The lanes of p as dtype To, by the rules of astype.
template <class To, class From, int N, bool Native>
    requires(element<To> && !std::is_same_v<To, bool>)
NUMLANE_INLINE pack<To, N> convert(const pack<From, N, Native>& p) {
    if constexpr (std::is_same_v<To, From>) {
        return p;
    } else if constexpr (is_complex_v<To> && is_complex_v<From>) {
        return pack<To, N>(convert<real_t<To>>(p.re), convert<real_t<To>>(p.im));
    } else if constexpr (is_complex_v<To>) {
        return pack<To, N>(convert<real_t<To>>(p), pack<real_t<To>, N>(real_t<To>(0)));
    } else if constexpr (is_complex_v<From>) {
        return convert<To>(p.re);
    } else if constexpr (Native && pack<To, N>::native) {
        return convert_register<To>(p);
    } else {
        return join(convert<To>(lower(p)), convert<To>(upper(p)));
    }
}

// The mask m for lanes of S bytes.
template <int S, int From, int N, bool Native>
NUMLANE_INLINE mask<S, N> resize_mask(const mask<From, N, Native>& m) {
    if constexpr (S == From) return m;
#if NUMLANE_TARGET_BIT_MASKS
    else if constexpr (Native && mask<S, N>::native) return from_bits<mask<S, N>>(to_bits(m));
    else return join(resize_mask<S>(lower(m)), resize_mask<S>(upper(m)));
#else
    else return from_vector<S, N>(convert<typename detail::integer_of<S, true>::type>(to_vector(m)));
#endif
}

/// A mask as numbers: 1 where it is true, 0 elsewhere.
template <class To, int S, int N, bool Native>
    requires(element<To> && !std::is_same_v<To, bool>)
NUMLANE_INLINE pack<To, N> convert(const mask<S, N, Native>& m) {
    if constexpr (is_complex_v<To>) return pack<To, N>(convert<real_t<To>>(m), pack<real_t<To>, N>(real_t<To>(0)));
    else return select(resize_mask<int(sizeof(To))>(m), pack<To, N>(To(1)), pack<To, N>(To(0)));
}

NUMLANE_END_TARGET
