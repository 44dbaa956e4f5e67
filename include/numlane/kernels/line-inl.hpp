// gather_line_kernel<Bytes>: elements of 1 to 8 bytes at a small stride, side by side: whole registers are read, and what is
// wanted of them is kept. Never is anything read that does not lie between two of the elements.

NUMLANE_BEGIN_TARGET

template <std::size_t Bytes>
struct kernel<detail::gather_line_kernel<Bytes>> {
    using T = lane_bits<int(Bytes)>;

    // From element number `first` on.
    static void rest(const line_copy& c, std::ptrdiff_t first) {
        const std::ptrdiff_t stride = c.stride, count = c.count;
        for (int k = 0; k < c.fields; ++k) {
            const T* const src = reinterpret_cast<const T*>(c.src) + k;
            T* const dst = reinterpret_cast<T*>(c.dst[k]);
            for (std::ptrdiff_t i = dst == nullptr ? count : first; i < count; ++i)
                __builtin_memcpy(dst + i, src + i * stride, Bytes);
        }
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

    // Takes the Stride * width elements from p apart: v[k] are those k behind p, Stride + k, ... What is not used of v the
    // compiler moves to where it is not computed.
    template <int Stride>
    static NUMLANE_INLINE void take_apart(const T* p, vector (&v)[Stride]) {
        const tag d;
        if constexpr (Stride == 1) {
            v[0] = hn::LoadU(d, p);
        } else if constexpr (Stride == 3) {
            hn::LoadInterleaved3(d, p, v[0], v[1], v[2]);
        } else {
            constexpr int half = Stride / 2;
            vector low[half], high[half];
            take_apart<half>(p, low);
            take_apart<half>(p + half * width, high);
#pragma GCC unroll 2
            for (int k = 0; k < half; ++k) {
                v[k] = hn::ConcatEven(d, high[k], low[k]);
                v[k + half] = hn::ConcatOdd(d, high[k], low[k]);
            }
        }
    }

    // Backwards, every step takes apart what lies before its first element, which is the last of its fields. What a step
    // reads beyond its last element lies before the next one: the last elements go one by one.
    template <int Stride>
    static NUMLANE_INLINE void steps(const line_copy& c) {
        const bool back = Stride <= 2 && c.stride < 0;
        const T* p = reinterpret_cast<const T*>(c.src) + (back ? 1 - width * Stride : 0);
        const std::ptrdiff_t count = c.count, end = c.more ? count : count - 1;
        T* dst[Stride];
        for (int k = 0; k < Stride; ++k) dst[k] = k < c.fields && !back ? reinterpret_cast<T*>(c.dst[k]) : nullptr;
        if (back) dst[Stride - 1] = reinterpret_cast<T*>(c.dst[0]);
        std::ptrdiff_t i = 0;
        for (; i + width <= end; i += width, p += back ? -width * Stride : width * Stride) {
            vector v[Stride];
            take_apart<Stride>(p, v);
#pragma GCC unroll 4
            for (int k = 0; k < Stride; ++k)
                if (dst[k] != nullptr) hn::StoreU(back ? reverse(v[k]) : v[k], tag(), dst[k] + i);
        }
        rest(c, i);
    }

    static NUMLANE_INLINE bool by_register(const line_copy& c) {
        switch (c.stride) {
        case -1: return steps<1>(c), true;
        case -2:
        case 2: return steps<2>(c), true;
        case 3: return steps<3>(c), true;
        case 4: return steps<4>(c), true;
        default: return false;
        }
    }
#else
    static NUMLANE_INLINE bool by_register(const line_copy&) { return false; }
#endif

    static void run(const kernel_args& args) {
        const line_copy& c = *static_cast<const line_copy*>(args.out);
        if (!by_register(c)) rest(c, 0);
    }
};

NUMLANE_END_TARGET
