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

    // Several registers in a turn, each stored as soon as it is computed; returns the number of elements done.
    template <class E>
    static NUMLANE_INLINE std::ptrdiff_t whole_turns(E& e, T* out, std::ptrdiff_t count, bool past_cache) {
        std::ptrdiff_t i = 0;
        for (constexpr int step = many * turns; i + step <= count; i += step) {
#pragma GCC unroll 4
            for (int k = 0; k < turns; ++k) {
                const auto v = e.next(ahead{k});
                if (past_cache) stream(v, out + i + k * many);
                else store(v, out + i + k * many);
            }
            e.skip(turns);
        }
        return i;
    }

    // The whole steps of N lanes from i on; returns the number of elements done.
    template <int N, class E>
    static NUMLANE_INLINE std::ptrdiff_t steps(E& e, T* out, std::ptrdiff_t i, std::ptrdiff_t count) {
        for (; i + N <= count; i += N) store(e.next(), out + i);
        return i;
    }

    template <class E>
    static NUMLANE_INLINE void last(E& e, T* out, std::ptrdiff_t i, std::ptrdiff_t count) {
        if (i < count) store_first(e.next(count - i), out + i, count - i);
    }

    static void run(const kernel_args& args) {
        // Copies, because for all the compiler knows a store may change args.
        T* const out = static_cast<T*>(args.out);
        const std::ptrdiff_t count = args.count;
        const bool past_cache = args.stream;
        evaluator<Program, many> e(args, 0);
        std::ptrdiff_t done;
        // Cheap programs have a loop for each: past the cache, a + b took up to 1.2 times as long with one register in a turn.
        if (turns > 2 && past_cache) done = whole_turns(e, out, count, true);
        else done = whole_turns(e, out, count, turns <= 2 && past_cache);
        if (turns > 1) done = steps<many>(e, out, done, count);
        if constexpr (many == one) {
            last(e, out, done, count);
        } else if (done < count) {
            evaluator<Program, one> r(args, done);
            last(r, out, steps<one>(r, out, done, count), count);
        }
    }
};

NUMLANE_END_TARGET
