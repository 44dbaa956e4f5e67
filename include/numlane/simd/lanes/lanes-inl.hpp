// Registers as arrays: those of scalar code, and in other back ends those that fill no register of the CPU. The operations
// on registers, hn, bear Highway's names in every back end.

NUMLANE_BEGIN_TARGET
namespace hn {

template <class T, int N>
struct lane_array {
    T at[N];
};
// A mask, for lanes of any size.
template <int N>
struct truth_array {
    bool at[N];
};

// The kind of a register: N lanes of T.
template <class T, int N>
struct lane_tag {
    using value_type = T;
    static constexpr int size = N;
};
template <class T, int N>
using CappedTag = lane_tag<T, (N < NUMLANE_TARGET_LANES(T) ? N : NUMLANE_TARGET_LANES(T))>;

template <class V>
struct tag_of;
template <class T, int N>
struct tag_of<lane_array<T, N>> {
    using type = lane_tag<T, N>;
};
template <class V>
using DFromV = typename tag_of<V>::type;
template <class V>
using TFromV = typename DFromV<V>::value_type;
template <class D>
using RebindToUnsigned = lane_tag<typename detail::integer_of<sizeof(typename D::value_type), false>::type, D::size>;

// Function::run of every lane, one after the other.
template <class R, class Function, class... V>
NUMLANE_INLINE R lane_by_lane(const V&... v) {
    constexpr int count = int(sizeof(R::at) / sizeof(R::at[0]));
    R r;
    for (int i = 0; i < count; ++i) r.at[i] = Function::run(v.at[i]...);
    return r;
}

// A register or mask of any kind as plain lanes; back ends add their own kinds.
template <class T, int N>
NUMLANE_INLINE lane_array<T, N> to_lanes(const lane_array<T, N>& v) {
    return v;
}
template <int N>
NUMLANE_INLINE truth_array<N> to_truths(const truth_array<N>& m) {
    return m;
}

}  // namespace hn
NUMLANE_END_TARGET
