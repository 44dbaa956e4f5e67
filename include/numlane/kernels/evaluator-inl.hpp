// evaluator<Program, N>: a program bound to its operands; next(count) yields the next N lanes, of which `count` are real.

NUMLANE_BEGIN_TARGET

template <class Program, int N>
struct evaluator;

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
};

template <class T, int I, int N>
struct evaluator<program::parameter<T, I>, N> {
    T value;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t) : value(constant_value<T, I>(args)) {}
    NUMLANE_INLINE T next(auto...) { return value; }
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
};

template <class Op, class T, class A, int N>
struct evaluator<program::call<Op, T, A>, N> {
    evaluator<A, N> a;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : a(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return apply<Op>::run(a.next(count...)); }
};

template <class Op, class T, class A, class B, int N>
struct evaluator<program::call<Op, T, A, B>, N> {
    evaluator<A, N> a;
    evaluator<B, N> b;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : a(args, first), b(args, first) {}
    NUMLANE_INLINE auto next(auto... count) { return apply<Op>::run(a.next(count...), b.next(count...)); }
};

// More arguments than two, as those of where and of a user's kernel.
template <int N, class... P>
struct evaluators;
template <int N>
struct evaluators<N> {
    NUMLANE_INLINE evaluators(const kernel_args&, std::ptrdiff_t) {}
    template <class F, class... Done>
    NUMLANE_INLINE auto call(const Done&... done) { return F::run(done...); }
    template <class F, class... Done>
    NUMLANE_INLINE auto call_first(std::ptrdiff_t, const Done&... done) { return F::run(done...); }
};
template <int N, class A, class... Rest>
struct evaluators<N, A, Rest...> {
    evaluator<A, N> a;
    evaluators<N, Rest...> rest;

    NUMLANE_INLINE evaluators(const kernel_args& args, std::ptrdiff_t first) : a(args, first), rest(args, first) {}
    template <class F, class... Done>
    NUMLANE_INLINE auto call(const Done&... done) { return rest.template call<F>(done..., a.next()); }
    template <class F, class... Done>
    NUMLANE_INLINE auto call_first(std::ptrdiff_t count, const Done&... done) {
        return rest.template call_first<F>(count, done..., a.next(count));
    }
};

template <class Op, class T, class A, class B, class C, class... More, int N>
struct evaluator<program::call<Op, T, A, B, C, More...>, N> {
    evaluators<N, A, B, C, More...> arguments;

    NUMLANE_INLINE evaluator(const kernel_args& args, std::ptrdiff_t first) : arguments(args, first) {}
    NUMLANE_INLINE auto next() { return arguments.template call<apply<Op>>(); }
    NUMLANE_INLINE auto next(std::ptrdiff_t count) { return arguments.template call_first<apply<Op>>(count); }
};

NUMLANE_END_TARGET
