// gemv_kernel<R>: a matrix times a vector, both of real numbers, along or across contiguous rows.
//
// Eight registers hold sums: those of eight rows, which share each load of the vector; or, where the columns are contiguous,
// those of eight registers of rows, of which each element of the vector is a factor.

NUMLANE_BEGIN_TARGET

template <class R>
struct kernel<detail::gemv_kernel<R>> {
    static constexpr int at_once = 8, one = register_lanes<R>;

    // sum[i] += row i · x, `Count` rows from a on.
    template <class P, int Count, class Load>
    static NUMLANE_INLINE void add_products(packs<P, Count>& sum, const R* a, std::ptrdiff_t stride, const P& x,
                                            const Load& load_row) {
        sum.head = add_product<R>::run(sum.head, load_row(a), x);
        if constexpr (Count > 1) add_products(sum.tail, a + stride, stride, x, load_row);
    }
    template <class P, int Count>
    static NUMLANE_INLINE void store_sums(const packs<P, Count>& sum, R* y) {
        *y = fold<reducer::sum>(sum.head);
        if constexpr (Count > 1) store_sums(sum.tail, y + 1);
    }
    template <class P>
    struct load_whole {
        NUMLANE_INLINE P operator()(const R* p) const { return load<R, P::size>(p); }
    };
    template <class P>
    struct load_some {
        std::ptrdiff_t count;
        NUMLANE_INLINE P operator()(const R* p) const { return load_first<R, P::size>(p, count); }
    };

    // The products of Rows rows with x. Of fewer rows, each has several registers of sums: they must not wait for each other.
    template <int Rows>
    static NUMLANE_INLINE void rows(const gemv_job<R>& job, std::ptrdiff_t row) {
        using P = pack<R, (at_once / Rows) * one>;
        const R* a = job.a + row * job.stride;
        packs<P, Rows> sum;
        clear(sum);
        std::ptrdiff_t j = 0;
        for (; j + P::size <= job.n; j += P::size, a += P::size)
            add_products(sum, a, job.stride, load<R, P::size>(job.x + j), load_whole<P>());
        if (const std::ptrdiff_t left = job.n - j; left > 0)
            add_products(sum, a, job.stride, load_first<R, P::size>(job.x + j, left), load_some<P>{left});
        store_sums(sum, job.y + row);
    }

    // The sums of so many registers of rows over all columns.
    template <int Registers, class Load>
    static NUMLANE_INLINE packs<pack<R, one>, Registers> sums_of_columns(const gemv_job<R>& job, std::ptrdiff_t row,
                                                                         const Load& load_rows) {
        packs<pack<R, one>, Registers> sum;
        clear(sum);
        for (std::ptrdiff_t j = 0; j < job.n; ++j)  // no pointer beyond the last column
            add_products(sum, job.a + row + j * job.stride, one, pack<R, one>(job.x[j]), load_rows);
        return sum;
    }
    template <class P, int Count>
    static NUMLANE_INLINE void store_rows(const packs<P, Count>& sum, R* y) {
        store(sum.head, y);
        if constexpr (Count > 1) store_rows(sum.tail, y + P::size);
    }

    // All that is left from row on, as far as so many registers at a time go; returns the next row.
    template <int Registers>
    static NUMLANE_INLINE std::ptrdiff_t columns(const gemv_job<R>& job, std::ptrdiff_t row) {
        for (; row + Registers * one <= job.m; row += Registers * one)
            store_rows(sums_of_columns<Registers>(job, row, load_whole<pack<R, one>>()), job.y + row);
        return row;
    }

    static void run(const kernel_args& args) {
        const auto& job = *static_cast<const gemv_job<R>*>(args.out);
        std::ptrdiff_t i = 0;
        if (job.by_columns) {
            i = columns<at_once>(job, i);
            i = columns<at_once / 2>(job, i);
            i = columns<at_once / 4>(job, i);
            i = columns<1>(job, i);
            if (const std::ptrdiff_t left = job.m - i; left > 0)
                store_first(sums_of_columns<1>(job, i, load_some<pack<R, one>>{left}).head, job.y + i, left);
        } else {
            for (; i + at_once <= job.m; i += at_once) rows<at_once>(job, i);
            for (; i + 2 <= job.m; i += 2) rows<2>(job, i);
            if (i < job.m) rows<1>(job, i);
        }
    }
};

NUMLANE_END_TARGET
