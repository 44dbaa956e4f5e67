// selected_kernel<Program>: a fused pass that writes where a mask is true and nowhere else. It reads the neighbours too,
// which another thread may be writing, but what it reads there goes nowhere.

NUMLANE_BEGIN_TARGET

template <class Program>
struct kernel<detail::selected_kernel<Program>> {
    using T = typename Program::value_type;
    static constexpr int one = register_lanes<lane_bits<program::traits<Program>::widest>>;
    // So many of the mask are looked at before their elements are.
    static constexpr int glance = one < 16 ? 16 : one;
    static constexpr int block = 256;

    // Elements of a block that wait to be written, for no instruction writes the selected ones of a register alone. Their
    // places are gathered without a branch, which a random mask would mispredict.
    struct waiting {
        alignas(64) T values[block];
        unsigned char at[block + 1];
        int count = 0;

        NUMLANE_INLINE void add(const bool* mask, int first, int end) {
            for (int k = first; k < end; ++k) {
                at[count] = static_cast<unsigned char>(k);
                count += mask[k] ? 1 : 0;
            }
        }
        NUMLANE_INLINE void write(T* out) const {
            for (int k = 0; k < count; ++k) out[at[k]] = values[at[k]];
        }
    };

    // The first `count` of a block.
    template <class E>
    static NUMLANE_INLINE void run_block(E& e, const bool* mask, T* out, std::ptrdiff_t count) {
        waiting w;
        int i = 0;
        for (; i + glance <= count; i += glance) {
            const auto there = load<bool, glance>(mask + i);
            if (!any_of(there)) {
                e.skip(glance / one);
            } else if (all_of(there)) {
                for (int k = i; k < i + glance; k += one) store(e.next(), out + k);
            } else if constexpr (has_masked_store<decltype(e.next()), T>) {
                for (int k = i; k < i + glance; k += one) store_where(e.next(), load<bool, one>(mask + k), out + k);
            } else {
                for (int k = i; k < i + glance; k += one) store(e.next(), w.values + k);
                w.add(mask, i, i + glance);
            }
        }
        for (; i < count; i += one) {
            store(e.next(count - i), w.values + i);
            w.add(mask, i, count - i < one ? int(count) : i + one);
        }
        w.write(out);
    }

    static void run(const kernel_args& args) {
        const selection s = *static_cast<const selection*>(args.out);
        T* const out = static_cast<T*>(s.out);
        evaluator<Program, one> e(args, s.first);
        for (std::ptrdiff_t i = s.first; i < s.last; i += block)
            run_block(e, s.mask + i, out + i, s.last - i < block ? s.last - i : std::ptrdiff_t(block));
    }
};

NUMLANE_END_TARGET
