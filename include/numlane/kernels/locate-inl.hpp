// Where the extremum lies: the first of equal ones, and the first NaN before all.

NUMLANE_BEGIN_TARGET

template <class T>
NUMLANE_INLINE bool unordered(T a) { return a != a; }

// True if a is the extremum before b. NaN is one before all numbers.
template <class Reducer, class T>
NUMLANE_INLINE bool precedes(T a, T b) {
    const bool closer = std::is_same_v<Reducer, reducer::minimum> ? a < b : b < a;
    return closer || (unordered(a) && !unordered(b));
}
template <class Reducer, class P>
NUMLANE_INLINE bool any_precedes(const P& a, const P& b) {
    auto closer = std::is_same_v<Reducer, reducer::minimum> ? a < b : b < a;
    if constexpr (std::is_floating_point_v<typename P::value_type>) closer = closer | ((a != a) & (b == b));
    return any_of(closer);
}

// locate<Reducer, T>: the extremum of one chunk and its index. Out: a column_job, whose accumulators take them.
template <class Reducer, class T>
struct locate {
    static constexpr int many = 4 * register_lanes<T>;

    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        const T* const x = static_cast<const T*>(args.operands[0].data);
        T extremum;
        reduce<Reducer, program::load<T, 0>>::run({&extremum, args.operands, nullptr, args.count, false});
        std::ptrdiff_t i = 0;
        const bool nan = unordered(extremum);
        const pack<T, many> sought(extremum);
        for (; i + many <= args.count; i += many) {
            const auto v = load<T, many>(x + i);
            if (nan ? any_of(v != v) : any_of(v == sought)) break;
        }
        while (nan ? !unordered(x[i]) : x[i] != extremum) ++i;
        *static_cast<T*>(job.first) = extremum;
        *static_cast<std::int64_t*>(job.second) = job.index + i;
    }
};

template <class Reducer, class T>
struct locate_in_columns {
    static constexpr int one = register_lanes<T>;
    static constexpr int many = 2 * one;

    // Column by column; rare, for an extremum is seldom found anew.
    static NUMLANE_NOINLINE void update(const column_job& job, std::ptrdiff_t column, std::ptrdiff_t columns) {
        T* const first = static_cast<T*>(job.first);
        auto* const second = static_cast<std::int64_t*>(job.second);
        for (std::ptrdiff_t c = column; c < column + columns; ++c) {
            const T* at = static_cast<const T*>(job.rows) + c;
            const std::ptrdiff_t lanes = job.lanes, lane = c / lanes, repeat = job.columns / lanes;
            for (std::ptrdiff_t r = 0; r < job.count; ++r, at += job.stride) {
                if (!(job.fresh && r == 0) && !precedes<Reducer>(*at, first[c])) continue;
                first[c] = *at;
                second[c] = job.index + r * repeat + lane;
            }
        }
    }

    // Of equal extrema the one with the smaller index counts.
    static void join(const column_job& job) {
        T* const first = static_cast<T*>(job.first);
        auto* const second = static_cast<std::int64_t*>(job.second);
        const T* const value = static_cast<const T*>(job.rows);
        const auto* const index = static_cast<const std::int64_t*>(job.rows_second);
        for (std::ptrdiff_t c = 0; c < job.columns; ++c) {
            const bool better = precedes<Reducer>(value[c], first[c]);
            const bool earlier = !precedes<Reducer>(first[c], value[c]) && index[c] < second[c];
            if (!job.fresh && !better && !earlier) continue;
            first[c] = value[c];
            second[c] = index[c];
        }
    }

    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        if (job.rows_second != nullptr) return join(job);
        if (job.fresh || job.count < rows_at_once) return update(job, 0, job.columns);
        std::ptrdiff_t column = 0;
        for (; column + many <= job.columns; column += many) {
            const T* const at = static_cast<const T*>(job.rows) + column;
            const auto v = combine_rows<Reducer, T, many, true, rows_at_once>(at, job.stride, many);
            if (any_precedes<Reducer>(v, load<T, many>(static_cast<const T*>(job.first) + column))) update(job, column, many);
        }
        if (column < job.columns) update(job, column, job.columns - column);
    }
};

NUMLANE_END_TARGET
