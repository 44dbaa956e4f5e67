// transpose_kernel<Bytes>: a plane of elements of 4 or 8 bytes from one axis to the other, in blocks of a cache line each way:
// the lines of larger ones evict each other when a stride is a power of two.

NUMLANE_BEGIN_TARGET

template <std::size_t Bytes>
struct kernel<detail::transpose_kernel<Bytes>> {
    using T = lane_bits<int(Bytes)>;
    static constexpr std::ptrdiff_t block = Bytes == 8 ? 8 : 16;

    static NUMLANE_INLINE void by_element(const transposition& t, std::ptrdiff_t row, std::ptrdiff_t column,
                                          std::ptrdiff_t rows, std::ptrdiff_t columns) {
        for (std::ptrdiff_t r = row; r < row + rows; ++r)
            for (std::ptrdiff_t c = column; c < column + columns; ++c)
                __builtin_memcpy(t.dst + (r * t.dst_row + c) * std::ptrdiff_t(Bytes),
                                 t.src + (r + c * t.src_column) * std::ptrdiff_t(Bytes), Bytes);
    }

#if NUMLANE_TARGET_INTERLEAVES
    // Four rows and columns: of 8 bytes in registers of 32, of 4 bytes in registers of 16.
    static constexpr bool in_registers = register_lanes<T> >= 4;
    static NUMLANE_INLINE void four(const T* src, std::ptrdiff_t src_column, T* dst, std::ptrdiff_t dst_row) {
        const hn::CappedTag<T, 4> d;
        const auto a = hn::LoadU(d, src), b = hn::LoadU(d, src + src_column), c = hn::LoadU(d, src + 2 * src_column),
                   e = hn::LoadU(d, src + 3 * src_column);
        const auto ab0 = hn::InterleaveLower(d, a, b), ab1 = hn::InterleaveUpper(d, a, b);
        const auto ce0 = hn::InterleaveLower(d, c, e), ce1 = hn::InterleaveUpper(d, c, e);
        if constexpr (Bytes == 8) {
            hn::StoreU(hn::ConcatLowerLower(d, ce0, ab0), d, dst);
            hn::StoreU(hn::ConcatLowerLower(d, ce1, ab1), d, dst + dst_row);
            hn::StoreU(hn::ConcatUpperUpper(d, ce0, ab0), d, dst + 2 * dst_row);
            hn::StoreU(hn::ConcatUpperUpper(d, ce1, ab1), d, dst + 3 * dst_row);
        } else {
            const hn::Repartition<std::uint64_t, hn::CappedTag<T, 4>> w;
            const auto lo0 = hn::BitCast(w, ab0), lo1 = hn::BitCast(w, ce0);
            const auto hi0 = hn::BitCast(w, ab1), hi1 = hn::BitCast(w, ce1);
            hn::StoreU(hn::BitCast(d, hn::InterleaveLower(w, lo0, lo1)), d, dst);
            hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(w, lo0, lo1)), d, dst + dst_row);
            hn::StoreU(hn::BitCast(d, hn::InterleaveLower(w, hi0, hi1)), d, dst + 2 * dst_row);
            hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(w, hi0, hi1)), d, dst + 3 * dst_row);
        }
    }
#else
    static constexpr bool in_registers = false;
    static void four(const T*, std::ptrdiff_t, T*, std::ptrdiff_t) {}
#endif

    static void run(const kernel_args& args) {
        const transposition t = *static_cast<const transposition*>(args.out);
        const T* const src = reinterpret_cast<const T*>(t.src);
        T* const dst = reinterpret_cast<T*>(t.dst);
        for (std::ptrdiff_t j = 0; j < t.columns; j += block) {
            const std::ptrdiff_t width = t.columns - j < block ? t.columns - j : block;
            for (std::ptrdiff_t i = 0; i < t.rows; i += block) {
                const std::ptrdiff_t height = t.rows - i < block ? t.rows - i : block;
                if (!in_registers || width < block || height < block) {
                    by_element(t, i, j, height, width);
                    continue;
                }
                for (std::ptrdiff_t r = i; r < i + block; r += 4)
                    for (std::ptrdiff_t c = j; c < j + block; c += 4)
                        four(src + r + c * t.src_column, t.src_column, dst + r * t.dst_row + c, t.dst_row);
            }
        }
    }
};

NUMLANE_END_TARGET
