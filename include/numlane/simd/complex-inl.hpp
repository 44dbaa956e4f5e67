// Arithmetic of complex packs, in the order of operations that NumPy's loops use.

NUMLANE_BEGIN_TARGET

template <complex_pack P>
NUMLANE_INLINE P operator+(const P& a, const P& b) {
    return P(a.re + b.re, a.im + b.im);
}
template <complex_pack P>
NUMLANE_INLINE P operator-(const P& a, const P& b) {
    return P(a.re - b.re, a.im - b.im);
}
template <complex_pack P>
NUMLANE_INLINE P operator-(const P& a) {
    return P(-a.re, -a.im);
}
template <complex_pack P>
NUMLANE_INLINE P operator*(const P& a, const P& b) {
    return P(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/// a / b by R. L. Smith's method (Algorithm 116: Complex division, CACM 1962): no overflow in |b|².
template <complex_pack P>
NUMLANE_INLINE P operator/(const P& a, const P& b) {
    using R = decltype(a.re);
    const auto re_is_larger = abs(b.re) >= abs(b.im);
    const R large = select(re_is_larger, b.re, b.im), small = select(re_is_larger, b.im, b.re);
    const R ratio = small / large;
    const R scale = R(real_t<typename P::value_type>(1)) / (large + small * ratio);
    const R ar = select(re_is_larger, a.re, a.im), ai = select(re_is_larger, a.im, a.re);
    const R re = (ar + ai * ratio) * scale;
    // Not the negative of one difference: where both terms are equal, NumPy's is +0 either way.
    const R turned = ar * ratio;
    P quotient(re, select(re_is_larger, ai - turned, turned - ai) * scale);
    const auto by_zero = (b.re == R(0)) & (b.im == R(0));
    if (__builtin_expect(any_of(by_zero), 0)) {
        const R magnitude = abs(b.re);
        quotient = select(by_zero, P(a.re / magnitude, a.im / magnitude), quotient);
    }
    return quotient;
}

template <complex_pack P>
NUMLANE_INLINE auto operator==(const P& a, const P& b) {
    return (a.re == b.re) & (a.im == b.im);
}
template <complex_pack P>
NUMLANE_INLINE auto operator!=(const P& a, const P& b) {
    return (a.re != b.re) | (a.im != b.im);
}
// NumPy orders complex numbers by their real parts, then by their imaginary parts.
template <complex_pack P>
NUMLANE_INLINE auto operator<(const P& a, const P& b) {
    return ((a.re < b.re) & (a.im == a.im) & (b.im == b.im)) | ((a.re == b.re) & (a.im < b.im));
}
template <complex_pack P>
NUMLANE_INLINE auto operator<=(const P& a, const P& b) {
    return ((a.re < b.re) & (a.im == a.im) & (b.im == b.im)) | ((a.re == b.re) & (a.im <= b.im));
}
template <complex_pack P>
NUMLANE_INLINE auto operator>(const P& a, const P& b) {
    return b < a;
}
template <complex_pack P>
NUMLANE_INLINE auto operator>=(const P& a, const P& b) {
    return b <= a;
}

/// The magnitude of every lane.
template <complex_pack P>
NUMLANE_INLINE auto abs(const P& a) {
    return hypot(a.re, a.im);
}
/// The complex conjugate of every lane.
template <complex_pack P>
NUMLANE_INLINE P conj(const P& a) {
    return P(a.re, -a.im);
}

template <class T, int N>
NUMLANE_INLINE pack<std::complex<T>, N / 2> lower(const pack<std::complex<T>, N, false>& p) {
    return {lower(p.re), lower(p.im)};
}
template <class T, int N>
NUMLANE_INLINE pack<std::complex<T>, N / 2> upper(const pack<std::complex<T>, N, false>& p) {
    return {upper(p.re), upper(p.im)};
}

NUMLANE_END_TARGET
