// gemm_kernel<T>: the steps of a matrix product, by the scheme of K. Goto and R. van de Geijn (Anatomy of high-performance matrix
// multiplication, ACM TOMS 2008) with the loops around the micro-kernel of F. Van Zee and R. van de Geijn (BLIS: a
// framework for rapidly instantiating BLAS functionality, ACM TOMS 2015). Panels of a and b are packed so that the
// micro-kernel reads both in order; it keeps a tile of the result in registers. Products are fused into their sums where
// the target can do that. Each element of the result is summed in the order of k, block by block, whatever tile or
// thread it falls to: on one target the bits depend on the operands alone.

NUMLANE_BEGIN_TARGET

template <class T>
struct kernel<detail::gemm_kernel<T>> {
    using W = typename product_lane<T>::type;
    static constexpr int lanes_each = register_lanes<real_t<W>>;
    using P = pack<W, lanes_each>;
    static constexpr bool complex = is_complex_v<T>;

    // The tile in registers, by the number of those: accumulators, a row of b, and an element of a. Sanitizers check each
    // step of it, which takes minutes to compile for large ones.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || HWY_IS_ASAN || HWY_IS_TSAN
    static constexpr int rows = 4, column_packs = 1;
#elif NUMLANE_TARGET_32_REGISTERS
    static constexpr int rows = 12, column_packs = complex ? 1 : 2;
#elif NUMLANE_TARGET_FMA
    static constexpr int rows = 6, column_packs = complex ? 1 : 2;
#else
    static constexpr int rows = 4, column_packs = complex ? 1 : 2;
#endif
    static constexpr int columns = column_packs * lanes_each;
    // A panel of b of this depth fills about a first-level cache.
    static constexpr std::ptrdiff_t wanted_depth = (std::ptrdiff_t{32} << 10) / (columns * std::ptrdiff_t(sizeof(W)));
    static constexpr std::ptrdiff_t depth = wanted_depth < 64 ? 64 : wanted_depth > 512 ? 512 : wanted_depth / 8 * 8;

    using task = product::task<T>;
    template <int Rows, int Columns>
    using tile = packs<packs<P, Columns>, Rows>;

    static void run(const kernel_args& args) {
        task& t = *static_cast<task*>(args.out);
        switch (t.what) {
        case product::stage::describe: t.shape = {rows, columns, depth, sizeof(W)}; break;
        case product::stage::pack_a: pack_a(t); break;
        case product::stage::pack_b: pack_b(t); break;
        case product::stage::multiply: multiply(t); break;
        case product::stage::small: small(t); break;
        }
    }

    static NUMLANE_INLINE W element(const product::matrix<T>& a, const T* p) {
        if constexpr (complex) return a.conj ? W(p->real(), -p->imag()) : *p;
        else return W(*p);
    }

    // Panels of `rows` rows, column after column; rows past the end are zeros.
    static void pack_a(const task& t) {
        const std::ptrdiff_t row = t.a.row_stride, column = t.a.column_stride;
        for (std::ptrdiff_t panel = t.first; panel < t.last; ++panel) {
            W* to = static_cast<W*>(t.packed_a) + panel * rows * t.k;
            const T* from = t.a.data + panel * rows * row;
            const std::ptrdiff_t have = t.m - panel * rows;
            if (have >= rows) {
                for (std::ptrdiff_t p = 0; p < t.k; ++p, to += rows, from += column)
                    for (int i = 0; i < rows; ++i) to[i] = element(t.a, from + i * row);
            } else {
                for (std::ptrdiff_t p = 0; p < t.k; ++p, to += rows, from += column)
                    for (int i = 0; i < rows; ++i) to[i] = i < have ? element(t.a, from + i * row) : W(0);
            }
        }
    }

    // Where element j of a row of packed b stands: complex parts are separate.
    static NUMLANE_INLINE void put(W* row, int j, const W& value) {
        if constexpr (complex) {
            auto* parts = reinterpret_cast<real_t<W>*>(row + j / lanes_each * lanes_each);
            parts[j % lanes_each] = value.real();
            parts[lanes_each + j % lanes_each] = value.imag();
        } else {
            row[j] = value;
        }
    }

    // Panels of `columns` columns, row after row.
    static void pack_b(const task& t) {
        const std::ptrdiff_t row = t.b.row_stride, column = t.b.column_stride;
        for (std::ptrdiff_t panel = t.first; panel < t.last; ++panel) {
            W* to = static_cast<W*>(t.packed_b) + panel * columns * t.k;
            const T* from = t.b.data + panel * columns * column;
            const std::ptrdiff_t have = t.n - panel * columns;
            if (column == 1 && have >= columns && !complex) {
                for (std::ptrdiff_t p = 0; p < t.k; ++p, to += columns, from += row)
                    for (int j = 0; j < columns; j += lanes_each) store(load_elements<P>(from + j, lanes_each), to + j);
            } else if (have >= columns) {
                for (std::ptrdiff_t p = 0; p < t.k; ++p, to += columns, from += row)
                    for (int j = 0; j < columns; ++j) put(to, j, element(t.b, from + j * column));
            } else {
                for (std::ptrdiff_t p = 0; p < t.k; ++p, to += columns, from += row)
                    for (int j = 0; j < columns; ++j) put(to, j, j < have ? element(t.b, from + j * column) : W(0));
            }
        }
    }

    struct packed_column {
        const W* a;
        template <int Row>
        NUMLANE_INLINE W at() const {
            return a[Row];
        }
    };

    static void multiply(const task& t) {
        const scaling<T, P> scale(t.alpha, t.beta);
        for (std::ptrdiff_t j = t.first_column; j < t.last_column; ++j) {
            const W* const b_panel = static_cast<const W*>(t.packed_b) + j * columns * t.k;
            const std::ptrdiff_t right = t.n - j * columns, wide = right < columns ? right : columns;
            for (std::ptrdiff_t i = t.first; i < t.last; ++i) {
                const std::ptrdiff_t below = t.m - i * rows, high = below < rows ? below : rows;
                // The tile of c is not needed before the sums are done; until then it can come near.
                for (std::ptrdiff_t r = 0; r < high && t.c_column == 1; ++r) {
                    const T* const row = t.c + (i * rows + r) * t.c_row + j * columns;
                    __builtin_prefetch(row, 1);
                    __builtin_prefetch(row + wide - 1, 1);
                }
                const W* b = b_panel;
                packed_column a{static_cast<const W*>(t.packed_a) + i * rows * t.k};
                tile<rows, column_packs> sums;
                clear(sums);
                for (std::ptrdiff_t p = 0; p < t.k; ++p, a.a += rows, b += columns) {
                    packs<P, column_packs> row;
                    load_packed(row, b);
                    add_rows<T, 0>(sums, a, row);
                }
                finish<rows, column_packs>(t, sums, scale, i * rows, j * columns, high, wide);
            }
        }
    }

    /// Brings the sums of a tile to its place in c, of which high × wide elements exist.
    template <int Rows, int Columns>
    static NUMLANE_INLINE void finish(const task& t, const tile<Rows, Columns>& sums, const scaling<T, P>& scale,
                                      std::ptrdiff_t i, std::ptrdiff_t j, std::ptrdiff_t high, std::ptrdiff_t wide) {
        constexpr int width = Columns * lanes_each;
        T* const c = t.c + i * t.c_row + j * t.c_column;
        if (high == Rows && wide == width && t.c_column == 1) return write_rows(sums, scale, c, t.c_row);
        alignas(64) W kept[Rows * width];
        keep_rows(sums, kept);
        write_part(t, kept, width, c, high, wide);
    }
    static NUMLANE_NOINLINE void write_part(const task& t, const W* kept, std::ptrdiff_t kept_row, T* c,
                                            std::ptrdiff_t high, std::ptrdiff_t wide) {
        const scaling<T, P> scale(t.alpha, t.beta);
        for (std::ptrdiff_t i = 0; i < high; ++i, kept += kept_row, c += t.c_row) {
            for (std::ptrdiff_t j = 0; j < wide; j += lanes_each) {
                const P sum = load<W, lanes_each>(kept + j);
                const std::ptrdiff_t left = wide - j < lanes_each ? wide - j : lanes_each;
                if (t.c_column == 1) {
                    scale.write(sum, c + j, left);
                    continue;
                }
                T scattered[lanes_each] = {};
                for (std::ptrdiff_t l = 0; l < left && !scale.fresh; ++l) scattered[l] = c[(j + l) * t.c_column];
                scale.write(sum, scattered, lanes_each);
                for (std::ptrdiff_t l = 0; l < left; ++l) c[(j + l) * t.c_column] = scattered[l];
            }
        }
    }

    // Small products read a and b where they are, in tiles of few rows; rows past the end repeat the last one.
    static constexpr int small_rows = rows > 8 ? 8 : 4;
    template <int Rows>
    struct strided_column {
        const T* row[Rows];
        std::ptrdiff_t offset;
        bool conj;
        template <int Row>
        NUMLANE_INLINE W at() const {
            const T* const p = row[Row] + offset;
            if constexpr (complex) return conj ? W(p->real(), -p->imag()) : *p;
            else return W(*p);
        }
    };
    // A row of packs; of a single pack that is not Whole, the first `left` lanes.
    template <bool Whole, int N>
    static NUMLANE_INLINE void load_row(packs<P, N>& row, const T* b, std::ptrdiff_t left, bool conjugate) {
        row.head = load_elements<P>(b, Whole ? lanes_each : left);
        if constexpr (complex)
            if (conjugate) row.head = conj(row.head);
        if constexpr (N > 1) load_row<Whole>(row.tail, b + lanes_each, left, conjugate);
    }

    template <int Rows, int Columns, bool Whole>
    static NUMLANE_INLINE void small_tile(const task& t, std::ptrdiff_t i, std::ptrdiff_t j,
                                          const scaling<T, P>& scale) {
        strided_column<Rows> a;
        a.conj = t.a.conj;
        a.offset = 0;
        for (int r = 0; r < Rows; ++r) a.row[r] = t.a.data + (i + r < t.m ? i + r : t.m - 1) * t.a.row_stride;
        const std::ptrdiff_t step = t.a.column_stride, b_row = t.b.row_stride;
        std::ptrdiff_t left = t.n - j;
        if (!Whole && (left <= 0 || left >= lanes_each)) __builtin_unreachable();
        const T* b = t.b.data + j;
        tile<Rows, Columns> sums;
        clear(sums);
        for (std::ptrdiff_t p = t.k; p > 0; --p, b += b_row, a.offset += step) {
            packs<P, Columns> row;
            load_row<Whole>(row, b, left, t.b.conj);
            add_rows<T, 0>(sums, a, row);
        }
        constexpr int width = Columns * lanes_each;
        finish<Rows, Columns>(t, sums, scale, i, j, t.m - i < Rows ? t.m - i : Rows,
                              Whole ? std::ptrdiff_t(width) : left);
    }
    template <int Columns, bool Whole>
    static void small_columns(const task& t, std::ptrdiff_t j, const scaling<T, P>& scale) {
        for (std::ptrdiff_t i = 0; i < t.m; i += small_rows) {
            if (small_rows == 4 || t.m - i > 4) small_tile<small_rows, Columns, Whole>(t, i, j, scale);
            else small_tile<4, Columns, Whole>(t, i, j, scale);
        }
    }

    static void small(const task& t) {
        const scaling<T, P> scale(t.alpha, t.beta);
        std::ptrdiff_t j = 0;
        for (constexpr int two = 2 * lanes_each; column_packs == 2 && t.n - j >= two; j += two)
            small_columns<column_packs, true>(t, j, scale);
        for (; t.n - j >= lanes_each; j += lanes_each) small_columns<1, true>(t, j, scale);
        if (j < t.n) small_columns<1, false>(t, j, scale);
    }
};

NUMLANE_END_TARGET
