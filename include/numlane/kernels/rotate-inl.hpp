// rotate_kernel<R>: sweeps of plane rotations of the columns of a matrix, which is what the QR iterations for eigenvalues and
// singular values spend their time with. A few rows at a time take all sweeps while they are in the cache; the column that
// two rotations of a sweep share stays in registers. Every row is computed alike, on every target.

NUMLANE_BEGIN_TARGET

template <class R>
struct kernel<detail::rotate_kernel<R>> {
    static constexpr int one = register_lanes<R>;
    static constexpr int many = 4 * one;

    static void run(const kernel_args& args) {
        const auto& job = *static_cast<const rotation_job<R>*>(args.out);
        std::ptrdiff_t row = 0;
        for (; row + many <= job.rows; row += many) rows<many>(job, job.data + row, many);
        for (; row < job.rows; row += one) rows<one>(job, job.data + row, job.rows - row);
    }

private:
    template <int N>
    static void rows(const rotation_job<R>& job, R* data, std::ptrdiff_t left) {
        if (left <= 0) return;  // which is never so, but g++ warns where it does not see that
        for (std::ptrdiff_t i = 0; i < job.sweep_count; ++i) {
            const rotation_sweep& sweep = job.sweeps[i];
            const R *c = job.cosines + sweep.at, *s = job.sines + sweep.at;
            const std::ptrdiff_t step = sweep.step * job.ld;
            R* column = data + sweep.first * job.ld;
            pack<R, N> x = get<N>(column, left);
            for (std::ptrdiff_t k = 0; k < sweep.count; ++k, column += step) {
                const pack<R, N> y = get<N>(column + step, left), cosine(c[k]), sine(s[k]);
                put(cosine * x + sine * y, column, left);
                x = cosine * y - sine * x;
            }
            put(x, column, left);
        }
    }

    template <int N>
    static NUMLANE_INLINE pack<R, N> get(const R* p, std::ptrdiff_t left) {
        return left >= N ? load<R, N>(p) : load_first<R, N>(p, left);
    }
    template <int N, bool Native>
    static NUMLANE_INLINE void put(const pack<R, N, Native>& v, R* p, std::ptrdiff_t left) {
        if (left >= N) store(v, p);
        else store_first(v, p, left);
    }
};

NUMLANE_END_TARGET
