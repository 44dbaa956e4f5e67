// Products of small matrices, one or many of a shape, straight from where they lie: nothing is packed, and what the shape
// decides is decided once. Complex rows stay as they are in memory, real and imaginary parts by turns: x·b is
// re(x)·b + im(x)·(i·b), rounded in the order of the packed products.

NUMLANE_BEGIN_TARGET

/// The lanes of each pair in the other order.
template <class P>
NUMLANE_INLINE P swap_pairs(const P& p) {
    using T = typename P::value_type;
    if constexpr (P::native && P::size > 1 && requires { hn::Reverse2(typename P::tag(), p.v); }) {
        return hn::Reverse2(typename P::tag(), p.v);
    } else {
        alignas(64) T in[P::size], out[P::size];
        store(p, in);
        for (int i = 0; i < P::size; ++i) out[i] = in[i ^ 1];
        return load<T, P::size>(out);
    }
}

template <class T>
struct small_products {
    using W = typename product_lane<T>::type;
    using R = real_t<W>;  // a lane
    static constexpr bool complex = is_complex_v<T>;
    using E = std::conditional_t<complex, R, T>;  // its element of memory
    static constexpr int parts = complex ? 2 : 1;
    static constexpr int lanes_each = register_lanes<R> < parts ? parts : register_lanes<R>;
    using P = pack<R, lanes_each>;

    // As in gemm_kernel; rows past the end repeat the last one.
    static constexpr int most_rows = NUMLANE_TARGET_32_REGISTERS && !small_tiles ? 8 : 4;
    static constexpr int column_packs = small_tiles ? 1 : 2;
    static constexpr int columns = column_packs * lanes_each;

    using task = product::task<T>;
    template <int Rows, int Columns>
    using tile = packs<packs<P, Columns>, Rows>;

    /// One product of the batch.
    struct place {
        const T* a;
        const E* b;
        T* c;
    };
    /// What all products of the batch have in common.
    struct plan {
        const task& t;
        scaling<E, P> scale;
        bool direct;     // whether rows of sums go straight to c; those of complex numbers only unscaled
        P conj_signs;    // signs of the parts of a row of b, where it is conjugated
        P turned_signs;  // of the parts of that row times i, or times -i where a is conjugated
        std::ptrdiff_t width, b_row;

        NUMLANE_INLINE explicit plan(const task& of)
            : t(of), scale(real_of(of.alpha), real_of(of.beta)),
              direct(of.c_column == 1 && (!complex || (of.alpha == T(1) && of.beta == T(0)))), width(of.n * parts),
              b_row(of.b.row_stride * parts) {
            if constexpr (complex) {
                conj_signs = by_turns(R(1), R(-1));
                turned_signs = of.a.conj ? by_turns(R(1), R(-1)) : by_turns(R(-1), R(1));
            }
        }
    };
    static NUMLANE_INLINE E real_of(const T& x) {
        if constexpr (complex) return x.real();
        else return x;
    }
    static NUMLANE_INLINE P by_turns(R even, R odd) {
        alignas(64) R at[lanes_each];
        for (int i = 0; i < lanes_each; ++i) at[i] = i % 2 == 0 ? even : odd;
        return load<R, lanes_each>(at);
    }

    template <int Rows>
    struct column_of_a {
        const T* row[Rows];
        std::ptrdiff_t offset;
    };
    // A row of b, and for complex ones i times that.
    template <int N>
    struct row_of_b {
        packs<P, N> plain, turned;
    };

    template <bool Whole, int N>
    static NUMLANE_INLINE void load_row(packs<P, N>& row, const E* b, std::ptrdiff_t left) {
        row.head = load_elements<P>(b, Whole || N > 1 ? lanes_each : left);
        if constexpr (N > 1) load_row<Whole>(row.tail, b + lanes_each, left);
    }
    template <int N>
    static NUMLANE_INLINE void turn(packs<P, N>& turned, packs<P, N>& plain, const plan& s) {
        if (s.t.b.conj) plain.head = plain.head * s.conj_signs;
        turned.head = swap_pairs(plain.head) * s.turned_signs;
        if constexpr (N > 1) turn(turned.tail, plain.tail, s);
    }
    template <int Row, int N, int Left, int Rows>
    static NUMLANE_INLINE void add(packs<packs<P, N>, Left>& sums, const column_of_a<Rows>& a, const row_of_b<N>& b) {
        const T& x = a.row[Row][a.offset];
        if constexpr (complex) {
            add_row<R>(sums.head, P(x.real()), b.plain);
            add_row<R>(sums.head, P(x.imag()), b.turned);
        } else {
            add_row<T>(sums.head, P(R(x)), b.plain);
        }
        if constexpr (Left > 1) add<Row + 1>(sums.tail, a, b);
    }

    /// The tile at row i and lane j; of one that is not Whole, the first lanes of the last pack.
    template <int Rows, int Columns, bool Whole>
    static NUMLANE_INLINE void multiply_tile(const plan& s, const place& at, std::ptrdiff_t i, std::ptrdiff_t j) {
        const task& t = s.t;
        column_of_a<Rows> a;
        a.offset = 0;
        a.row[0] = at.a + i * t.a.row_stride;
        for (int r = 1; r < Rows; ++r) a.row[r] = a.row[r - 1] + (i + r < t.m ? t.a.row_stride : 0);
        const std::ptrdiff_t left = s.width - j - (Columns - 1) * lanes_each;
        if (!Whole && (left <= 0 || left >= lanes_each)) __builtin_unreachable();
        const E* b = at.b + j;
        tile<Rows, Columns> sums;
        clear(sums);
        for (std::ptrdiff_t p = t.k; p > 0; --p, b += s.b_row, a.offset += t.a.column_stride) {
            row_of_b<Columns> row;
            load_row<Whole>(row.plain, b, left);
            if constexpr (complex) turn(row.turned, row.plain, s);
            add<0>(sums, a, row);
        }
        const std::ptrdiff_t high = t.m - i < Rows ? t.m - i : Rows;
        T* const c = at.c + i * t.c_row + j / parts * t.c_column;
        if (s.direct) {
            const std::ptrdiff_t last = Whole ? lanes_each : left;
            auto* const to = reinterpret_cast<E*>(c);
            if (complex || (s.scale.plain && s.scale.fresh))
                return write_rows(sums, unscaled<E, P>(), to, t.c_row * parts, high, last);
            return write_rows(sums, s.scale, to, t.c_row * parts, high, last);
        }
        constexpr int width = Columns * lanes_each;
        alignas(64) R kept[Rows * width + lanes_each] = {};
        keep_rows(sums, kept);
        write_kept<pack<W, register_lanes<R>>>(t, reinterpret_cast<const W*>(kept), width / parts, c, high,
                                               Whole ? width / parts : (s.width - j) / parts);
    }

    /// Asks for a part of the next operand, whose first element lies `elements` behind p, while the tile at row i and lane j is
    /// computed.
    static NUMLANE_INLINE void fetch_part(const plan& s, const void* p, std::ptrdiff_t elements, std::ptrdiff_t i,
                                          std::ptrdiff_t j) {
        const std::ptrdiff_t down = (s.t.m - 1) / most_rows + 1, across = (s.width - 1) / columns + 1;
        const std::ptrdiff_t bytes = elements * std::ptrdiff_t(sizeof(T));
        const std::ptrdiff_t part = (bytes < 0 ? -bytes : bytes) / (down * across);
        const std::ptrdiff_t first = bytes + (j / columns * down + i / most_rows) * part;
        for (std::ptrdiff_t byte = 0; byte < part; byte += 64) fetch_ahead(p, first + byte);
    }

    template <int Columns, bool Whole>
    static NUMLANE_INLINE void multiply_columns(const plan& s, const place& at, std::ptrdiff_t j) {
        for (std::ptrdiff_t i = 0; i < s.t.m; i += most_rows) {
            if (s.t.far) {
                fetch_part(s, at.a, s.t.a_step, i, j);
                fetch_part(s, at.b, s.t.b_step, i, j);
            }
            if (most_rows == 4 || s.t.m - i > 4) multiply_tile<most_rows, Columns, Whole>(s, at, i, j);
            else multiply_tile<4, Columns, Whole>(s, at, i, j);
        }
    }

    static void run(const task& t) {
        const plan s(t);
        place at{t.a.data, reinterpret_cast<const E*>(t.b.data), t.c};
        for (std::ptrdiff_t count = t.count; count > 0; --count) {
            std::ptrdiff_t j = 0;
            for (; s.width - j >= columns; j += columns) multiply_columns<column_packs, true>(s, at, j);
            const std::ptrdiff_t rest = s.width - j;
            if (rest > lanes_each) multiply_columns<column_packs, false>(s, at, j);
            else if (rest == lanes_each) multiply_columns<1, true>(s, at, j);
            else if (rest > 0) multiply_columns<1, false>(s, at, j);
            at.a += t.a_step;
            at.b += t.b_step * parts;
            at.c += t.c_step;
        }
    }
};

NUMLANE_END_TARGET
