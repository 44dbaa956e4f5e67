// The C library's math, lane by lane.

NUMLANE_BEGIN_TARGET
namespace hn {

template <class Function, class T, int N>
NUMLANE_INLINE lane_array<T, N> math(const lane_array<T, N>& x) {
    return lane_by_lane<lane_array<T, N>, Function>(x);
}
template <class T, int N>
NUMLANE_INLINE lane_array<T, N> Sin(lane_tag<T, N>, const lane_array<T, N>& x) {
    return math<detail::sin_lane>(x);
}
template <class T, int N>
NUMLANE_INLINE lane_array<T, N> Cos(lane_tag<T, N>, const lane_array<T, N>& x) {
    return math<detail::cos_lane>(x);
}
template <class T, int N>
NUMLANE_INLINE lane_array<T, N> Exp(lane_tag<T, N>, const lane_array<T, N>& x) {
    return math<detail::exp_lane>(x);
}
template <class T, int N>
NUMLANE_INLINE lane_array<T, N> Log(lane_tag<T, N>, const lane_array<T, N>& x) {
    return math<detail::log_lane>(x);
}

}  // namespace hn
NUMLANE_END_TARGET
