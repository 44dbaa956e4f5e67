// gather_line_kernel<Bytes>: elements of 1 to 8 bytes at a small stride, side by side: whole registers are read, and what is
// wanted of them is kept. Never is anything read that does not lie between two of the elements.

NUMLANE_BEGIN_TARGET

template <std::size_t Bytes>
struct kernel<detail::gather_line_kernel<Bytes>> {
    using T = lane_bits<int(Bytes)>;

    static NUMLANE_INLINE void by_element(const T* src, T* dst, std::ptrdiff_t stride, std::ptrdiff_t i,
                                          std::ptrdiff_t count) {
        for (; i < count; ++i) __builtin_memcpy(dst + i, src + i * stride, Bytes);
    }

#if NUMLANE_TARGET_INTERLEAVES
    static constexpr int width = register_lanes<T>;
    using tag = hn::CappedTag<T, width>;
    using vector = hn::Vec<tag>;

    static NUMLANE_INLINE vector reverse(const vector& v) {
        const tag d;
        if constexpr (Bytes == 1) {
            alignas(16) static constexpr T back[16] = {15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
            const auto turned = hn::TableLookupBytes(v, hn::LoadDup128(d, back));
            if constexpr (width > 16) return hn::ReverseBlocks(d, turned);
            else return turned;
        } else {
            return hn::Reverse(d, v);
        }
    }

    // The elements at p and those Stride, 2 Stride, ... behind it; Last: those that lie Stride - 1 behind them. All reads
    // lie within the width * Stride elements from p.
    template <int Stride, bool Last>
    static NUMLANE_INLINE vector pick(const T* p) {
        const tag d;
        if constexpr (Stride == 1) {
            return hn::LoadU(d, p);
        } else if constexpr (Stride == 3) {
            vector a, b, c;
            hn::LoadInterleaved3(d, p, a, b, c);
            return Last ? c : a;
        } else {
            const vector low = pick<Stride / 2, Last>(p), high = pick<Stride / 2, Last>(p + width * (Stride / 2));
            return Last ? hn::ConcatOdd(d, high, low) : hn::ConcatEven(d, high, low);
        }
    }

    // What a step reads beyond its last element lies before the next one. The last step ends with the last element, and
    // reads before its first.
    template <int Stride>
    static NUMLANE_INLINE void forwards(const T* src, T* dst, std::ptrdiff_t count, bool more) {
        std::ptrdiff_t i = 0;
        for (const std::ptrdiff_t end = more ? count : count - 1; i + width <= end; i += width)
            hn::StoreU(pick<Stride, false>(src + i * Stride), tag(), dst + i);
        if (i == count) return;
        if (count <= width) return by_element(src, dst, Stride, i, count);
        i = count - width;
        hn::StoreU(pick<Stride, true>(src + (i - 1) * Stride + 1), tag(), dst + i);
    }
    template <int Stride>
    static NUMLANE_INLINE void backwards(const T* src, T* dst, std::ptrdiff_t count, bool more) {
        std::ptrdiff_t i = 0;
        for (const std::ptrdiff_t end = more ? count : count - 1; i + width <= end; i += width)
            hn::StoreU(reverse(pick<Stride, true>(src - (i + width) * Stride + 1)), tag(), dst + i);
        if (i == count) return;
        if (count <= width) return by_element(src, dst, -Stride, i, count);
        hn::StoreU(reverse(pick<Stride, false>(src - (count - 1) * Stride)), tag(), dst + (count - width));
    }

    static NUMLANE_INLINE void put(const vector& v, T* dst, std::ptrdiff_t i) {
        if (dst != nullptr) hn::StoreU(v, tag(), dst + i);
    }
    // All fields in one pass.
    template <int Stride>
    static NUMLANE_INLINE void fields(const line_copy& c) {
        const T* const src = reinterpret_cast<const T*>(c.src);
        T* dst[Stride];
        for (int k = 0; k < Stride; ++k) dst[k] = reinterpret_cast<T*>(c.dst[k]);
        const tag d;
        const std::ptrdiff_t count = c.count, end = c.more ? count : count - 1;
        std::ptrdiff_t i = 0;
        for (; i + width <= end; i += width) {
            const T* const p = src + i * Stride;
            if constexpr (Stride == 2) {
                vector v0, v1;
                hn::LoadInterleaved2(d, p, v0, v1);
                put(v0, dst[0], i), put(v1, dst[1], i);
            } else if constexpr (Stride == 3) {
                vector v0, v1, v2;
                hn::LoadInterleaved3(d, p, v0, v1, v2);
                put(v0, dst[0], i), put(v1, dst[1], i), put(v2, dst[2], i);
            } else {
                vector v0, v1, v2, v3;
                hn::LoadInterleaved4(d, p, v0, v1, v2, v3);
                put(v0, dst[0], i), put(v1, dst[1], i), put(v2, dst[2], i), put(v3, dst[3], i);
            }
        }
        for (int k = 0; k < Stride; ++k)
            if (dst[k] != nullptr) by_element(src + k, dst[k], Stride, i, count);
    }

    static NUMLANE_INLINE bool by_register(const line_copy& c) {
        const T* const src = reinterpret_cast<const T*>(c.src);
        T* const dst = reinterpret_cast<T*>(c.dst[0]);
        const std::ptrdiff_t count = c.count;
        if (c.fields == 1) {
            switch (c.stride) {
            case 2: return forwards<2>(src, dst, count, c.more), true;
            case 3: return forwards<3>(src, dst, count, c.more), true;
            case 4: return forwards<4>(src, dst, count, c.more), true;
            case -1: return backwards<1>(src, dst, count, c.more), true;
            case -2: return backwards<2>(src, dst, count, c.more), true;
            case -3: return backwards<3>(src, dst, count, c.more), true;
            case -4: return backwards<4>(src, dst, count, c.more), true;
            default: return false;
            }
        }
        if (c.fields == 2) fields<2>(c);
        else if (c.fields == 3) fields<3>(c);
        else fields<4>(c);
        return true;
    }
#else
    static NUMLANE_INLINE bool by_register(const line_copy&) { return false; }
#endif

    static void run(const kernel_args& args) {
        const line_copy& c = *static_cast<const line_copy*>(args.out);
        if (by_register(c)) return;
        for (int k = 0; k < c.fields; ++k) {
            const T* const src = reinterpret_cast<const T*>(c.src) + k;
            if (c.dst[k] != nullptr) by_element(src, reinterpret_cast<T*>(c.dst[k]), c.stride, 0, c.count);
        }
    }
};

NUMLANE_END_TARGET
