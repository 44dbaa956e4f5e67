// reduce_columns_kernel<Reducer, T, S>: rows of S into a row of accumulators of T.
//
// Columns are independent of each other, so the width of the registers changes no bit. Eight rows at a time are combined
// in a binary tree in registers: the accumulators are loaded and stored once for all eight, and once for 64 of bytes that
// add up.

NUMLANE_BEGIN_TARGET

// The rows of S of a job, at most `Most` at a time. Each is a job in registers: for all that the compiler knows, storing
// accumulators changes the caller's, which it would read again for every strip of columns.
template <class S, int Most = rows_at_once>
struct rows_in_turn {
    column_job job;
    std::ptrdiff_t left;  // rows, with those of the job

    explicit NUMLANE_INLINE rows_in_turn(const kernel_args& args)
        : job(*static_cast<const column_job*>(args.out)), left(job.count) {
        cut();
    }
    NUMLANE_INLINE void next() {
        left -= job.count;
        if (left == 0) return;  // no pointer beyond the last row
        job.rows = static_cast<const S*>(job.rows) + job.count * job.stride;
        job.index += job.count * (job.columns / job.lanes);
        job.before += double(job.count);
        job.fresh = false;
        cut();
    }

private:
    NUMLANE_INLINE void cut() { job.count = left < Most ? left : Most; }
};

// Asks for the eight rows after those at `at`: the hardware sees eight streams, and follows fewer.
template <class T, int N>
NUMLANE_INLINE void fetch_rows(const T* at, std::ptrdiff_t stride) {
    for (int row = rows_at_once; row < 2 * rows_at_once; ++row)
        for (int byte = 0; byte < N * int(sizeof(T)); byte += 64)
            fetch_ahead(at, row * stride * std::ptrdiff_t(sizeof(T)) + byte);
}

template <class T, int N, bool Whole, class S>
NUMLANE_INLINE pack<T, N> load_columns(const S* at, std::ptrdiff_t left) {
    if constexpr (Whole && !std::is_same_v<S, T> && real_pack<pack<T, N>> && !pack<T, N>::native)  // loads that convert
        return pack<T, N>(load_columns<T, N / 2, Whole>(at, left), load_columns<T, N / 2, Whole>(at + N / 2, left));
    else if constexpr (!std::is_same_v<S, T>) return convert<T>(load_columns<S, N, Whole>(at, left));
    else if constexpr (Whole) return load<T, N>(at);
    else return load_first<T, N>(at, left);
}
// Ones where there is truth; a byte of bool is one already.
template <class T, int N, bool Whole, class E>
NUMLANE_INLINE pack<T, N> load_columns(const detail::truth_of<E>* at, std::ptrdiff_t left) {
    if constexpr (std::is_same_v<E, bool>) {
        return load_columns<T, N, Whole>(reinterpret_cast<const std::uint8_t*>(at), left);
    } else {
        const auto v = load_columns<E, N, Whole>(reinterpret_cast<const E*>(at), left);
        return select(v != pack<E, N>(E(0)), pack<T, N>(T(1)), pack<T, N>(T(0)));
    }
}
template <class T, int N, bool Whole, int Value>
NUMLANE_INLINE pack<T, N> load_columns(const detail::number_else<T, Value>* at, std::ptrdiff_t left) {
    const auto v = load_columns<T, N, Whole>(reinterpret_cast<const T*>(at), left);
    return select(v == v, v, pack<T, N>(T(Value)));
}
template <class T, int N, bool Whole, class E>
NUMLANE_INLINE pack<T, N> load_columns(const detail::is_number<E>* at, std::ptrdiff_t left) {
    const auto v = load_columns<E, N, Whole>(reinterpret_cast<const E*>(at), left);
    return select(v == v, pack<T, N>(T(1)), pack<T, N>(T(0)));
}
template <bool Whole, class V, class T>
NUMLANE_INLINE void store_columns(const V& v, T* at, std::ptrdiff_t left) {
    if constexpr (Whole) store(v, at);
    else store_first(v, at, left);
}

// The first of the values that are combined: no NaN, if the others are to pass over it.
template <class Reducer, class P>
NUMLANE_INLINE P first_value(const P& v) {
    if constexpr (over_numbers<Reducer>)
        return combine<Reducer>::run(P(identity<Reducer, typename P::value_type>()), v);
    else return v;
}

// The combination of Rows rows of columns, in a binary tree.
template <class Reducer, class T, int N, bool Whole, int Rows, class S>
NUMLANE_INLINE pack<T, N> combine_rows(const S* at, std::ptrdiff_t stride, std::ptrdiff_t left) {
    if constexpr (Rows == 1) {
        return load_columns<T, N, Whole>(at, left);
    } else {
        auto above = combine_rows<Reducer, T, N, Whole, Rows / 2>(at, stride, left);
        if constexpr (Rows == 2) above = first_value<Reducer>(above);
        return combine<Reducer>::run(
            above, combine_rows<Reducer, T, N, Whole, Rows / 2>(at + Rows / 2 * stride, stride, left));
    }
}

// The same for floats without NaN; check becomes the sum of the rows, by which to tell.
template <class Reducer, class T, int N, bool Whole, int Rows, class S>
NUMLANE_INLINE pack<T, N> combine_rows_quick(const S* at, std::ptrdiff_t stride, std::ptrdiff_t left,
                                             pack<T, N>& check) {
    if constexpr (Rows == 1) {
        return check = load_columns<T, N, Whole>(at, left);
    } else {
        pack<T, N> below;
        const auto v = combine_rows_quick<Reducer, T, N, Whole, Rows / 2>(at, stride, left, check);
        const auto w = combine_rows_quick<Reducer, T, N, Whole, Rows / 2>(at + Rows / 2 * stride, stride, left, below);
        check = check + below;
        return quick_combine<Reducer>(v, w);
    }
}
// The combination of eight rows.
template <class Reducer, class T, int N, bool Whole, class S>
NUMLANE_INLINE pack<T, N> combine_all_rows(const S* at, std::ptrdiff_t stride, std::ptrdiff_t left) {
    if constexpr (has_quick<Reducer, T>) {
        pack<T, N> check;
        const auto v = combine_rows_quick<Reducer, T, N, Whole, rows_at_once>(at, stride, left, check);
        if (__builtin_expect(!may_have_nan(check), 1)) return v;
    }
    return combine_rows<Reducer, T, N, Whole, rows_at_once>(at, stride, left);
}

// What rows are combined as before they are as wide as the accumulators. Narrow integers add up to twice their width; what is
// counted, in its own.
template <class Reducer, class T, class S>
struct rows_as {
    using type = T;
};
template <class T, class S>
    requires(std::is_integral_v<S> && sizeof(T) >= 4 * sizeof(S))
struct rows_as<reducer::sum, T, S> {
    using type = typename detail::integer_of<2 * int(sizeof(S)), std::is_signed_v<S>>::type;
};

template <class T, class E>
struct rows_as<reducer::sum, T, detail::truth_of<E>> {
    using type = typename detail::integer_of<int(sizeof(E)), false>::type;
};
template <class T, class E>
struct rows_as<reducer::sum, T, detail::is_number<E>> : rows_as<reducer::sum, T, detail::truth_of<E>> {};

template <class Reducer, class T, class S>
struct kernel<detail::reduce_columns_kernel<Reducer, T, S>> {
    using M = typename rows_as<Reducer, T, S>::type;
    static constexpr int one = register_lanes<real_t<T>>;
    static constexpr int many = 2 * one;
    // So many bytes add up in M, which is twice as wide or counts, before they are converted.
    static constexpr int in_turn = sizeof(S) == 1 && sizeof(M) < sizeof(T) ? 64 : rows_at_once;
    static constexpr int register_of_rows = register_lanes<real_t<M>> > many ? register_lanes<real_t<M>> : many;
    static constexpr int most = sizeof(M) == 1 ? 2 * register_of_rows : register_of_rows;

    // The first eight of `count` rows.
    template <int N, bool Whole>
    static NUMLANE_INLINE pack<M, N> eight(const column_job& job, const S* at, std::ptrdiff_t count,
                                           std::ptrdiff_t left) {
        if (count >= rows_at_once) {
            if (Whole && job.ahead) fetch_rows<S, N>(at, job.stride);
            return combine_all_rows<Reducer, M, N, Whole>(at, job.stride, left);
        }
        auto rows = first_value<Reducer>(load_columns<M, N, Whole>(at, left));
        for (std::ptrdiff_t row = 1; row < count; ++row)
            rows = combine<Reducer>::run(rows, load_columns<M, N, Whole>(at + row * job.stride, left));
        return rows;
    }

    template <int N, bool Whole>
    static NUMLANE_INLINE void strip(const column_job& job, std::ptrdiff_t column) {
        const std::ptrdiff_t left = job.columns - column;
        const S* at = static_cast<const S*>(job.rows) + column;
        T* const to = static_cast<T*>(job.first) + column;
        pack<M, N> rows = eight<N, Whole>(job, at, job.count, left);
        for (std::ptrdiff_t row = rows_at_once; row < job.count; row += rows_at_once)
            rows = combine<Reducer>::run(rows, eight<N, Whole>(job, at + row * job.stride, job.count - row, left));
        pack<T, N> v = convert<T>(rows);
        if (!job.fresh) v = combine<Reducer>::run(load_columns<T, N, Whole>(to, left), v);
        store_columns<Whole>(v, to, left);
    }

    static void run(const kernel_args& args) {
        for (rows_in_turn<S, in_turn> rows(args); rows.left > 0; rows.next()) {
            const column_job& job = rows.job;
            std::ptrdiff_t column = 0;
            for (; column + most <= job.columns; column += most) strip<most, true>(job, column);
            if constexpr (most > register_of_rows)
                for (; column + register_of_rows <= job.columns; column += register_of_rows)
                    strip<register_of_rows, true>(job, column);
            if constexpr (register_of_rows > many)
                for (; column + many <= job.columns; column += many) strip<many, true>(job, column);
            for (; column + one <= job.columns; column += one) strip<one, true>(job, column);
            if (column < job.columns) strip<one, false>(job, column);
        }
    }
};

NUMLANE_END_TARGET
