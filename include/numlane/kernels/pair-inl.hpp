// pair_kernel<Pair>, pair_columns_kernel<Pair>: two reductions of the same elements, which the second finds in a near
// cache. Pair names their kernels: first_row and second_row of a chunk, first_columns and second_columns of rows of its
// `element`, first_join and second_join of rows of accumulators. Out: a column_job, whose accumulators take both.

NUMLANE_BEGIN_TARGET

template <class Pair>
struct kernel<detail::pair_kernel<Pair>> {
    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        const kernel_constant zero{};  // for programs that leave out NaN
        kernel_args of_chunk{job.first, args.operands, &zero, args.count, args.stream};
        kernel<typename Pair::first_row>::run(of_chunk);
        of_chunk.out = job.second;
        of_chunk.stream = false;
        kernel<typename Pair::second_row>::run(of_chunk);
    }
};

template <class Pair>
struct kernel<detail::pair_columns_kernel<Pair>> {
    template <class First, class Second>
    static NUMLANE_INLINE void run_both(column_job job, const void* second_rows) {
        kernel_args args{};
        args.out = &job;
        kernel<First>::run(args);
        job.first = job.second;
        job.rows = second_rows;
        kernel<Second>::run(args);
    }
    static void run(const kernel_args& args) {
        const column_job& job = *static_cast<const column_job*>(args.out);
        if (job.rows_second != nullptr)
            return run_both<typename Pair::first_join, typename Pair::second_join>(job, job.rows_second);
        for (rows_in_turn<typename Pair::element> rows(args); rows.left > 0; rows.next())
            run_both<typename Pair::first_columns, typename Pair::second_columns>(rows.job, rows.job.rows);
    }
};

NUMLANE_END_TARGET
