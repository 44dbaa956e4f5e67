// compress_kernel<Bytes>: elements of 4 or 8 bytes that a mask selects, side by side. A register's worth is compressed and
// written whole: as long as there is room for one, what is behind its selected lanes is written over next. The rest is left
// to the caller, and all on other targets.

NUMLANE_BEGIN_TARGET

template <std::size_t Bytes>
struct kernel<detail::compress_kernel<Bytes>> {
#if NUMLANE_TARGET_COMPRESSES
    using T = lane_bits<int(Bytes)>;
    static constexpr int width = register_lanes<T>;
    // So many of the mask are looked at before their elements are: fewer at once, and a random mask would be mispredicted.
    static constexpr int glance = 64;

    static NUMLANE_INLINE void step(compression& c) {
        // Not load<bool>: a mask of bytes is slowly resized.
        const auto bytes = load<std::uint8_t, width>(reinterpret_cast<const std::uint8_t*>(c.mask));
        const auto selected = convert<T>(bytes) != pack<T, width>(T(0));
        const auto v = load<T, width>(reinterpret_cast<const T*>(c.from));
        store(pack<T, width>(compress(v.v, selected.v)), reinterpret_cast<T*>(c.to));
        const std::ptrdiff_t written = count_true(selected);
        c.to += written * std::ptrdiff_t(Bytes);
        c.room -= written;
        skip(c, width);
    }
    static NUMLANE_INLINE void skip(compression& c, std::ptrdiff_t elements) {
        c.from += elements * std::ptrdiff_t(Bytes);
        c.mask += elements;
        c.count -= elements;
    }

    static NUMLANE_INLINE void by_register(compression& all) {
        compression c = all;
        while (c.count >= glance && c.room >= glance) {
            if (!any_of(load<bool, glance>(c.mask))) skip(c, glance);
            else
                for (int k = 0; k < glance; k += width) step(c);
        }
        while (c.count >= width && c.room >= width) step(c);
        all = c;
    }
#endif

    static void run(const kernel_args& args) {
        [[maybe_unused]] compression& c = *static_cast<compression*>(args.out);
#if NUMLANE_TARGET_COMPRESSES
        by_register(c);
#endif
    }
};

NUMLANE_END_TARGET
