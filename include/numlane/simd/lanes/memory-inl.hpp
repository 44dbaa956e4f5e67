// Loads and stores of plain lanes.

NUMLANE_BEGIN_TARGET
namespace hn {

template <class D>
concept plain_tag = std::is_same_v<Vec<D>, lane_array<typename D::value_type, D::size>>;

template <plain_tag D>
NUMLANE_INLINE Vec<D> LoadU(D, const typename D::value_type* p) {
    Vec<D> v;
    __builtin_memcpy(v.at, p, sizeof(v.at));
    return v;
}
template <plain_tag D>
NUMLANE_INLINE Vec<D> Load(D d, const typename D::value_type* p) {
    return LoadU(d, p);
}
template <class T, int N>
NUMLANE_INLINE void StoreU(const lane_array<T, N>& v, lane_tag<T, N>, T* p) {
    __builtin_memcpy(p, v.at, sizeof(v.at));
}
template <class T, int N>
NUMLANE_INLINE void Store(const lane_array<T, N>& v, lane_tag<T, N> d, T* p) {
    StoreU(v, d, p);
}
template <class T, int N>
NUMLANE_INLINE void Stream(const lane_array<T, N>& v, lane_tag<T, N> d, T* p) {
    StoreU(v, d, p);
}

// The real and imaginary parts of complex numbers.
template <plain_tag D>
NUMLANE_INLINE void LoadInterleaved2(D, const typename D::value_type* p, Vec<D>& even, Vec<D>& odd) {
    for (int i = 0; i < D::size; ++i) {
        even.at[i] = p[2 * i];
        odd.at[i] = p[2 * i + 1];
    }
}
template <class T, int N>
NUMLANE_INLINE void StoreInterleaved2(const lane_array<T, N>& even, const lane_array<T, N>& odd, lane_tag<T, N>, T* p) {
    for (int i = 0; i < N; ++i) {
        p[2 * i] = even.at[i];
        p[2 * i + 1] = odd.at[i];
    }
}

}  // namespace hn
NUMLANE_END_TARGET
