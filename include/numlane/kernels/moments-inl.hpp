// The sum of elements less a pivot, and the sum of the squares of their distances from their mean.
//
// A block is read twice while it is in the cache: for its mean, then for the squares. Blocks are joined by the formula of
// T. F. Chan, G. H. Golub and R. J. LeVeque (Updating formulae and a pairwise algorithm for computing sample variances,
// 1979). The pivot, one of the elements, keeps the sums small, so that the means of blocks differ by no rounding of
// theirs.

NUMLANE_BEGIN_TARGET

// The terms that are summed: elements less the pivot; and the squares of that less the mean.
template <class P>
struct less_pivot {
    P pivot;
    NUMLANE_INLINE P operator()(const P& x) const { return x - pivot; }
};
template <class P>
struct squared_distance {
    P pivot, mean;
    NUMLANE_INLINE P operator()(const P& x) const {
        const P d = (x - pivot) - mean;
        return d * d;
    }
};

// moments_kernel<T>: of one chunk; the fixed lanes of reduce_kernel. args.operands: the elements, and the pivot; out: both sums.
template <class T>
struct kernel<detail::moments_kernel<T>> {
    static constexpr int virtual_lanes = 256 / int(sizeof(T));
    static constexpr int width = virtual_lanes / register_lanes<T> <= 8 ? virtual_lanes : register_lanes<T>;
    static constexpr int parts = virtual_lanes / width;
    using lanes_type = pack<T, width>;

    // With Ahead, asks on the way for the memory behind the chunk, where the next one is likely to lie.
    template <bool Ahead, class Term>
    static NUMLANE_INLINE T total(const T* x, std::ptrdiff_t count, const Term& term) {
        const std::ptrdiff_t bytes = count * std::ptrdiff_t(sizeof(T));
        const lanes_type neutral(T(-0.0));
        lanes_type lane[parts];
        for (auto& l : lane) l = neutral;
        // Four at a time, in a tree of their own, so that a lane adds up fewer.
        for (constexpr int four = 4 * virtual_lanes; count >= four; count -= four, x += four) {
            for (int j = 0; j < parts; ++j) {
                const T* const at = x + j * width;
                if constexpr (Ahead) {
                    const int part = 4 * width * int(sizeof(T)), first = j * part;
                    for (int byte = first; byte < first + part; byte += 64) fetch_ahead(x, bytes + byte);
                }
                const lanes_type a = term(load<T, width>(at)) + term(load<T, width>(at + virtual_lanes));
                const lanes_type b =
                    term(load<T, width>(at + 2 * virtual_lanes)) + term(load<T, width>(at + 3 * virtual_lanes));
                lane[j] = lane[j] + (a + b);
            }
        }
        for (; count >= virtual_lanes; count -= virtual_lanes)
            for (int j = 0; j < parts; ++j, x += width) lane[j] = lane[j] + term(load<T, width>(x));
        for (int j = 0; count > 0; ++j, count -= width, x += width) {
            lanes_type v;
            if (count >= width) v = term(load<T, width>(x));
            else
                v = select(first_lanes<mask<int(sizeof(T)), width>>(count), term(load_first<T, width>(x, count)),
                           neutral);
            lane[j] = lane[j] + v;
        }
        for (int half = parts / 2; half > 0; half /= 2)
            for (int j = 0; j < half; ++j) lane[j] = lane[j] + lane[j + half];
        return fold<reducer::sum>(lane[0]);
    }

    static void run(const kernel_args& args) {
        const T* const x = static_cast<const T*>(args.operands[0].data);
        const lanes_type pivot(*static_cast<const T*>(args.operands[1].data));
        T* const out = static_cast<T*>(args.out);
        const T sum = total<false>(x, args.count, less_pivot<lanes_type>{pivot});
        out[0] = sum;
        out[1] = total<true>(x, args.count, squared_distance<lanes_type>{pivot, lanes_type(sum / T(args.count))});
    }
};

template <class T>
struct kernel<detail::moments_columns_kernel<T>> {
    static constexpr int one = register_lanes<T>;
    using lanes_type = pack<T, one>;

    // Joins (sum, squares) of `added` elements with the accumulators.
    template <bool Whole>
    static NUMLANE_INLINE void join(const column_job& job, std::ptrdiff_t column, double added, const lanes_type& sum,
                                    const lanes_type& squares) {
        const std::ptrdiff_t left = job.columns - column;
        T *const s = static_cast<T*>(job.first) + column, *const q = static_cast<T*>(job.second) + column;
        if (job.fresh) {
            store_columns<Whole>(sum, s, left);
            store_columns<Whole>(squares, q, left);
            return;
        }
        const lanes_type ratio(T(added / job.before));
        const lanes_type weight(T(job.before / (added * (job.before + added))));
        const lanes_type old = load_columns<T, one, Whole>(s, left);
        const lanes_type d = old * ratio - sum;
        // The square of d, which is as many times a distance as there are elements, may be out of range.
        store_columns<Whole>((load_columns<T, one, Whole>(q, left) + squares) + d * (d * weight), q, left);
        store_columns<Whole>(old + sum, s, left);
    }

    // Rows in registers, as one pack: the lower half of its lanes are the upper rows.
    template <bool Whole, int Rows>
    static NUMLANE_INLINE pack<T, Rows * one> less_pivot_rows(const T* at, std::ptrdiff_t stride, std::ptrdiff_t left,
                                                              const lanes_type& pivot) {
        if constexpr (Rows == 1) {
            return load_columns<T, one, Whole>(at, left) - pivot;
        } else {
            const auto above = less_pivot_rows<Whole, Rows / 2>(at, stride, left, pivot);
            return join_lanes(above, less_pivot_rows<Whole, Rows / 2>(at + Rows / 2 * stride, stride, left, pivot));
        }
    }
    template <class P>
    static NUMLANE_INLINE pack<T, 2 * P::size> join_lanes(const P& a, const P& b) {
        return pack<T, 2 * P::size>(a, b);
    }
    template <class P>
    static NUMLANE_INLINE lanes_type total_of_rows(const P& rows) {
        if constexpr (P::size == one) return rows;
        else return total_of_rows(rows.lo) + total_of_rows(rows.hi);
    }
    template <class P>
    static NUMLANE_INLINE lanes_type squares_of_rows(const P& rows, const lanes_type& mean) {
        if constexpr (P::size == one) return (rows - mean) * (rows - mean);
        else return squares_of_rows(rows.lo, mean) + squares_of_rows(rows.hi, mean);
    }

    template <bool Whole>
    static NUMLANE_INLINE void strip(const column_job& job, std::ptrdiff_t column) {
        const std::ptrdiff_t left = job.columns - column;
        const T* const at = static_cast<const T*>(job.rows) + column;
        if (job.rows_second != nullptr) {
            join<Whole>(job, column, job.added, load_columns<T, one, Whole>(at, left),
                        load_columns<T, one, Whole>(static_cast<const T*>(job.rows_second) + column, left));
            return;
        }
        const lanes_type pivot = load_columns<T, one, Whole>(static_cast<const T*>(job.pivot) + column, left);
        lanes_type sum, squares;
        if (job.count == rows_at_once) {
            if (job.ahead) fetch_rows<T, one>(at, job.stride);
            const auto all = less_pivot_rows<Whole, rows_at_once>(at, job.stride, left, pivot);
            sum = total_of_rows(all);
            squares = squares_of_rows(all, sum * lanes_type(T(1) / rows_at_once));
        } else {
            lanes_type x[rows_at_once];
            sum = lanes_type(T(0));
            squares = sum;
            for (std::ptrdiff_t r = 0; r < job.count; ++r) {
                x[r] = load_columns<T, one, Whole>(at + r * job.stride, left) - pivot;
                sum = sum + x[r];
            }
            const lanes_type mean = sum / lanes_type(T(job.count));
            for (std::ptrdiff_t r = 0; r < job.count; ++r) squares = squares + (x[r] - mean) * (x[r] - mean);
        }
        join<Whole>(job, column, double(job.count), sum, squares);
    }

    static void run(const kernel_args& args) {
        for (rows_in_turn<T> rows(args); rows.left > 0; rows.next()) {
            const column_job& job = rows.job;
            std::ptrdiff_t column = 0;
            for (; column + one <= job.columns; column += one) strip<true>(job, column);
            if (column < job.columns) strip<false>(job, column);
        }
    }
};

NUMLANE_END_TARGET
