// Loads and stores of batches.

NUMLANE_BEGIN_TARGET
namespace hn {

template <class D>
    requires(!plain_tag<D>)
NUMLANE_INLINE Vec<D> LoadU(D, const typename D::value_type* p) {
    return Vec<D>::load_unaligned(p);
}
template <class D>
    requires(!plain_tag<D>)
NUMLANE_INLINE Vec<D> Load(D, const typename D::value_type* p) {
    return Vec<D>::load_aligned(p);
}
template <class T, int N>
NUMLANE_INLINE void StoreU(const ::xsimd::batch<T, arch>& v, lane_tag<T, N>, T* p) {
    v.store_unaligned(p);
}
template <class T, int N>
NUMLANE_INLINE void Store(const ::xsimd::batch<T, arch>& v, lane_tag<T, N>, T* p) {
    v.store_aligned(p);
}
// The versions of xsimd have no stores past the cache in common.
template <class T, int N>
NUMLANE_INLINE void Stream(const ::xsimd::batch<T, arch>& v, lane_tag<T, N>, T* p) {
    v.store_aligned(p);
}

// Real and imaginary parts, by the compiler's own shuffles: xsimd has complex numbers in memory on a part of its
// architectures only, and unaligned ones on fewer.
template <class T>
struct interleaving {
    static constexpr int size = NUMLANE_TARGET_LANES(T);
    using vector [[gnu::vector_size(NUMLANE_TARGET_BYTES)]] = T;

    template <int First, std::size_t... I>
    static NUMLANE_INLINE batch<T> every_other(vector a, vector b, std::index_sequence<I...>) {
        return __builtin_bit_cast(batch<T>, __builtin_shufflevector(a, b, (First + 2 * int(I))...));
    }
    template <int First, std::size_t... I>
    static NUMLANE_INLINE batch<T> in_turn(vector a, vector b, std::index_sequence<I...>) {
        return __builtin_bit_cast(
            batch<T>, __builtin_shufflevector(a, b, (First + int(I) / 2 + (int(I) % 2 == 0 ? 0 : size))...));
    }
};

template <class D>
    requires(!plain_tag<D>)
NUMLANE_INLINE void LoadInterleaved2(D, const typename D::value_type* p, Vec<D>& even, Vec<D>& odd) {
    using I = interleaving<typename D::value_type>;
    using vector = typename I::vector;
    const auto low = __builtin_bit_cast(vector, Vec<D>::load_unaligned(p));
    const auto high = __builtin_bit_cast(vector, Vec<D>::load_unaligned(p + D::size));
    even = I::template every_other<0>(low, high, std::make_index_sequence<D::size>());
    odd = I::template every_other<1>(low, high, std::make_index_sequence<D::size>());
}
template <class T, int N>
NUMLANE_INLINE void StoreInterleaved2(const ::xsimd::batch<T, arch>& even, const ::xsimd::batch<T, arch>& odd,
                                      lane_tag<T, N>, T* p) {
    using I = interleaving<T>;
    using vector = typename I::vector;
    const auto e = __builtin_bit_cast(vector, even), o = __builtin_bit_cast(vector, odd);
    I::template in_turn<0>(e, o, std::make_index_sequence<N>()).store_unaligned(p);
    I::template in_turn<N / 2>(e, o, std::make_index_sequence<N>()).store_unaligned(p + N);
}

}  // namespace hn
NUMLANE_END_TARGET
