// Functions of complex numbers. e^z is made of the functions of its parts; the others, and e^z of what is out of their range,
// are the C library's, lane by lane.

NUMLANE_BEGIN_TARGET

// Function::run of those lanes z = x + iy that are special to it, into re and im.
template <class Function, class T, int N>
NUMLANE_NOINLINE void call_special(const T* x, const T* y, T* re, T* im) {
    for (int i = 0; i < N; ++i) {
        if (!Function::is_special(x[i], y[i])) continue;
        std::conditional_t<sizeof(T) == 4, detail::complex_float, detail::complex_double> z;
        __real__ z = x[i];
        __imag__ z = y[i];
        z = Function::run(z);
        re[i] = __real__ z;
        im[i] = __imag__ z;
    }
}
template <class Function, float_pack R>
NUMLANE_INLINE void put_special(const R& x, const R& y, R& re, R& im) {
    if constexpr (R::native) {
        using T = typename R::value_type;
        const lane_buffer<T, R::size> x_at(x), y_at(y);
        lane_buffer<T, R::size> re_at(re), im_at(im);
        call_special<Function, T, R::size>(x_at.at, y_at.at, re_at.at, im_at.at);
        re = R(hn::Load(typename R::tag(), re_at.at));
        im = R(hn::Load(typename R::tag(), im_at.at));
    } else {
        put_special<Function>(x.lo, y.lo, re.lo, im.lo);
        put_special<Function>(x.hi, y.hi, re.hi, im.hi);
    }
}

template <class Function>
struct always_special : Function {
    template <class T> static NUMLANE_INLINE bool is_special(T, T) { return true; }
};
struct complex_exp_outside : detail::complex_exp_lane {
    template <class T> static NUMLANE_INLINE bool is_special(T x, T y) {
        return !(__builtin_fabs(x) <= exp_numbers<T>::plain && __builtin_fabs(y) <= angle_numbers<T>::largest);
    }
};

template <class Function, complex_pack P>
NUMLANE_INLINE P by_complex_lane(const P& z) {
    P result = z;
    put_special<always_special<Function>>(z.re, z.im, result.re, result.im);
    return result;
}

/// e to the power of every lane: e^x (cos y + i sin y); each part at most 5 ULP.
template <complex_pack P>
NUMLANE_INLINE P exp(const P& z) {
    using R = decltype(z.re);
    using T = typename R::value_type;
    const R size = exp(z.re);
    P result(size * cos(z.im), size * sin(z.im));
    const auto plain = (abs(z.re) <= R(exp_numbers<T>::plain)) & (abs(z.im) <= R(angle_numbers<T>::largest));
    if (__builtin_expect(!all_of(plain), 0)) put_special<complex_exp_outside>(z.re, z.im, result.re, result.im);
    return result;
}
/// The square root of every lane whose real part is not negative.
template <complex_pack P>
NUMLANE_INLINE P sqrt(const P& z) {
    return by_complex_lane<detail::complex_sqrt_lane>(z);
}
/// The sine of every lane.
template <complex_pack P>
NUMLANE_INLINE P sin(const P& z) {
    return by_complex_lane<detail::complex_sin_lane>(z);
}
/// The cosine of every lane.
template <complex_pack P>
NUMLANE_INLINE P cos(const P& z) {
    return by_complex_lane<detail::complex_cos_lane>(z);
}
/// The natural logarithm of every lane, its imaginary part within [-pi, pi].
template <complex_pack P>
NUMLANE_INLINE P log(const P& z) {
    return by_complex_lane<detail::complex_log_lane>(z);
}

NUMLANE_END_TARGET
