// Which registers are batches of xsimd, and their lanes.

NUMLANE_BEGIN_TARGET
namespace hn {

using arch = NUMLANE_XSIMD_ARCH;
template <class T>
using batch = ::xsimd::batch<T, arch>;
template <class T>
using batch_bool = ::xsimd::batch_bool<T, arch>;

template <class D, bool Full = (D::size == NUMLANE_TARGET_LANES(typename D::value_type))>
struct register_of {
    using vector = lane_array<typename D::value_type, D::size>;
    using mask = truth_array<D::size>;
};
template <class D>
struct register_of<D, true> {
    using vector = batch<typename D::value_type>;
    using mask = batch_bool<typename D::value_type>;
};
template <class D>
using Vec = typename register_of<D>::vector;
template <class D>
using Mask = typename register_of<D>::mask;

template <class T>
struct tag_of<::xsimd::batch<T, arch>> {
    using type = lane_tag<T, NUMLANE_TARGET_LANES(T)>;
};

template <class T>
NUMLANE_INLINE lane_array<T, NUMLANE_TARGET_LANES(T)> to_lanes(const ::xsimd::batch<T, arch>& v) {
    using plain = lane_array<T, NUMLANE_TARGET_LANES(T)>;
    return __builtin_bit_cast(plain, v);
}
template <class T>
NUMLANE_INLINE truth_array<NUMLANE_TARGET_LANES(T)> to_truths(const ::xsimd::batch_bool<T, arch>& m) {
    const auto ones = to_lanes(::xsimd::select(m, batch<T>(T(1)), batch<T>(T(0))));
    truth_array<NUMLANE_TARGET_LANES(T)> t;
    for (int i = 0; i < NUMLANE_TARGET_LANES(T); ++i) t.at[i] = ones.at[i] != T(0);
    return t;
}

}  // namespace hn
NUMLANE_END_TARGET
