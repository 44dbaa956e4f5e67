// eliminate_kernel<R>: small systems of linear equations by Gauss's elimination with partial pivoting. The right sides stand
// behind the matrix in each row, so that the lanes lie along both. Every element is computed alike, on every target.

NUMLANE_BEGIN_TARGET

template <class R>
struct kernel<detail::eliminate_kernel<R>> {
    using job = elimination_job<R>;
    static constexpr int one = register_lanes<R>;
    using P = pack<R, one>;
    static constexpr std::ptrdiff_t line = 64 / std::ptrdiff_t(sizeof(R)), most = most_eliminated;

    struct system {
        alignas(64) R row[most][2 * most];
        R reciprocal[most];
    };

    static void run(const kernel_args& args) {
        job& e = *static_cast<job*>(args.out);
        const std::ptrdiff_t n = e.n, first = padded(n), end = first + (e.x == nullptr ? 0 : padded(e.columns));
        system s;
        for (std::ptrdiff_t i = 0; i < n; ++i) {
            read(e.a + i * e.a_row, e.a_column, n, s.row[i]);
            if (e.x == nullptr) continue;
            if (e.b != nullptr) {
                read(e.b + i * e.b_row, e.b_column, e.columns, s.row[i] + first);
            } else {
                for (std::ptrdiff_t j = first; j < end; j += one) store(P(R(0)), s.row[i] + j);
                s.row[i][first + i] = R(1);
            }
        }
        e.singular = 0;
        e.odd = false;
        for (std::ptrdiff_t k = 0; k < n; ++k) {
            forward(e, s, k, end);
            if (e.singular != 0 && e.x != nullptr) return;
        }
        for (std::ptrdiff_t j = first; j < end; j += one) back(e, s, n, j);
        for (std::ptrdiff_t i = 0; i < n && e.x != nullptr; ++i)
            write(s.row[i] + first, e.columns, e.x + i * e.x_row, e.x_column);
    }

private:
    static constexpr std::ptrdiff_t padded(std::ptrdiff_t n) { return (n + line - 1) / line * line; }

    static NUMLANE_INLINE void read(const R* from, std::ptrdiff_t step, std::ptrdiff_t n, R* to) {
        std::ptrdiff_t j = 0;
        if (step == 1)
            for (; j < n; j += one)
                store(n - j >= one ? load<R, one>(from + j) : load_first<R, one>(from + j, n - j), to + j);
        else
            for (; j < n; ++j) to[j] = from[j * step];
        for (; j < padded(n); ++j) to[j] = R(0);
    }
    static NUMLANE_INLINE void write(const R* from, std::ptrdiff_t n, R* to, std::ptrdiff_t step) {
        for (std::ptrdiff_t j = 0; j < n; j += step == 1 ? one : 1) {
            if (step != 1) to[j * step] = from[j];
            else if (n - j >= one) store(load<R, one>(from + j), to + j);
            else store_first(load<R, one>(from + j), to + j, n - j);
        }
    }

    // What lies in the columns before k is not needed any more; lanes may change it.
    static NUMLANE_INLINE void forward(job& e, system& s, std::ptrdiff_t k, std::ptrdiff_t end) {
        const std::ptrdiff_t n = e.n, start = k / one * one;
        std::ptrdiff_t best = k;
        R largest = std::abs(s.row[k][k]);
        for (std::ptrdiff_t i = k + 1; i < n; ++i) {
            const R size = std::abs(s.row[i][k]);
            best = size > largest ? i : best;
            largest = size > largest ? size : largest;
        }
        const R pivot = e.pivot[k] = s.row[best][k];
        if (pivot == R(0)) {
            if (e.singular == 0) e.singular = k + 1;
            return;
        }
        if (best != k) {
            e.odd = !e.odd;
            for (std::ptrdiff_t j = start; j < end; j += one) {
                const P upper = load<R, one>(s.row[k] + j), lower = load<R, one>(s.row[best] + j);
                store(lower, s.row[k] + j);
                store(upper, s.row[best] + j);
            }
        }
        // The reciprocal of a smaller number would overflow.
        const bool normal = !(std::abs(pivot) < std::numeric_limits<R>::min());
        s.reciprocal[k] = normal ? R(1) / pivot : R(0);
        R factor[most];
        for (std::ptrdiff_t i = k + 1; i < n; ++i)
            factor[i] = normal ? s.row[i][k] * s.reciprocal[k] : s.row[i][k] / pivot;
        for (std::ptrdiff_t j = start; j < end; j += one) {
            const P top = load<R, one>(s.row[k] + j);
            for (std::ptrdiff_t i = k + 1; i < n; ++i)
                store(load<R, one>(s.row[i] + j) - P(factor[i]) * top, s.row[i] + j);
        }
    }

    static NUMLANE_INLINE void back(const job& e, system& s, std::ptrdiff_t n, std::ptrdiff_t j) {
        for (std::ptrdiff_t i = n - 1; i >= 0; --i) {
            P x = load<R, one>(s.row[i] + j);
            x = s.reciprocal[i] != R(0) ? x * P(s.reciprocal[i]) : x / P(e.pivot[i]);
            store(x, s.row[i] + j);
            for (std::ptrdiff_t p = 0; p < i; ++p) store(load<R, one>(s.row[p] + j) - P(s.row[p][i]) * x, s.row[p] + j);
        }
    }
};

NUMLANE_END_TARGET
