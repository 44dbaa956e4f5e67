// locate_columns_kernel<Reducer, T>: the extrema of rows, and in which row they lie, into a row of accumulators.

NUMLANE_BEGIN_TARGET

template <class Reducer, class T>
struct kernel<detail::locate_columns_kernel<Reducer, T>> {
    // On Zen 5, two registers at once took 0.8 of the time of one for elements of four bytes, and 1.05 to 1.1 for others.
    static constexpr int one = (sizeof(real_t<T>) == 4 ? 2 : 1) * register_lanes<real_t<T>>;
    using row_number = pack<typename detail::integer_of<int(sizeof(real_t<T>)), true>::type, one>;

    using values = pack<T, one>;
    using indices = pack<std::int64_t, one>;
    static constexpr bool has_numbers = std::is_integral_v<T> || has_quick<Reducer, T>;  // rows that may be without NaN

    // Takes up row r: the extrema, and in which row they lie.
    static NUMLANE_INLINE void take_up(const values& v, int r, values& best, row_number& row) {
        const auto better = come_before<Reducer>(v, best);
        row = select(better, row_number(typename row_number::value_type(r)), row);
        best = select(better, v, best);
    }

    // Takes up rows R to seven of numbers; check becomes their sum with that of those known, by which to tell whether one is NaN.
    template <int R>
    static NUMLANE_INLINE void take_up_numbers(const T* at, std::ptrdiff_t stride, values& best, row_number& row,
                                               values& check) {
        const auto v = load<T, one>(at);
        const auto better = std::is_same_v<Reducer, reducer::minimum> ? v < best : best < v;
        row = select(better, row_number(typename row_number::value_type(R)), row);
        if constexpr (has_quick<Reducer, T>) {
            best = quick_combine<Reducer>(best, v);
            check = check + v;
        } else {
            best = combine<Reducer>::run(best, v);
        }
        if constexpr (R + 1 < rows_at_once) take_up_numbers<R + 1>(at + stride, stride, best, row, check);
    }

    // Writes the extrema, and which elements of their columns they are where a row is not negative.
    template <bool Whole>
    static NUMLANE_INLINE void put(const column_job& job, std::ptrdiff_t column, const values& best,
                                   const row_number& row) {
        const std::ptrdiff_t left = job.columns - column;
        auto* const second = static_cast<std::int64_t*>(job.second) + column;
        const indices number = convert<std::int64_t>(row);
        indices index = number + indices(job.index);
        if (job.lanes != job.columns)
            index = number * indices(job.columns / job.lanes) + indices(job.index) +
                    load_columns<std::int64_t, one, Whole>(job.rows_before + column, left);
        if (!job.fresh)
            index = select(number < indices(0), load_columns<std::int64_t, one, Whole>(second, left), index);
        store_columns<Whole>(best, static_cast<T*>(job.first) + column, left);
        store_columns<Whole>(index, second, left);
    }

    // Eight rows; false if one may have a NaN.
    template <bool Fresh>
    static NUMLANE_INLINE bool strip_of_numbers(const column_job& job, std::ptrdiff_t column) {
        const T* const at = static_cast<const T*>(job.rows) + column;
        values best = load<T, one>(Fresh ? at : static_cast<const T*>(job.first) + column), check = best;
        row_number row(typename row_number::value_type(Fresh ? 0 : -1));
        take_up_numbers<Fresh ? 1 : 0>(at + (Fresh ? job.stride : 0), job.stride, best, row, check);
        if constexpr (has_quick<Reducer, T>)
            if (__builtin_expect(may_have_nan(check), 0)) return false;
        put<true>(job, column, best, row);
        return true;
    }

    template <bool Whole>
    static NUMLANE_INLINE void strip(const column_job& job, std::ptrdiff_t column) {
        const T* const at = static_cast<const T*>(job.rows) + column;
        const std::ptrdiff_t left = job.columns - column;
        values best = load_columns<T, one, Whole>(job.fresh ? at : static_cast<const T*>(job.first) + column, left);
        row_number row(typename row_number::value_type(job.fresh ? 0 : -1));
        for (int r = job.fresh ? 1 : 0; r < int(job.count); ++r)
            take_up(load_columns<T, one, Whole>(at + r * job.stride, left), r, best, row);
        put<Whole>(job, column, best, row);
    }

    // Of equal extrema the one with the smaller index counts.
    template <bool Whole>
    static NUMLANE_INLINE void join(const column_job& job, std::ptrdiff_t column) {
        using I = typename row_number::value_type;
        const std::ptrdiff_t left = job.columns - column;
        T* const first = static_cast<T*>(job.first) + column;
        auto* const second = static_cast<std::int64_t*>(job.second) + column;
        const auto value = load_columns<T, one, Whole>(static_cast<const T*>(job.rows) + column, left);
        const auto known = load_columns<T, one, Whole>(first, left);
        const auto index =
            load_columns<std::int64_t, one, Whole>(static_cast<const std::int64_t*>(job.rows_second) + column, left);
        const auto known_index = load_columns<std::int64_t, one, Whole>(second, left);
        const row_number none(I(0)), one_each(I(1));
        const row_number earlier = convert<I>(select(index < known_index, indices(1), indices(0)));
        const auto better =
            come_before<Reducer>(value, known) | ((none < earlier) & !come_before<Reducer>(known, value));
        store_columns<Whole>(select(better, value, known), first, left);
        const auto taken = indices(0) < convert<std::int64_t>(select(better, one_each, none));
        store_columns<Whole>(select(taken, index, known_index), second, left);
    }

    static NUMLANE_INLINE void take_rows(const column_job& job) {
        std::ptrdiff_t column = 0;
        for (; column + one <= job.columns; column += one) {
            if constexpr (has_numbers)
                if (job.count == rows_at_once &&
                    (job.fresh ? strip_of_numbers<true>(job, column) : strip_of_numbers<false>(job, column)))
                    continue;
            strip<true>(job, column);
        }
        if (column < job.columns) strip<false>(job, column);
    }

    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        if (job.rows_second != nullptr) {
            std::ptrdiff_t column = 0;
            for (; column + one <= job.columns; column += one) join<true>(job, column);
            if (column < job.columns) join<false>(job, column);
            return;
        }
        for (rows_in_turn<T> rows(args); rows.left > 0; rows.next()) take_rows(rows.job);
    }
};

NUMLANE_END_TARGET
