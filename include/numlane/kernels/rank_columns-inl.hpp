// Order statistics of columns, one in each lane. column_keys_kernel<T> makes integers of the elements, in the order of the
// numbers; rank_columns_kernel<K> finds among which few of them is the one that sorting would put at a rank.
//
// It bisects the range of the keys: those above its middle are counted, which takes a load, a comparison and an addition for
// all columns of a register, and no branch. Every few passes the range shrinks to the keys that it holds, for equal ones, and
// others far from their neighbours, not to cost a pass for each bit.

NUMLANE_BEGIN_TARGET

struct words_of_registers {
    template <class V> static NUMLANE_INLINE auto run(V v) {
        return hn::BitCast(hn::RebindToUnsigned<hn::DFromV<V>>(), v);
    }
};
struct halve_registers {
    template <class V> static NUMLANE_INLINE V run(V v) { return hn::ShiftRight<1>(v); }
};

template <class T>
struct kernel<detail::column_keys_kernel<T>> {
    using K = column_key<T>;
    static constexpr int n = columns_of_keys<K>, rows_ahead = 32;
    using keys = pack<K, n>;
    using limits = std::numeric_limits<K>;

    static NUMLANE_INLINE keys key_of(const pack<T, n>& v) {
        using words = pack<std::make_unsigned_t<K>, n>;
        if constexpr (std::is_floating_point_v<T>) {
            const keys k = convert<K>(by_register<words, words_of_registers>(v));
            return select(k < keys(K(0)), k ^ keys(limits::max()), k);
        } else if constexpr (std::is_unsigned_v<T> && sizeof(T) == sizeof(K)) {
            return convert<K>(v) ^ keys(limits::min());
        } else {
            return convert<K>(v);
        }
    }

    template <bool Whole>
    static NUMLANE_INLINE void make_keys(const column_keys& job) {
        const T* const at = static_cast<const T*>(job.rows);
        K* const to = static_cast<K*>(job.keys);
        const std::ptrdiff_t stride = job.stride, columns = job.columns, count = job.count;
        keys low(limits::max()), high(limits::min()), numbers(K(job.count));
        for (std::ptrdiff_t row = 0; row < count; ++row) {
            const T* const from = at + row * stride;
            fetch_ahead(from, rows_ahead * stride * std::ptrdiff_t(sizeof(T)));  // rows may be pages apart
            const auto v = load_columns<T, n, Whole>(from, columns);
            keys key = key_of(v);
            if constexpr (std::is_floating_point_v<T>) {
                const auto nan = v != v;
                high = max(high, select(nan, high, key));
                key = select(nan, keys(limits::max()), key);
                numbers = select(nan, numbers - keys(K(1)), numbers);
            } else {
                high = max(high, key);
            }
            low = min(low, key);
            store(key, to + row * n);
        }
        store(low, static_cast<K*>(job.low));
        store(high, static_cast<K*>(job.high));
        store(numbers, static_cast<K*>(job.numbers));
    }

    static void run(const kernel_args& args) {
        const column_keys& job = *static_cast<const column_keys*>(args.out);
        if (job.columns == n) make_keys<true>(job);
        else make_keys<false>(job);
    }
};

template <class M>
NUMLANE_INLINE std::uint32_t bits_of_lanes(const M& m) {
    if constexpr (M::native) return std::uint32_t(to_bits(m));
    else return bits_of_lanes(m.lo) | bits_of_lanes(m.hi) << M::size / 2;
}

template <class K>
struct kernel<detail::rank_columns_kernel<K>> {
    static constexpr int n = columns_of_keys<K>, passes_to_shrink = 8;
    using keys = pack<K, n>;
    using limits = std::numeric_limits<K>;

    static NUMLANE_INLINE keys load_keys(const void* at) { return load<K, n>(static_cast<const K*>(at)); }
    static NUMLANE_INLINE void store_keys(const keys& k, void* at) { store(k, static_cast<K*>(at)); }

    static NUMLANE_INLINE keys middle(const keys& low, const keys& high) {
        using words = pack<std::make_unsigned_t<K>, n>;
        return low + convert<K>(by_register<words, halve_registers>(convert<std::make_unsigned_t<K>>(high - low)));
    }
    static NUMLANE_INLINE keys count_above(const column_keys& job, const keys& border) {
        const K* at = static_cast<const K*>(job.keys);
        keys count(K(0));
        for (const K* const end = at + job.count * n; at != end; at += n) {
            const auto above = border < load<K, n>(at);
#if NUMLANE_TARGET_BIT_MASKS
            count = select(above, count + keys(K(1)), count);
#else
            count = count - to_vector(above);
#endif
        }
        return count;
    }
    static NUMLANE_INLINE auto is_within(const keys& key, const keys& low, const keys& high) {
        return !((key < low) | (high < key));
    }
    static NUMLANE_INLINE void shrink(const column_keys& job, keys& low, keys& high) {
        const K* at = static_cast<const K*>(job.keys);
        keys least = high, most = low;
        for (const K* const end = at + job.count * n; at != end; at += n) {
            const keys key = load<K, n>(at);
            const auto within = is_within(key, low, high);
            least = min(least, select(within, key, least));
            most = max(most, select(within, key, most));
        }
        low = least;
        high = most;
    }
    // Collects the keys from low to high of the columns that have a few different ones, and the least key above high.
    static NUMLANE_INLINE void collect(const column_keys& job, const keys& low, const keys& high) {
        const K* at = static_cast<const K*>(job.keys);
        const auto several = low < high;
        K* to[n];
        for (int lane = 0; lane < n; ++lane) to[lane] = static_cast<K*>(job.few) + lane * few_keys;
        keys next(limits::max());
        for (const K* const end = at + job.count * n; at != end; at += n) {
            const keys key = load<K, n>(at);
            next = min(next, select(high < key, key, next));
            for (std::uint32_t bits = bits_of_lanes(is_within(key, low, high) & several); bits != 0; bits &= bits - 1) {
                const int lane = __builtin_ctz(bits);
                *to[lane]++ = at[lane];
            }
        }
        store_keys(next, job.next);
    }

    static void run(const kernel_args& args) {
        const column_keys& job = *static_cast<const column_keys*>(args.out);
        keys low = load_keys(job.low), high = load_keys(job.high);
        keys from_low(K(job.count)), above = from_low - load_keys(job.numbers);
        // So many keys are above the one of the rank.
        const keys wanted = keys(K(job.count - 1)) - load_keys(job.ranks);
        for (int passes = 1; any_of((low < high) & (keys(K(job.enough)) < from_low - above)); ++passes) {
            if (passes % passes_to_shrink == 0) {
                shrink(job, low, high);
                continue;
            }
            const keys border = middle(low, high), counted = count_above(job, border);
            const auto too_low = wanted < counted;
            low = select(too_low, border + keys(K(1)), low);
            from_low = select(too_low, counted, from_low);
            high = select(too_low, high, border);
            above = select(too_low, above, counted);
        }
        store_keys(low, job.low);
        store_keys(high, job.high);
        store_keys(keys(K(job.count)) - from_low, job.below);
        store_keys(above, job.above);
        collect(job, low, high);
    }
};

NUMLANE_END_TARGET
