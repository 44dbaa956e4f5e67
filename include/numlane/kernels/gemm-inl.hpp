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

    // The tile in registers, by the number of those: accumulators, a row of b, and an element of a.
    static constexpr int rows = small_tiles ? 4 : NUMLANE_TARGET_32_REGISTERS ? 12 : NUMLANE_TARGET_FMA ? 6 : 4;
    static constexpr int column_packs = small_tiles || complex ? 1 : 2;
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
        case product::stage::small: small_products<T>::run(t); break;
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
        if (wide == width && t.c_column == 1) return write_rows(sums, scale, c, t.c_row, high, lanes_each);
        alignas(64) W kept[Rows * width];
        keep_rows(sums, kept);
        write_kept<P>(t, kept, width, c, high, wide);
    }
};

NUMLANE_END_TARGET
