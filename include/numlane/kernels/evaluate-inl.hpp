// evaluate_kernel<Program>: one fused pass over `count` contiguous elements.

NUMLANE_BEGIN_TARGET

// How a loop hides latency. Cheap programs do several registers in a turn of the loop, one after the other: the CPU
// overlaps them by itself. A user's kernel is taken to be one long dependency chain, often a loop of its own, so it works
// on several registers at once.
template <class Program>
struct interleave {
    static constexpr int cost = program::traits<Program>::cost;
    static constexpr int registers = 1, turns = cost < 12 ? 4 : cost < 30 ? 2 : 1;
};
template <class K, class T, class... P>
struct interleave<program::call<op::user<K>, T, P...>> {
    static constexpr int registers = 4, turns = 1;
};
template <class T, class P>
struct interleave<program::cast<T, P>> : interleave<P> {};

template <class Program>
struct kernel<detail::evaluate_kernel<Program>> {
    using T = typename Program::value_type;
    static constexpr int widest = program::traits<Program>::widest;
    static constexpr int one = register_lanes<lane_bits<widest>>;
    static constexpr int many = one * interleave<Program>::registers, turns = interleave<Program>::turns;

    // The whole steps of `many` lanes; returns the number of elements done.
    template <bool PastCache, class E>
    static NUMLANE_INLINE std::ptrdiff_t whole_steps(E& e, T* out, std::ptrdiff_t count) {
        std::ptrdiff_t i = 0;
        for (constexpr int step = many * turns; i + step <= count; i += step) {
#pragma GCC unroll 4
            for (int k = 0; k < turns; ++k) {
                const auto v = e.next(ahead{k});
                if constexpr (PastCache) stream(v, out + i + k * many);
                else store(v, out + i + k * many);
            }
            e.skip(turns);
        }
        return i;
    }

    // The elements from i on, one register at a time.
    template <class E>
    static NUMLANE_INLINE void rest(E& e, T* out, std::ptrdiff_t i, std::ptrdiff_t count) {
        for (; i < count; i += one) {
            const std::ptrdiff_t left = count - i;
            if (left >= one) store(e.next(), out + i);
            else store_first(e.next(left), out + i, left);
        }
    }

    static void run(const kernel_args& args) {
        // Copies, because for all the compiler knows a store may change args.
        T* const out = static_cast<T*>(args.out);
        const std::ptrdiff_t count = args.count;
        evaluator<Program, many> e(args, 0);
        const std::ptrdiff_t done = args.stream ? whole_steps<true>(e, out, count) : whole_steps<false>(e, out, count);
        if constexpr (many == one) {
            rest(e, out, done, count);
        } else if (done < count) {
            evaluator<Program, one> r(args, done);
            rest(r, out, done, count);
        }
    }
};

NUMLANE_END_TARGET
