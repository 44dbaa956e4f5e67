// evaluate<Program>: one fused pass over `count` contiguous elements.

NUMLANE_BEGIN_TARGET

// The lanes that one step of a loop works on, in registers of the widest dtype. Cheap programs interleave four registers
// to keep the ports busy; long ones already are, and would spill. A user's kernel is taken to be one long dependency
// chain, which four registers hide.
template <class Program>
struct unroll_of {
    static constexpr int cost = program::traits<Program>::cost;
    static constexpr int value = cost < 12 ? 4 : cost < 30 ? 2 : 1;
};
template <class K, class T, class... P>
struct unroll_of<program::call<op::user<K>, T, P...>> {
    static constexpr int value = 4;
};
template <class T, class P>
struct unroll_of<program::cast<T, P>> : unroll_of<P> {};

template <class Program>
struct evaluate {
    using T = typename Program::value_type;
    static constexpr int widest = program::traits<Program>::widest;
    static constexpr int one = register_lanes<lane_bits<widest>>;
    static constexpr int many = one * unroll_of<Program>::value;

    static void run(const kernel_args& args) {
        T* out = static_cast<T*>(args.out);
        std::ptrdiff_t i = 0;
        if (args.count >= many) {
            evaluator<Program, many> e(args, 0);
            for (; i + many <= args.count; i += many) {
                const auto v = e.next();
                if (args.stream) stream(v, out + i);
                else store(v, out + i);
            }
        }
        if (i == args.count) return;
        evaluator<Program, one> e(args, i);
        for (; i < args.count; i += one) {
            const std::ptrdiff_t left = args.count - i;
            const auto v = e.next(left);
            if (left >= one) store(v, out + i);
            else store_first(v, out + i, left);
        }
    }
};

NUMLANE_END_TARGET
