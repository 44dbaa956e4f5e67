// moments_columns_kernel<R, OfNumbers>: rows of elements into the sums, and the sums of squares, of their columns. Eight rows
// at a time are a block as those of moments_kernel. OfNumbers, an accumulator of squares is complex: its imaginary part is
// the number of elements.

NUMLANE_BEGIN_TARGET

template <class R, bool OfNumbers>
struct kernel<detail::moments_columns_kernel<R, OfNumbers>> {
    using of = moment<R, OfNumbers>;
    using sum_type = typename of::sum_type;
    static constexpr int one = register_lanes<R>;
    using lanes_type = pack<R, one>;

    // Joins (sum, squares) of `added` elements with the accumulators.
    template <bool Whole>
    static NUMLANE_INLINE void join(const column_job& job, std::ptrdiff_t column, double added, const lanes_type& sum,
                                    const lanes_type& squares) {
        const std::ptrdiff_t left = job.columns - column;
        R *const s = static_cast<R*>(job.first) + column, *const q = static_cast<R*>(job.second) + column;
        if (job.fresh) {
            store_columns<Whole>(sum, s, left);
            store_columns<Whole>(squares, q, left);
            return;
        }
        const lanes_type ratio(R(added / job.before));
        const lanes_type weight(R(job.before / (added * (job.before + added))));
        const lanes_type old = load_columns<R, one, Whole>(s, left);
        const lanes_type d = old * ratio - sum;
        // The square of d, which is as many times a distance as there are elements, may be out of range.
        store_columns<Whole>((load_columns<R, one, Whole>(q, left) + squares) + d * (d * weight), q, left);
        store_columns<Whole>(old + sum, s, left);
    }
    // The same with the numbers of elements in each column.
    template <bool Whole>
    static NUMLANE_INLINE void join_numbers(const column_job& job, std::ptrdiff_t column,
                                            const pack<std::complex<R>, one>& sum, const lanes_type& squares) {
        using both = pack<std::complex<R>, one>;
        const std::ptrdiff_t left = job.columns - column;
        R* const s = static_cast<R*>(job.first) + column;
        auto* const q = static_cast<std::complex<R>*>(job.second) + column;
        if (job.fresh) {
            store_columns<Whole>(sum.re, s, left);
            store_columns<Whole>(both(squares, sum.im), q, left);
            return;
        }
        const both held = load_columns<std::complex<R>, one, Whole>(q, left);
        const lanes_type old = load_columns<R, one, Whole>(s, left), n = held.im + sum.im;
        const lanes_type d = of::counted_mean(both(old, held.im)) - of::counted_mean(sum);
        const lanes_type weight = held.im * sum.im / larger_or(lanes_type(R(1)), n);
        store_columns<Whole>(both((held.re + squares) + d * (d * weight), n), q, left);
        store_columns<Whole>(old + sum.re, s, left);
    }

    // The sum of Rows rows, in a binary tree, and that of their squares. They are read again for it: packs that were kept
    // in an array, g++ 12 would write to memory, some of them twice.
    template <bool Whole, int Rows>
    static NUMLANE_INLINE pack<sum_type, one> total(const R* at, std::ptrdiff_t stride, std::ptrdiff_t left,
                                                    const lanes_type& pivot) {
        if constexpr (Rows == 1) return of::summed(load_columns<R, one, Whole>(at, left) - pivot);
        else
            return total<Whole, Rows / 2>(at, stride, left, pivot) +
                   total<Whole, Rows / 2>(at + Rows / 2 * stride, stride, left, pivot);
    }
    template <bool Whole, int Rows>
    static NUMLANE_INLINE lanes_type squares(const R* at, std::ptrdiff_t stride, std::ptrdiff_t left,
                                             const lanes_type& pivot, const lanes_type& mean) {
        if constexpr (Rows == 1) return of::squared_distance(load_columns<R, one, Whole>(at, left) - pivot, mean);
        else
            return squares<Whole, Rows / 2>(at, stride, left, pivot, mean) +
                   squares<Whole, Rows / 2>(at + Rows / 2 * stride, stride, left, pivot, mean);
    }

    template <bool Whole>
    static NUMLANE_INLINE void strip(const column_job& job, std::ptrdiff_t column) {
        const std::ptrdiff_t left = job.columns - column;
        const R* const at = static_cast<const R*>(job.rows) + column;
        if (job.rows_second != nullptr) {
            const lanes_type sum = load_columns<R, one, Whole>(at, left);
            const auto second =
                load_columns<sum_type, one, Whole>(static_cast<const sum_type*>(job.rows_second) + column, left);
            if constexpr (OfNumbers) join_numbers<Whole>(job, column, {sum, second.im}, second.re);
            else join<Whole>(job, column, job.added, sum, second);
            return;
        }
        const lanes_type pivot = load_columns<R, one, Whole>(static_cast<const R*>(job.pivot) + column, left);
        pack<sum_type, one> sum;
        lanes_type q;
        if (job.count == rows_at_once) {
            if (job.ahead) fetch_rows<R, one>(at, job.stride);
            sum = total<Whole, rows_at_once>(at, job.stride, left, pivot);
            q = squares<Whole, rows_at_once>(at, job.stride, left, pivot, of::mean_of_rows(sum));
        } else {
            sum = pack<sum_type, one>(sum_type(0));
            for (std::ptrdiff_t r = 0; r < job.count; ++r)
                sum = sum + total<Whole, 1>(at + r * job.stride, 0, left, pivot);
            const lanes_type mean = of::mean(sum, job.count);
            q = lanes_type(R(0));
            for (std::ptrdiff_t r = 0; r < job.count; ++r)
                q = q + squares<Whole, 1>(at + r * job.stride, 0, left, pivot, mean);
        }
        if constexpr (OfNumbers) join_numbers<Whole>(job, column, sum, q);
        else join<Whole>(job, column, double(job.count), sum, q);
    }

    static void run(const kernel_args& args) {
        for (rows_in_turn<R> rows(args); rows.left > 0; rows.next()) {
            const column_job& job = rows.job;
            std::ptrdiff_t column = 0;
            for (; column + one <= job.columns; column += one) strip<true>(job, column);
            if (column < job.columns) strip<false>(job, column);
        }
    }
};

// Both parts of complex elements are columns of their own.
template <class R, bool OfNumbers>
struct kernel<detail::moments_columns_kernel<std::complex<R>, OfNumbers>> {
    static void run(const kernel_args& args) {
        column_job parts = *static_cast<const column_job*>(args.out);
        for (std::ptrdiff_t* extent : {&parts.columns, &parts.stride, &parts.lanes}) *extent *= 2;
        kernel_args of_parts = args;
        of_parts.out = &parts;
        kernel<detail::moments_columns_kernel<R, OfNumbers>>::run(of_parts);
    }
};

NUMLANE_END_TARGET
