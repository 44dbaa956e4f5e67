// gather_line<Bytes>: elements of 4 or 8 bytes at a small stride, side by side: whole registers are read, and what is
// wanted of them is kept. Never is anything read that does not lie between two of the elements.

NUMLANE_BEGIN_TARGET

template <std::size_t Bytes>
struct gather_line {
    using T = lane_bits<int(Bytes)>;

    static NUMLANE_INLINE void by_element(const T* src, T* dst, std::ptrdiff_t stride, std::ptrdiff_t i,
                                          std::ptrdiff_t count) {
        for (; i < count; ++i) __builtin_memcpy(dst + i, src + i * stride, Bytes);
    }

#if NUMLANE_TARGET_INTERLEAVES
    static constexpr int width = register_lanes<T>;
    using tag = hn::CappedTag<T, width>;
    using vector = hn::Vec<tag>;

    // The element at p and those 2, 4, ... behind it; reads one more element.
    static NUMLANE_INLINE vector every_second(const T* p) {
        const tag d;
        return hn::ConcatEven(d, hn::LoadU(d, p + width), hn::LoadU(d, p));
    }
    struct second {
        static NUMLANE_INLINE vector at(const T* p) { return every_second(p); }
    };
    struct fourth {
        static NUMLANE_INLINE vector at(const T* p) {
            return hn::ConcatEven(tag(), every_second(p + 2 * width), every_second(p));
        }
    };
    struct backwards {
        static NUMLANE_INLINE vector at(const T* p) { return hn::Reverse(tag(), hn::LoadU(tag(), p - (width - 1))); }
    };
    // From one element before the last that is wanted.
    struct second_backwards {
        static NUMLANE_INLINE vector at(const T* p) {
            const T* const q = p - (2 * width - 1);
            return hn::Reverse(tag(), hn::ConcatOdd(tag(), hn::LoadU(tag(), q + width), hn::LoadU(tag(), q)));
        }
    };

    // What a step reads beyond its last element lies before the next: the last elements go one by one.
    template <class Step>
    static NUMLANE_INLINE void by_register(const T* src, T* dst, std::ptrdiff_t stride, std::ptrdiff_t count) {
        std::ptrdiff_t i = 0;
        for (; i + width < count; i += width) hn::StoreU(Step::at(src + i * stride), tag(), dst + i);
        by_element(src, dst, stride, i, count);
    }
    static void copy(const T* src, T* dst, std::ptrdiff_t stride, std::ptrdiff_t count) {
        switch (stride) {
        case 2: return by_register<second>(src, dst, 2, count);
        case 4: return by_register<fourth>(src, dst, 4, count);
        case -1: return by_register<backwards>(src, dst, -1, count);
        case -2: return by_register<second_backwards>(src, dst, -2, count);
        default: return by_element(src, dst, stride, 0, count);
        }
    }
#else
    static void copy(const T* src, T* dst, std::ptrdiff_t stride, std::ptrdiff_t count) {
        by_element(src, dst, stride, 0, count);
    }
#endif

    static void run(const kernel_args& args) {
        const line_copy c = *static_cast<const line_copy*>(args.out);
        copy(reinterpret_cast<const T*>(c.src), reinterpret_cast<T*>(c.dst), c.stride, c.count);
    }
};

NUMLANE_END_TARGET
