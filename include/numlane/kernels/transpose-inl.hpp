// transpose_kernel<Bytes>: a plane of elements of 4, 8 or 16 bytes from one axis to the other, in blocks of a cache line
// each way, by bands of a few blocks: the lines of more evict each other when a stride is a power of two.

NUMLANE_BEGIN_TARGET

#if NUMLANE_TARGET_INTERLEAVES

// Squares of elements of Bytes bytes that lie in Edge registers of Edge elements each: first the elements change places
// within the registers' parts of 16 bytes, then the parts do.
template <std::size_t Bytes, int Edge>
struct square {
    using T = lane_bits<Bytes == 4 ? 4 : 8>;
    using D = hn::CappedTag<T, Edge* int(Bytes / sizeof(T))>;
    using V = hn::Vec<D>;
    static constexpr int part = 16 / int(Bytes), parts = Edge / part;

    // The elements of one 16-byte part of `part` lines change places.
    static NUMLANE_INLINE void within_parts(V* v) {
        const D d;
        if constexpr (part == 2) {
            const V even = hn::InterleaveLower(d, v[0], v[1]);
            v[1] = hn::InterleaveUpper(d, v[0], v[1]);
            v[0] = even;
        } else if constexpr (part == 4) {
            const hn::Repartition<std::uint64_t, D> pairs;
            const auto lower0 = hn::BitCast(pairs, hn::InterleaveLower(d, v[0], v[1]));
            const auto lower1 = hn::BitCast(pairs, hn::InterleaveLower(d, v[2], v[3]));
            const auto upper0 = hn::BitCast(pairs, hn::InterleaveUpper(d, v[0], v[1]));
            const auto upper1 = hn::BitCast(pairs, hn::InterleaveUpper(d, v[2], v[3]));
            v[0] = hn::BitCast(d, hn::InterleaveLower(pairs, lower0, lower1));
            v[1] = hn::BitCast(d, hn::InterleaveUpper(pairs, lower0, lower1));
            v[2] = hn::BitCast(d, hn::InterleaveLower(pairs, upper0, upper1));
            v[3] = hn::BitCast(d, hn::InterleaveUpper(pairs, upper0, upper1));
        }
    }

    // Line `part * b + k` of the result from part b of lines k, part + k, 2 * part + k, ...
    static NUMLANE_INLINE void between_parts(V* v) {
        const D d;
        if constexpr (parts == 2) {
            const V first = hn::ConcatLowerLower(d, v[part], v[0]);
            v[part] = hn::ConcatUpperUpper(d, v[part], v[0]);
            v[0] = first;
        } else if constexpr (parts == 4) {
            const V even01 = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(v[part]), v[0]);
            const V odd01 = hn::OddEvenBlocks(v[part], hn::SwapAdjacentBlocks(v[0]));
            const V even23 = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(v[3 * part]), v[2 * part]);
            const V odd23 = hn::OddEvenBlocks(v[3 * part], hn::SwapAdjacentBlocks(v[2 * part]));
            v[0] = hn::ConcatLowerLower(d, even23, even01);
            v[part] = hn::ConcatLowerLower(d, odd23, odd01);
            v[2 * part] = hn::ConcatUpperUpper(d, even23, even01);
            v[3 * part] = hn::ConcatUpperUpper(d, odd23, odd01);
        }
    }

    static NUMLANE_INLINE void copy(const std::byte* src, std::ptrdiff_t src_step, std::byte* dst,
                                    std::ptrdiff_t dst_step, bool stream) {
        const D d;
        V v[Edge];
#pragma GCC unroll 16
        for (int i = 0; i < Edge; ++i) v[i] = hn::LoadU(d, reinterpret_cast<const T*>(src + i * src_step));
#pragma GCC unroll 16
        for (int i = 0; i < Edge; i += part) within_parts(v + i);
#pragma GCC unroll 4
        for (int k = 0; k < part; ++k) between_parts(v + k);
        if (stream) {
#pragma GCC unroll 16
            for (int i = 0; i < Edge; ++i) hn::Stream(v[i], d, reinterpret_cast<T*>(dst + i * dst_step));
        } else {
#pragma GCC unroll 16
            for (int i = 0; i < Edge; ++i) hn::StoreU(v[i], d, reinterpret_cast<T*>(dst + i * dst_step));
        }
    }
};

#endif

template <std::size_t Bytes>
struct kernel<detail::transpose_kernel<Bytes>> {
    static constexpr std::ptrdiff_t size = Bytes, block = 64 / size, band = 4 * block;

    static NUMLANE_INLINE void by_element(const transposition& t, std::ptrdiff_t row, std::ptrdiff_t column,
                                          std::ptrdiff_t rows, std::ptrdiff_t columns) {
        for (std::ptrdiff_t r = row; r < row + rows; ++r)
            for (std::ptrdiff_t c = column; c < column + columns; ++c)
                __builtin_memcpy(t.dst + (r * t.dst_row + c) * size, t.src + (r + c * t.src_column) * size, Bytes);
    }

#if NUMLANE_TARGET_INTERLEAVES
    static constexpr std::ptrdiff_t register_edge = register_lanes<unsigned char> / size;
    static constexpr std::ptrdiff_t edge = register_edge < block ? register_edge : block;
    static constexpr bool in_registers = edge > 1;
    static NUMLANE_INLINE void by_squares(const transposition& t, std::ptrdiff_t row, std::ptrdiff_t column,
                                          bool stream) {
        for (std::ptrdiff_t r = row; r < row + block; r += edge)
            for (std::ptrdiff_t c = column; c < column + block; c += edge)
                square<Bytes, int(edge)>::copy(t.src + (r + c * t.src_column) * size, t.src_column * size,
                                               t.dst + (r * t.dst_row + c) * size, t.dst_row * size, stream);
    }
#else
    static constexpr bool in_registers = false;
    static void by_squares(const transposition&, std::ptrdiff_t, std::ptrdiff_t, bool) {}
#endif

    static void run(const kernel_args& args) {
        const transposition t = *static_cast<const transposition*>(args.out);
        const bool whole_lines = reinterpret_cast<std::uintptr_t>(t.dst) % 64 == 0 && t.dst_row * size % 64 == 0;
        const bool stream = args.stream && whole_lines;
        const auto least = [](std::ptrdiff_t a, std::ptrdiff_t b) { return a < b ? a : b; };
        for (std::ptrdiff_t first = 0; first < t.rows; first += band) {
            const std::ptrdiff_t last = least(first + band, t.rows);
            for (std::ptrdiff_t j = 0; j < t.columns; j += block) {
                const std::ptrdiff_t width = least(block, t.columns - j);
                for (std::ptrdiff_t i = first; i < last; i += block) {
                    const std::ptrdiff_t height = least(block, last - i);
                    if (in_registers && width == block && height == block) by_squares(t, i, j, stream);
                    else by_element(t, i, j, height, width);
                }
            }
        }
    }
};

NUMLANE_END_TARGET
