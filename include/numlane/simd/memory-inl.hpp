// Loads and stores of whole and partial packs. bool is a byte in memory and a mask in registers.

NUMLANE_BEGIN_TARGET

/// The N elements at p.
template <class T, int N>
NUMLANE_INLINE lanes<T, N> load(const T* p) {
    if constexpr (std::is_same_v<T, bool>) {
        return load<std::uint8_t, N>(reinterpret_cast<const std::uint8_t*>(p)) !=
               pack<std::uint8_t, N>(std::uint8_t(0));
    } else if constexpr (pack<T, N>::native) {
        return hn::LoadU(typename pack<T, N>::tag(), p);
    } else if constexpr (is_complex_v<T>) {
        using part = pack<real_t<T>, N>;
        if constexpr (part::native) {
            part re, im;
            hn::LoadInterleaved2(typename part::tag(), reinterpret_cast<const real_t<T>*>(p), re.v, im.v);
            return {re, im};
        } else {
            const auto lo = load<T, N / 2>(p), hi = load<T, N / 2>(p + N / 2);
            return {part(lo.re, hi.re), part(lo.im, hi.im)};
        }
    } else {
        return {load<T, N / 2>(p), load<T, N / 2>(p + N / 2)};
    }
}

/// v, which stays in its registers: g++ would rather load the elements again for each use.
template <class T, int N, bool Native>
NUMLANE_INLINE pack<T, N, Native> keep(pack<T, N, Native> v) {
#if NUMLANE_TARGET_X86_REGISTERS && defined(__GNUC__) && !defined(__clang__)
    if constexpr (Native) {
        if constexpr (requires { v.v.raw; } && sizeof(v.v) >= 16) asm("" : "+v"(v.v.raw));
    } else if constexpr (!is_complex_v<T>) {
        return {keep(v.lo), keep(v.hi)};
    }
#endif
    return v;
}

template <int S, int N, bool Native>
NUMLANE_INLINE mask<S, N, Native> keep(mask<S, N, Native> m) {
    return m;
}

/// Writes the lanes of two registers by turns. Eight doubles as integers: g++ 12 may choose the instruction vmovddup for
/// the interleaving of two registers of them, which takes the first one twice (seen at -O1 with -fsanitize=thread).
template <class R, int N, bool Native>
NUMLANE_INLINE void store_by_turns(const pack<R, N, Native>& first, const pack<R, N, Native>& second, R* p) {
    using tag = typename pack<R, N>::tag;
#if NUMLANE_TARGET_AVX512
    if constexpr (N * sizeof(R) == 64) return store_by_turns(first.v, second.v, p);
#endif
    if constexpr (std::is_same_v<R, double> && N == 8) {
        const hn::RebindToUnsigned<tag> bits;
        hn::StoreInterleaved2(hn::BitCast(bits, first.v), hn::BitCast(bits, second.v), bits,
                              reinterpret_cast<std::uint64_t*>(p));
    } else {
        hn::StoreInterleaved2(first.v, second.v, tag(), p);
    }
}

/// Writes every lane to p.
template <class T, int N, bool Native>
NUMLANE_INLINE void store(const pack<T, N, Native>& v, T* p) {
    if constexpr (Native) {
        hn::StoreU(v.v, typename pack<T, N>::tag(), p);
    } else if constexpr (is_complex_v<T>) {
        using part = pack<real_t<T>, N>;
        if constexpr (part::native) {
            store_by_turns(v.re, v.im, reinterpret_cast<real_t<T>*>(p));
        } else {
            store(pack<T, N / 2>(v.re.lo, v.im.lo), p);
            store(pack<T, N / 2>(v.re.hi, v.im.hi), p + N / 2);
        }
    } else {
        store(v.lo, p);
        store(v.hi, p + N / 2);
    }
}
template <int S, int N, bool Native>
NUMLANE_INLINE void store(const mask<S, N, Native>& m, bool* p) {
    store(convert<std::uint8_t>(m), reinterpret_cast<std::uint8_t*>(p));
}

/// Writes every lane to p past the cache where a register can; p is aligned to 64 bytes. end_streams() is to follow.
template <class T, int N, bool Native>
NUMLANE_INLINE void stream(const pack<T, N, Native>& v, T* p) {
    if constexpr (Native) {
        // Smaller pieces than 16 bytes cannot.
        if constexpr (N > 1 && N * sizeof(T) >= 16) hn::Stream(v.v, typename pack<T, N>::tag(), p);
        else store(v, p);
    } else if constexpr (is_complex_v<T>) {
        if constexpr (pack<real_t<T>, N>::native && N > 1) {
            // Interleaved in memory, which stays in the cache.
            alignas(64) real_t<T> buffer[2 * N];
            store_by_turns(v.re, v.im, buffer);
            auto* const out = reinterpret_cast<real_t<T>*>(p);
            stream(load<real_t<T>, N>(buffer), out);
            stream(load<real_t<T>, N>(buffer + N), out + N);
        } else if constexpr (N > 1) {
            stream(pack<T, N / 2>(v.re.lo, v.im.lo), p);
            stream(pack<T, N / 2>(v.re.hi, v.im.hi), p + N / 2);
        } else {
            store(v, p);
        }
    } else {
        stream(v.lo, p);
        stream(v.hi, p + N / 2);
    }
}
template <int S, int N, bool Native>
NUMLANE_INLINE void stream(const mask<S, N, Native>& m, bool* p) {
    store(m, p);
}

/// The first `count` < N elements at p, and zeros in the other lanes.
template <class T, int N>
NUMLANE_INLINE lanes<T, N> load_first(const T* p, std::ptrdiff_t count) {
#if NUMLANE_TARGET_MASKED_LOAD
    if constexpr (std::is_same_v<T, bool> && NUMLANE_TARGET_BIT_MASKS && N <= register_lanes<std::uint8_t>)
        return load_first<std::uint8_t, N>(reinterpret_cast<const std::uint8_t*>(p), count) !=
               pack<std::uint8_t, N>(std::uint8_t(0));
    else if constexpr (N <= register_lanes<T> && !std::is_same_v<T, bool> &&
                       (sizeof(T) >= 4 || NUMLANE_TARGET_BIT_MASKS))
        return hn::MaskedLoad(hn::FirstN(typename pack<T, N>::tag(), std::size_t(count)), typename pack<T, N>::tag(),
                              p);
#endif
    if constexpr (N > register_lanes<real_t<T>> && is_pack<lanes<T, N>> && !is_complex_v<T>) {
        constexpr int half = N / 2;
        if (count < half) return join(load_first<T, half>(p, count), pack<T, half>(T(0)));
        const pack<T, half> low = load<T, half>(p);
        // Of no element nothing may be read: some targets read first, and then mask.
        return join(low, count == half ? pack<T, half>(T(0)) : load_first<T, half>(p + half, count - half));
    } else {
        alignas(64) T buffer[N] = {};
        if constexpr (N > 1) __builtin_memcpy(static_cast<void*>(buffer), p, std::size_t(count) * sizeof(T));
        return load<T, N>(buffer);
    }
}

/// Writes the first `count` < N lanes to p.
template <class V, class T>
NUMLANE_INLINE void store_first(const V& v, T* p, std::ptrdiff_t count) {
#if NUMLANE_TARGET_MASKED_STORE
    if constexpr (V::native && !std::is_same_v<T, bool> && sizeof(T) >= 4)
        return hn::BlendedStore(v.v, hn::FirstN(typename V::tag(), std::size_t(count)), typename V::tag(), p);
#endif
    if constexpr (V::size > 1) {
        alignas(64) T buffer[V::size];
        store(v, buffer);
        __builtin_memcpy(static_cast<void*>(p), buffer, std::size_t(count) * sizeof(T));
    }
}

/// Whether lanes of V are quickly written by an instruction that leaves out what a mask says: that of AVX2 takes many
/// steps on some CPUs.
template <class V, class T>
inline constexpr bool has_masked_store =
    NUMLANE_TARGET_MASKED_STORE && NUMLANE_TARGET_BIT_MASKS && V::native && !std::is_same_v<T, bool> && sizeof(T) >= 4;

#if NUMLANE_TARGET_MASKED_STORE
/// Writes the lanes of v that m selects to p and leaves the other elements alone.
template <class V, class T, class M>
    requires(has_masked_store<V, T>)
NUMLANE_INLINE void store_where(const V& v, const M& m, T* p) {
    hn::BlendedStore(v.v, hn::RebindMask(typename V::tag(), resize_mask<int(sizeof(T))>(m).v), typename V::tag(), p);
}
#endif

NUMLANE_END_TARGET
