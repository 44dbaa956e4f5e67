// evaluator<Program, N>: a program bound to its operands. next() yields the next N lanes, and next(count) those of which
// only the first `count` are real; next(ahead{k}) yields the lanes k steps further on, and skip(k) goes there.

NUMLANE_BEGIN_TARGET

template <class Program, int N>
struct evaluator;

struct ahead {
    int steps;
};

template <class T, int I, int N>
struct evaluator<program::load<T, I>, N> {
    const T* at;
    std::ptrdiff_t step;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first)
        : at(static_cast<const T*>(args.operands[I].data) + args.operands[I].step * first),
          step(args.operands[I].step * N) {}
    NUMLANE_INLINE auto next() {
        const auto v = load<T, N>(at);
        at += step;
        return v;
    }
    NUMLANE_INLINE auto next(std::ptrdiff_t count) {
        if (count >= N || step == 0) return next();
        return load_first<T, N>(at, count);
    }
    NUMLANE_INLINE auto next(ahead a) { return load<T, N>(at + a.steps * N); }
    NUMLANE_INLINE void skip(int steps) { at += step * steps; }
};

// The lanes of the one array take the place of the count in the calls below.
template <class T, class P, int N>
struct evaluator<program::with_given<T, P>, N> {
    evaluator<program::load<T, 0>, N> array;
    evaluator<P, N> of;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : array(args, first), of(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return of.next(keep(array.next(count...))); }
    NUMLANE_INLINE void skip(int steps) { array.skip(steps); }
};

template <class T, int N>
struct evaluator<program::given<T>, N> {
    NUMLANE_INLINE evaluator(const kernel_args&, std::ptrdiff_t) {}
    NUMLANE_INLINE auto next(const lanes<T, N>& given) { return given; }
};

template <class T, int I>
NUMLANE_INLINE T constant_value(const kernel_args& args) {
    T value;
    __builtin_memcpy(static_cast<void*>(&value), args.constants[I].bytes, sizeof(T));
    return value;
}

template <class T, int I, int N>
struct evaluator<program::constant<T, I>, N> {
    lanes<T, N> value;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t) : value(constant_value<T, I>(args)) {}
    NUMLANE_INLINE auto next(auto...) { return value; }
    NUMLANE_INLINE void skip(int) {}
};

template <class T, int I, int N>
struct evaluator<program::parameter<T, I>, N> {
    T value;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t) : value(constant_value<T, I>(args)) {}
    NUMLANE_INLINE T next(auto...) { return value; }
    NUMLANE_INLINE void skip(int) {}
};

// Numbers are true where they are not zero (NaN is).
template <class T, class V>
NUMLANE_INLINE auto cast_lanes(const V& v) {
    if constexpr (std::is_same_v<T, bool> && is_pack<V>) return v != V(typename V::value_type(0));
    else if constexpr (std::is_same_v<T, bool>) return v;
    else return convert<T>(v);
}

template <class T, class P, int N>
struct evaluator<program::cast<T, P>, N> {
    evaluator<P, N> of;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : of(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return cast_lanes<T>(of.next(count...)); }
    NUMLANE_INLINE void skip(int steps) { of.skip(steps); }
};

template <class Op, class T, class A, int N>
struct evaluator<program::call<Op, T, A>, N> {
    evaluator<A, N> a;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : a(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return apply<Op>::run(a.next(count...)); }
    NUMLANE_INLINE void skip(int steps) { a.skip(steps); }
};

template <class Op, class T, class A, class B, int N>
struct evaluator<program::call<Op, T, A, B>, N> {
    evaluator<A, N> a;
    evaluator<B, N> b;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : a(args, first), b(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return apply<Op>::run(a.next(count...), b.next(count...)); }
    NUMLANE_INLINE void skip(int steps) {
        a.skip(steps);
        b.skip(steps);
    }
};

// More arguments than two, as those of where and of a user's kernel.
template <int N, class... P>
struct evaluators;
template <int N>
struct evaluators<N> {
    NUMLANE_INLINE evaluators(const kernel_args&, std::ptrdiff_t) {}
    template <class F, class... Done>
    NUMLANE_INLINE auto call(const Done&... done) {
        return F::run(done...);
    }
    template <class F, class Count, class... Done>
    NUMLANE_INLINE auto call_with(const Count&, const Done&... done) {
        return F::run(done...);
    }
    NUMLANE_INLINE void skip(int) {}
};
template <int N, class A, class... Rest>
struct evaluators<N, A, Rest...> {
    evaluator<A, N> a;
    evaluators<N, Rest...> rest;

    NUMLANE_INLINE evaluators(const kernel_args& args, std::ptrdiff_t first) : a(args, first), rest(args, first) {}
    template <class F, class... Done>
    NUMLANE_INLINE auto call(const Done&... done) {
        return rest.template call<F>(done..., a.next());
    }
    template <class F, class Count, class... Done>
    NUMLANE_INLINE auto call_with(const Count& count, const Done&... done) {
        return rest.template call_with<F>(count, done..., a.next(count));
    }
    NUMLANE_INLINE void skip(int steps) {
        a.skip(steps);
        rest.skip(steps);
    }
};

template <class Op, class T, class A, class B, class C, class... More, int N>
struct evaluator<program::call<Op, T, A, B, C, More...>, N> {
    evaluators<N, A, B, C, More...> arguments;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : arguments(args, first) {}
    NUMLANE_INLINE auto next() { return arguments.template call<apply<Op>>(); }
    NUMLANE_INLINE auto next(const auto& count) { return arguments.template call_with<apply<Op>>(count); }
    NUMLANE_INLINE void skip(int steps) { arguments.skip(steps); }
};

NUMLANE_END_TARGET
