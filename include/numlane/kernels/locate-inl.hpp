// Where the extremum lies: the first of equal ones, and the first NaN before all.

NUMLANE_BEGIN_TARGET

template <class T>
NUMLANE_INLINE bool unordered(T a) {
    return a != a;
}

// True if a is the extremum before b. NaN is one before all numbers.
template <class Reducer, class T>
NUMLANE_INLINE bool precedes(T a, T b) {
    const bool closer = std::is_same_v<Reducer, reducer::minimum> ? detail::is_less(a, b) : detail::is_less(b, a);
    return closer || (unordered(a) && !unordered(b));
}
template <class Reducer, class P>
NUMLANE_INLINE auto come_before(const P& a, const P& b) {
    const auto closer = std::is_same_v<Reducer, reducer::minimum> ? a < b : b < a;
    if constexpr (!std::is_integral_v<typename P::value_type>) return closer | ((a != a) & (b == b));
    else return closer;
}

// Whether lanes of v equal the extremum; to find NaN, whether they are.
template <bool Nan, class P>
NUMLANE_INLINE auto matches(const P& v, const P& extremum) {
    if constexpr (Nan) return v != v;
    else return v == extremum;
}
template <class P>
NUMLANE_INLINE auto matches_any(const P& v, const P& extremum) {
    if constexpr (!std::is_integral_v<typename P::value_type>) return (v == extremum) | (v != v);
    else return v == extremum;
}

// first, first + 1, ...
template <class P>
NUMLANE_INLINE P iota(int first) {
    if constexpr (P::native) return P(hn::Iota(typename P::tag(), typename P::value_type(first)));
    else return P(iota<typename P::half>(first), iota<typename P::half>(first + P::size / 2));
}

// locate_kernel<Reducer, T>: the extremum of one chunk and its index. Out: a column_job, whose accumulators take them. Where
// an earlier chunk has an extremum as good, this one's index matters to nobody and is not looked for.
template <class Reducer, class T>
struct kernel<detail::locate_kernel<Reducer, T>> {
    static constexpr int one = register_lanes<real_t<T>>;
    static constexpr int many = 4 * one;

    // The first index at which there is the extremum, which there is.
    template <bool Nan>
    static NUMLANE_INLINE std::ptrdiff_t find(const T* x, std::ptrdiff_t count, T extremum) {
        std::ptrdiff_t i = 0;
        const pack<T, many> all(extremum);
        for (; i + many <= count; i += many)
            if (any_of(matches<Nan>(load<T, many>(x + i), all))) break;
        const pack<T, one> some(extremum);
        for (; i + one <= count; i += one)
            if (const std::uint64_t bits = to_bits(matches<Nan>(load<T, one>(x + i), some)))
                return i + __builtin_ctzll(bits);
        while (Nan ? !unordered(x[i]) : x[i] != extremum) ++i;
        return i;
    }

    // The extremum and its index in one pass: every lane keeps the first of its own. False if there may be a NaN, or too few
    // elements.
    static NUMLANE_INLINE bool quick(const T* x, std::ptrdiff_t count, T& extremum, std::ptrdiff_t& index) {
        using I = typename detail::integer_of<int(sizeof(real_t<T>)), true>::type;
        using lanes_type = pack<T, many>;
        using numbers = pack<I, many>;
        if (count < many) return false;
        lanes_type best = load<T, many>(x), check = best;
        numbers at(I(0));
        for (std::ptrdiff_t i = many; i < count; i += many) {
            if (i > count - many) i = count - many;  // the last ones overlap those before, which come first
            const auto v = load<T, many>(x + i);
            const auto closer = std::is_same_v<Reducer, reducer::minimum> ? v < best : best < v;
            best = select(closer, v, best);
            at = select(closer, numbers(I(i)), at);
            if constexpr (!std::is_integral_v<T>) check = check + v;
        }
        if constexpr (!std::is_integral_v<T>)
            if (may_have_nan(check)) return false;
        extremum = fold<Reducer>(best);
        const numbers none(std::numeric_limits<I>::max());
        index =
            std::ptrdiff_t(fold<reducer::minimum>(select(best == lanes_type(extremum), at + iota<numbers>(0), none)));
        return true;
    }

    // The element itself: what equals it may have zeros of other signs, or NaN in other places.
    static NUMLANE_INLINE void put(const column_job& job, const T* x, std::ptrdiff_t index) {
        *static_cast<T*>(job.first) = x[index];
        *static_cast<std::int64_t*>(job.second) = job.index + index;
    }

    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        const T* const x = static_cast<const T*>(args.operands[0].data);
        const std::ptrdiff_t index = locate(args, *job.leader, x);
        put(job, x, index);
        row_leader& leader = *job.leader;
        leader.lately = !leader.found || precedes<Reducer>(x[index], value_of(leader));
        if (leader.lately) __builtin_memcpy(leader.extremum, x + index, sizeof(T));
        leader.found = true;
    }

    static NUMLANE_INLINE T value_of(const row_leader& leader) {
        T value;
        __builtin_memcpy(static_cast<void*>(&value), leader.extremum, sizeof(T));
        return value;
    }

    static NUMLANE_INLINE std::ptrdiff_t locate(const kernel_args& args, const row_leader& leader, const T* x) {
        T extremum;
        std::ptrdiff_t index = 0;
        // Where the last chunk led, so may this one: then one pass is best. Else the index is seldom asked for.
        if constexpr (sizeof(T) > 1)  // whose numbers hold the indices of a chunk
            if ((!leader.found || leader.lately) && quick(x, args.count, extremum, index)) return index;
        kernel<detail::reduce_kernel<Reducer, program::load<T, 0>>>::run(
            {&extremum, args.operands, nullptr, args.count, false});
        if (leader.found && !precedes<Reducer>(extremum, value_of(leader))) return 0;
        return unordered(extremum) ? find<true>(x, args.count, extremum) : find<false>(x, args.count, extremum);
    }
};

NUMLANE_END_TARGET
