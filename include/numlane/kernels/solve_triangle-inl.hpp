// solve_triangle_kernel<R>: a small triangle of coefficients solved for many right sides. The lanes lie along those, in blocks that
// stay in the first-level cache. Every element is computed alike, on every target.

NUMLANE_BEGIN_TARGET

template <class R>
struct kernel<detail::solve_triangle_kernel<R>> {
    using job = triangle_job<R>;
    static constexpr int one = register_lanes<R>;
    using P = pack<R, one>;
    static constexpr std::ptrdiff_t most = most_in_triangle, width = 256 / std::ptrdiff_t(sizeof(R));

    struct block {
        alignas(64) R row[most][width];
        R factor[most][most], pivot[most];  // row i of the triangle without its diagonal; 1 for the pivots of unit ones
    };

    static void run(const kernel_args& args) {
        const job& t = *static_cast<const job*>(args.out);
        block s;
        for (std::ptrdiff_t i = 0; i < t.n; ++i) {
            for (std::ptrdiff_t j = 0; j < t.n; ++j) s.factor[i][j] = t.a[i * t.a_row + j * t.a_column];
            s.pivot[i] = t.unit ? R(1) : s.factor[i][i];
        }
        for (std::ptrdiff_t first = 0; first < t.columns; first += width) {
            const std::ptrdiff_t left = t.columns - first, columns = left < width ? left : width;
            R* const b = t.b + first * t.ld;
            for (std::ptrdiff_t j = 0; j < columns; ++j)
                for (std::ptrdiff_t i = 0; i < t.n; ++i) s.row[i][j] = b[i + j * t.ld];
            for (std::ptrdiff_t i = 0; i < t.n; ++i)
                for (std::ptrdiff_t j = columns; j < (columns + one - 1) / one * one; ++j) s.row[i][j] = R(0);
            for (std::ptrdiff_t j = 0; j < columns; j += one) solve(t, s, j);
            for (std::ptrdiff_t j = 0; j < columns; ++j)
                for (std::ptrdiff_t i = 0; i < t.n; ++i) b[i + j * t.ld] = s.row[i][j];
        }
    }

private:
    static NUMLANE_INLINE void solve(const job& t, block& s, std::ptrdiff_t j) {
        for (std::ptrdiff_t step = 0; step < t.n; ++step) {
            const std::ptrdiff_t k = t.lower ? step : t.n - 1 - step;
            const P x = load<R, one>(s.row[k] + j) / P(s.pivot[k]);
            store(x, s.row[k] + j);
            for (std::ptrdiff_t i = t.lower ? k + 1 : 0; i < (t.lower ? t.n : k); ++i)
                store(load<R, one>(s.row[i] + j) - P(s.factor[i][k]) * x, s.row[i] + j);
        }
    }
};

NUMLANE_END_TARGET
