// Masks of batches.

NUMLANE_BEGIN_TARGET
namespace hn {

template <class D, class T>
NUMLANE_INLINE batch_bool<typename D::value_type> RebindMask(D, const ::xsimd::batch_bool<T, arch>& m) {
    return __builtin_bit_cast(batch_bool<typename D::value_type>, m);
}

template <class D, class T>
NUMLANE_INLINE bool AllFalse(D, const ::xsimd::batch_bool<T, arch>& m) {
    return !::xsimd::any(m);
}
template <class D, class T>
NUMLANE_INLINE bool AllTrue(D, const ::xsimd::batch_bool<T, arch>& m) {
    return ::xsimd::all(m);
}

template <class D, class T>
NUMLANE_INLINE batch<typename D::value_type> VecFromMask(D, const ::xsimd::batch_bool<T, arch>& m) {
    using V = batch<typename D::value_type>;
    if constexpr (sizeof(m) == sizeof(V)) return __builtin_bit_cast(V, m);
    else return ::xsimd::select(RebindMask(D(), m), V(typename D::value_type(-1)), V(typename D::value_type(0)));
}

}  // namespace hn
NUMLANE_END_TARGET
