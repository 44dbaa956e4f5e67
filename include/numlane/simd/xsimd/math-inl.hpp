// xsimd's math. Plain lanes go through a whole batch, so that a value does not depend on the kind of register it is in.

NUMLANE_BEGIN_TARGET
namespace hn {

struct xsimd_sin {
    template <class V> static NUMLANE_INLINE V run(const V& x) { return ::xsimd::sin(x); }
};
struct xsimd_cos {
    template <class V> static NUMLANE_INLINE V run(const V& x) { return ::xsimd::cos(x); }
};
struct xsimd_exp {
    template <class V> static NUMLANE_INLINE V run(const V& x) { return ::xsimd::exp(x); }
};
struct xsimd_log {
    template <class V> static NUMLANE_INLINE V run(const V& x) { return ::xsimd::log(x); }
};

template <class Function, class Library, class D>
NUMLANE_INLINE Vec<D> math(D, const Vec<D>& x) {
    using T = typename D::value_type;
    using whole = lane_tag<T, NUMLANE_TARGET_LANES(T)>;
    if constexpr (!plain_tag<D>) {
        return Function::run(x);
    } else if constexpr (plain_tag<whole>) {
        return lane_by_lane<Vec<D>, Library>(x);
    } else {
        lane_array<T, whole::size> v;
        for (int i = 0; i < whole::size; ++i) v.at[i] = x.at[i % D::size];
        v = to_lanes(Function::run(from_lanes<whole>(v)));
        Vec<D> y;
        for (int i = 0; i < D::size; ++i) y.at[i] = v.at[i];
        return y;
    }
}
template <class D>
NUMLANE_INLINE Vec<D> Sin(D d, const Vec<D>& x) {
    return math<xsimd_sin, detail::sin_lane>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Cos(D d, const Vec<D>& x) {
    return math<xsimd_cos, detail::cos_lane>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Exp(D d, const Vec<D>& x) {
    return math<xsimd_exp, detail::exp_lane>(d, x);
}
template <class D>
NUMLANE_INLINE Vec<D> Log(D d, const Vec<D>& x) {
    return math<xsimd_log, detail::log_lane>(d, x);
}

}  // namespace hn
NUMLANE_END_TARGET
