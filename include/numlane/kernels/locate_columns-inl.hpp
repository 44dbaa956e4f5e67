// locate_columns_kernel<Reducer, T>: the extrema of rows, and in which row they lie, into a row of accumulators.

NUMLANE_BEGIN_TARGET

template <class Reducer, class T>
struct kernel<detail::locate_columns_kernel<Reducer, T>> {
    static constexpr int one = register_lanes<real_t<T>>;
    using row_number = pack<typename detail::integer_of<int(sizeof(real_t<T>)), true>::type, one>;

    // A few rows, the first ones, or the last columns: every lane keeps the first of its own.
    template <bool Whole>
    static NUMLANE_INLINE void take_few(const column_job& job, std::ptrdiff_t column) {
        using I = typename row_number::value_type;
        const T* at = static_cast<const T*>(job.rows) + column;
        T* const first = static_cast<T*>(job.first) + column;
        auto* const second = static_cast<std::int64_t*>(job.second) + column;
        const std::ptrdiff_t left = job.columns - column;
        auto best = load_columns<T, one, Whole>(job.fresh ? at : first, left);
        row_number row(I(job.fresh ? 0 : -1));
        for (std::ptrdiff_t r = job.fresh ? 1 : 0; r < job.count; ++r) {
            const auto v = load_columns<T, one, Whole>(at + r * job.stride, left);
            const auto better = come_before<Reducer>(v, best);
            best = select(better, v, best);
            row = select(better, row_number(I(r)), row);
        }
        store_columns<Whole>(best, first, left);
        const std::ptrdiff_t repeat = job.columns / job.lanes;
        if (Whole && job.fresh && repeat == 1) {
            store(convert<std::int64_t>(row) + pack<std::int64_t, one>(job.index), second);
            return;
        }
        const lane_buffer<I, one> number(row);
        for (int lane = 0; lane < (Whole ? one : int(left)); ++lane)
            if (number.at[lane] >= 0) second[lane] = job.index + number.at[lane] * repeat + (column + lane) / job.lanes;
    }

    // Takes the extrema of eight rows where they come before those known, and the first rows that have them.
    static NUMLANE_INLINE void take(const column_job& job, std::ptrdiff_t column, const pack<T, one>& extrema,
                                    std::uint64_t better) {
        using I = typename row_number::value_type;
        const T* const at = static_cast<const T*>(job.rows) + column;
        row_number row(I(0));
        for (int r = rows_at_once - 1; r >= 0; --r)
            row = select(matches_any(load<T, one>(at + r * job.stride), extrema), row_number(I(r)), row);
        const lane_buffer<I, one> number(row);
        T* const first = static_cast<T*>(job.first) + column;
        auto* const second = static_cast<std::int64_t*>(job.second) + column;
        const std::ptrdiff_t repeat = job.columns / job.lanes;
        for (; better != 0; better &= better - 1) {
            const int lane = __builtin_ctzll(better);
            first[lane] = at[number.at[lane] * job.stride + lane];
            second[lane] = job.index + number.at[lane] * repeat + (repeat == 1 ? 0 : (column + lane) / job.lanes);
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

    static NUMLANE_INLINE void take_rows(const column_job& job) {
        const bool few = job.fresh || job.count < rows_at_once;
        std::ptrdiff_t column = 0;
        for (; few && column + one <= job.columns; column += one) take_few<true>(job, column);
        for (; column + one <= job.columns; column += one) {
            const T* const at = static_cast<const T*>(job.rows) + column;
            const auto extrema = combine_all_rows<Reducer, T, one, true>(at, job.stride, one);
            const auto known = load<T, one>(static_cast<const T*>(job.first) + column);
            const auto better = come_before<Reducer>(extrema, known);
            if (any_of(better)) take(job, column, extrema, to_bits(better));
        }
        if (column < job.columns) take_few<false>(job, column);
    }

    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        if (job.rows_second != nullptr) return join(job);
        for (rows_in_turn<T> rows(args); rows.left > 0; rows.next()) take_rows(rows.job);
    }
};

NUMLANE_END_TARGET
