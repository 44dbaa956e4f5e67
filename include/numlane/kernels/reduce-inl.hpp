// reduce_kernel<Reducer, Program>: one chunk of a reduction to one value, on a fixed tree.
//
// The chunk is dealt to a fixed number of virtual lanes, whatever the width of the registers; each lane accumulates in
// order, and then halves are combined until one lane is left. The tree depends on nothing but the number of elements, so
// every target gives the same bits, and the rounding error is that of pairwise summation (N. J. Higham, The accuracy of
// floating point summation, 1993).

NUMLANE_BEGIN_TARGET

template <class Reducer>
struct combine;
template <> struct combine<reducer::sum> : apply<op::add> {};
template <> struct combine<reducer::minimum> : apply<op::minimum> {};
template <> struct combine<reducer::maximum> : apply<op::maximum> {};
template <> struct combine<reducer::product> {
    // A lane that has not begun holds 1, which times an infinite complex number would be NaN.
    template <class P>
    static NUMLANE_INLINE P run(const P& a, const P& b) {
        const P product = apply<op::multiply>::run(a, b);
        if constexpr (is_complex_v<typename P::value_type>) {
            const P one(typename P::value_type(1));
            return select(b == one, a, select(a == one, b, product));
        } else {
            return product;
        }
    }
};

// What passes over NaN: a is a number, as every lane is that starts from the identity, and stays where b is NaN.
template <class Reducer>
concept over_numbers = requires { typename Reducer::extremum; };
template <over_numbers Reducer>
struct combine<Reducer> {
    template <real_pack P>
    static NUMLANE_INLINE P run(const P& a, const P& b) {
        if constexpr (std::is_same_v<typename Reducer::extremum, reducer::minimum>) return smaller_or(b, a);
        else return larger_or(b, a);
    }
};

// The smaller or larger of floats costs three instructions if NaN must win. Where there is none, the register's own
// minimum gives the same bits; a sum beside it tells, in one more, whether there was (or infinities of both signs).
template <class Reducer, class T>
inline constexpr bool has_quick =
    NUMLANE_TARGET_PLAIN_MINIMUM && std::is_floating_point_v<T> &&
    (std::is_same_v<Reducer, reducer::minimum> || std::is_same_v<Reducer, reducer::maximum>);
template <class Reducer, class P>
NUMLANE_INLINE P quick_combine(const P& a, const P& b) {
    if constexpr (std::is_same_v<Reducer, reducer::minimum>) return by_register<P, min_registers>(b, a);
    else return by_register<P, max_registers>(b, a);
}
template <class P>
NUMLANE_INLINE bool may_have_nan(const P& sum) {
    return any_of(sum != sum);
}

// What a lane starts from: combining it changes no value. The sum of nothing but -0.0 is -0.0.
template <class Reducer, class T>
constexpr T identity() {
    if constexpr (std::is_same_v<Reducer, reducer::sum>)
        return is_complex_v<T> || std::is_floating_point_v<T> ? T(-real_t<T>(0)) : T(0);
    else if constexpr (std::is_same_v<Reducer, reducer::product>) return T(1);
    else return detail::farthest_value<T, std::is_base_of_v<reducer::minimum, Reducer>>();
}

template <class Program>
inline constexpr bool is_array = false;
template <class T>
inline constexpr bool is_array<program::load<T, 0>> = true;

template <class Reducer, class P>
NUMLANE_INLINE typename P::value_type fold(const P& p) {
    if constexpr (P::size > 1) {
        return fold<Reducer>(combine<Reducer>::run(lower(p), upper(p)));
    } else {
        typename P::value_type value;
        store(p, &value);
        return value;
    }
}

// Asks for the line that lies `bytes` from p in the second cache. It may be outside of the array, where no pointer may be
// made by arithmetic on pointers; nothing is read through this one.
NUMLANE_INLINE void fetch_ahead(const void* p, std::ptrdiff_t bytes) {
    const auto line = reinterpret_cast<std::uintptr_t>(p) + std::uintptr_t(bytes);
    __builtin_prefetch(reinterpret_cast<const void*>(line), 0, 2);  // NOLINT(performance-no-int-to-ptr): see above
}
// So far ahead that memory answers in time, into what follows the chunk too.
inline constexpr std::ptrdiff_t fetched_bytes = 4096;

// Asks for the 256 bytes from there on in the first cache. Loops of more than an instruction for each load may see too little
// of a last-level cache to keep it busy: the minimum of 8 MB of float64 took 1 to 1.2 times as long without on Zen 5.
NUMLANE_INLINE void fetch_near(const void* p) {
    const auto lines = reinterpret_cast<std::uintptr_t>(p) + std::uintptr_t(fetched_bytes);
    for (int byte = 0; byte < 256; byte += 64) {
        const auto line = lines + std::uintptr_t(byte);
        __builtin_prefetch(reinterpret_cast<const void*>(line), 0, 3);  // NOLINT(performance-no-int-to-ptr)
    }
}

template <class Reducer, class Program>
struct kernel<detail::reduce_kernel<Reducer, Program>> {
    using T = typename Program::value_type;
    static constexpr int virtual_lanes = 256 / int(sizeof(real_t<T>));
    static constexpr int one = register_lanes<lane_bits<program::traits<Program>::widest>>;
    // Cheap programs keep all the virtual lanes in registers; for dear ones, and narrow registers, they wait in L1.
    static constexpr bool in_registers =
        program::traits<Program>::cost < 12 && virtual_lanes / register_lanes<real_t<T>> <= 8;
    static constexpr int width = in_registers || one > virtual_lanes ? virtual_lanes : one;
    static constexpr int parts = virtual_lanes / width;
    using lanes_type = pack<T, width>;

    // Every lane keeps its minimum and, in check, the sum of its elements. False if there may be a NaN.
    static NUMLANE_INLINE bool quick(const kernel_args& args) {
        evaluator<Program, width> e(args, 0);
        const lanes_type neutral(identity<Reducer, T>());
        lanes_type lane[parts], check[parts];
        for (auto& l : lane) l = neutral;
        for (auto& c : check) c = lanes_type(T(0));
        std::ptrdiff_t left = args.count;
        for (; left >= virtual_lanes; left -= virtual_lanes) {
            if constexpr (is_array<Program>)
                fetch_near(static_cast<const T*>(args.operands[0].data) + (args.count - left));
            for (int j = 0; j < parts; ++j) {
                const auto v = e.next();
                lane[j] = quick_combine<Reducer>(lane[j], v);
                check[j] = check[j] + v;
            }
        }
        for (int j = 0; left > 0; ++j, left -= width) {
            auto v = e.next(left);
            if (left < width) {
                const auto there = first_lanes<mask<int(sizeof(real_t<T>)), width>>(left);
                check[j] = check[j] + select(there, v, lanes_type(T(0)));
                v = select(there, v, neutral);
            } else {
                check[j] = check[j] + v;
            }
            lane[j] = quick_combine<Reducer>(lane[j], v);
        }
        for (int j = 1; j < parts; ++j) check[0] = check[0] + check[j];
        if (may_have_nan(check[0])) return false;
        for (int half = parts / 2; half > 0; half /= 2)
            for (int j = 0; j < half; ++j) lane[j] = quick_combine<Reducer>(lane[j], lane[j + half]);
        *static_cast<T*>(args.out) = fold<Reducer>(lane[0]);
        return true;
    }

    static void run(const kernel_args& args) {
        if constexpr (has_quick<Reducer, T>)
            if (quick(args)) return;
        evaluator<Program, width> e(args, 0);
        const lanes_type neutral(identity<Reducer, T>());
        lanes_type lane[parts];
        for (auto& l : lane) l = neutral;
        std::ptrdiff_t left = args.count;
        if constexpr (is_array<Program>) {
            if (args.stream) {  // from memory
                const T* at = static_cast<const T*>(args.operands[0].data);
                for (; left >= virtual_lanes; left -= virtual_lanes, at += virtual_lanes) {
                    for (int byte = 0; byte < virtual_lanes * int(sizeof(T)); byte += 64)
                        fetch_ahead(at, fetched_bytes + byte);
                    for (int j = 0; j < parts; ++j) lane[j] = combine<Reducer>::run(lane[j], e.next());
                }
            }
        }
        for (; left >= virtual_lanes; left -= virtual_lanes)
            for (int j = 0; j < parts; ++j) lane[j] = combine<Reducer>::run(lane[j], e.next());
        for (int j = 0; left > 0; ++j, left -= width) {
            auto v = e.next(left);
            if (left < width) v = select(first_lanes<mask<int(sizeof(real_t<T>)), width>>(left), v, neutral);
            lane[j] = combine<Reducer>::run(lane[j], v);
        }
        for (int half = parts / 2; half > 0; half /= 2)
            for (int j = 0; j < half; ++j) lane[j] = combine<Reducer>::run(lane[j], lane[j + half]);
        *static_cast<T*>(args.out) = fold<Reducer>(lane[0]);
    }
};

// truth_kernel<Reducer, Program>: whether any element of a boolean program is true (the largest is), or all are; 1 or 0. Stops
// at the first that decides.
template <class Reducer, class Program>
struct kernel<detail::truth_kernel<Reducer, Program>> {
    static constexpr int one = register_lanes<lane_bits<program::traits<Program>::widest>>;

    static void run(const kernel_args& args) {
        constexpr bool any = std::is_same_v<Reducer, reducer::maximum>;
        evaluator<Program, one> e(args, 0);
        std::ptrdiff_t left = args.count;
        bool decided = false;
        for (; left >= one && !decided; left -= one) {
            const auto v = e.next();
            decided = any ? any_of(v) : !all_of(v);
        }
        if (left > 0 && !decided) {
            const auto v = e.next(left);
            const auto there = first_lanes<std::remove_const_t<decltype(v)>>(left);
            decided = any ? any_of(v & there) : any_of((!v) & there);
        }
        *static_cast<std::uint8_t*>(args.out) = decided == any ? 1 : 0;
    }
};

// count_kernel<Program>: how many elements of a boolean program are true.
template <class Program>
struct kernel<detail::count_kernel<Program>> {
    static constexpr int one = register_lanes<lane_bits<program::traits<Program>::widest>>;

    static void run(const kernel_args& args) {
        evaluator<Program, one> e(args, 0);
        std::int64_t total = 0;
        std::ptrdiff_t left = args.count;
        for (; left >= one; left -= one) total += count_true(e.next());
        if (left > 0) {
            const auto last = e.next(left);
            total += count_true(last & first_lanes<std::remove_const_t<decltype(last)>>(left));
        }
        *static_cast<std::int64_t*>(args.out) = total;
    }
};

NUMLANE_END_TARGET
