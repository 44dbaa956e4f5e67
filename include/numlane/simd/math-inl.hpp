// The functions of mathematics, each register of a pack on its own.

NUMLANE_BEGIN_TARGET

template <class Function, float_pack P>
NUMLANE_INLINE P math(const P& x) {
    if constexpr (P::native) return Function::run(x);
    else return P(math<Function>(x.lo), math<Function>(x.hi));
}

/// Sine of every lane in radians; at most 3 ULP.
template <float_pack P>
NUMLANE_INLINE P sin(const P& x) {
    return math<sin_registers>(x);
}
/// Cosine of every lane in radians; at most 3 ULP.
template <float_pack P>
NUMLANE_INLINE P cos(const P& x) {
    return math<cos_registers>(x);
}
/// e to the power of every lane; at most 1 ULP.
template <float_pack P>
NUMLANE_INLINE P exp(const P& x) {
    return math<exp_registers>(x);
}
/// The natural logarithm of every lane; at most 1 ULP.
template <float_pack P>
NUMLANE_INLINE P log(const P& x) {
    return math<log_registers>(x);
}

NUMLANE_END_TARGET
