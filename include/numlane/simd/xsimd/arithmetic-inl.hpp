// Arithmetic, logic and comparison of batches.

NUMLANE_BEGIN_TARGET
namespace hn {

// The bits of floats, for what xsimd leaves to each architecture.
template <class T>
using batch_bits = batch<typename detail::integer_of<sizeof(T), false>::type>;
template <class T>
NUMLANE_INLINE batch_bits<T> bits_of(const ::xsimd::batch<T, arch>& v) {
    return __builtin_bit_cast(batch_bits<T>, v);
}
template <class T>
NUMLANE_INLINE batch_bits<T> sign_bits() {
    using U = typename batch_bits<T>::value_type;
    return batch_bits<T>(U(U(1) << (8 * sizeof(T) - 1)));
}

// clang-format off: a line for each operation
template <class T> NUMLANE_INLINE batch<T> Add(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a + b; }
template <class T> NUMLANE_INLINE batch<T> Sub(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a - b; }
template <class T> NUMLANE_INLINE batch<T> Mul(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a * b; }
template <class T> NUMLANE_INLINE batch<T> Neg(const ::xsimd::batch<T, arch>& a) { return __builtin_bit_cast(batch<T>, bits_of(a) ^ sign_bits<T>()); }
template <class T> NUMLANE_INLINE batch<T> Abs(const ::xsimd::batch<T, arch>& a) { return __builtin_bit_cast(batch<T>, bits_of(a) & ~sign_bits<T>()); }
template <class T> NUMLANE_INLINE batch<T> And(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a & b; }
template <class T> NUMLANE_INLINE batch<T> Or(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a | b; }
template <class T> NUMLANE_INLINE batch<T> Xor(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a ^ b; }
template <class T> NUMLANE_INLINE batch<T> Not(const ::xsimd::batch<T, arch>& a) { return ~a; }
template <int Count, class T> NUMLANE_INLINE batch<T> ShiftLeft(const ::xsimd::batch<T, arch>& a) { return a << Count; }
template <int Count, class T> NUMLANE_INLINE batch<T> ShiftRight(const ::xsimd::batch<T, arch>& a) { return a >> Count; }

template <class T> NUMLANE_INLINE batch_bool<T> Eq(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a == b; }
template <class T> NUMLANE_INLINE batch_bool<T> Lt(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a < b; }
template <class T> NUMLANE_INLINE batch_bool<T> Le(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return a <= b; }
template <class T> NUMLANE_INLINE batch<T> IfThenElse(const ::xsimd::batch_bool<T, arch>& m, const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return ::xsimd::select(m, a, b); }
// By comparison, for xsimd's own take NaN and zeros of both signs differently from one architecture to another.
template <class T> NUMLANE_INLINE batch<T> Min(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return ::xsimd::select(a < b, a, b); }
template <class T> NUMLANE_INLINE batch<T> Max(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) { return ::xsimd::select(b < a, a, b); }

template <class T> NUMLANE_INLINE batch_bool<T> And(const ::xsimd::batch_bool<T, arch>& a, const ::xsimd::batch_bool<T, arch>& b) { return a & b; }
template <class T> NUMLANE_INLINE batch_bool<T> Or(const ::xsimd::batch_bool<T, arch>& a, const ::xsimd::batch_bool<T, arch>& b) { return a | b; }
template <class T> NUMLANE_INLINE batch_bool<T> Xor(const ::xsimd::batch_bool<T, arch>& a, const ::xsimd::batch_bool<T, arch>& b) {
    // Masks of bits; xsimd 8.1 takes their disjunction.
    if constexpr (sizeof(batch_bool<T>) < sizeof(batch<T>)) return batch_bool<T>(typename batch_bool<T>::register_type(a.data ^ b.data));
    else return a ^ b;
}
template <class T> NUMLANE_INLINE batch_bool<T> Not(const ::xsimd::batch_bool<T, arch>& a) { return !a; }
// clang-format on

// Rounded once, where older versions of xsimd do otherwise: 8.1 divides floats on ARM by approximation, and multiplies
// and adds apart on AVX-512.
template <class T>
NUMLANE_INLINE batch<T> Div(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b) {
#if defined(__aarch64__)
    if constexpr (sizeof(T) == 4) return vdivq_f32(a, b);
    else return vdivq_f64(a, b);
#else
    return a / b;
#endif
}
template <class T>
NUMLANE_INLINE batch<T> Sqrt(const ::xsimd::batch<T, arch>& a) {
#if defined(__aarch64__)
    if constexpr (sizeof(T) == 4) return vsqrtq_f32(a);
    else return vsqrtq_f64(a);
#else
    return ::xsimd::sqrt(a);
#endif
}
template <class T>
NUMLANE_INLINE batch<T> MulAdd(const ::xsimd::batch<T, arch>& a, const ::xsimd::batch<T, arch>& b,
                               const ::xsimd::batch<T, arch>& c) {
#if NUMLANE_TARGET_BYTES == 64
    if constexpr (sizeof(T) == 4) return _mm512_fmadd_ps(a, b, c);
    else return _mm512_fmadd_pd(a, b, c);
#elif defined(__aarch64__)
    if constexpr (sizeof(T) == 4) return vfmaq_f32(c, a, b);
    else return vfmaq_f64(c, a, b);
#elif NUMLANE_TARGET_FMA
    return ::xsimd::fma(a, b, c);
#else
    return a * b + c;
#endif
}

}  // namespace hn
NUMLANE_END_TARGET
