// hn where Highway has no registers of doubles: arrays take their place, which the compiler may put into registers, and
// masks of 64-bit integers are theirs too.
//
// On 32-bit ARM float32 is computed that way as well: NEON there takes subnormal numbers for zero and has no division and
// no square root that round rightly, so the bits would differ from those of other CPUs. Moves, integers, bits and choice
// stay with NEON.

NUMLANE_BEGIN_TARGET
namespace hn {

using namespace hwy::HWY_NAMESPACE;
namespace highway = hwy::HWY_NAMESPACE;

template <int N>
struct doubles {
    double at[N];
};
template <int N>
struct doubles_tag {};

// The kinds of registers, by tag.
template <class D>
struct register_kind {
    using lane = highway::TFromD<D>;
    using vec = highway::Vec<D>;
    using mask = highway::Mask<D>;
    using bits = highway::RebindToUnsigned<D>;
    static constexpr int size = int(highway::MaxLanes(D()));
};
template <int N>
struct register_kind<doubles_tag<N>> {
    using lane = double;
    using vec = doubles<N>;
    using bits = highway::CappedTag<std::uint64_t, N>;
    using mask = highway::Mask<bits>;
    static constexpr int size = N;
};

template <class T, int N>
struct capped {
    using tag = highway::CappedTag<T, N>;
};
template <int N>
struct capped<double, N> {
    using tag = doubles_tag<(N < 2 ? N : 2)>;
};
template <class T, int N>
using CappedTag = typename capped<T, N>::tag;
template <class D>
using Vec = typename register_kind<D>::vec;
template <class D>
using Mask = typename register_kind<D>::mask;
template <class D>
using RebindToUnsigned = typename register_kind<D>::bits;

template <class V>
struct tag_of {
    using type = highway::DFromV<V>;
};
template <int N>
struct tag_of<doubles<N>> {
    using type = doubles_tag<N>;
};
template <class V>
using DFromV = typename tag_of<V>::type;
template <class V>
using TFromV = typename register_kind<DFromV<V>>::lane;

template <class D>
inline constexpr bool of_doubles = std::is_same_v<typename register_kind<D>::lane, double>;
// Whether arithmetic and comparison go lane by lane.
template <class V>
inline constexpr bool by_lanes = of_doubles<DFromV<V>> || (HWY_ARCH_ARM_V7 && std::is_same_v<TFromV<V>, float>);

// Lanes as an array, and back.
template <class T, int N>
struct lane_list {
    alignas(sizeof(T) * N) T at[N];
};
template <class V>
using list_of = lane_list<TFromV<V>, register_kind<DFromV<V>>::size>;

// Lanes that are read and written as bytes: eight bytes may be a complex float32, which lies at any multiple of four, and
// g++ tells NEON that 64-bit integers lie at multiples of eight.
template <class D>
inline constexpr bool by_bytes = HWY_ARCH_ARM_V7 && !of_doubles<D> && sizeof(typename register_kind<D>::lane) == 8;

template <class D>
NUMLANE_INLINE Vec<D> LoadU(D d, const typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) {
        Vec<D> v;
        __builtin_memcpy(v.at, p, sizeof v.at);
        return v;
    } else if constexpr (by_bytes<D>) {
        const highway::Repartition<std::uint8_t, D> bytes;
        return highway::BitCast(d, highway::LoadU(bytes, reinterpret_cast<const std::uint8_t*>(p)));
    } else {
#if HWY_ARCH_WASM
        // Part of a register by a load of its own kind. Highway's copies it into a variable, and where several such copies
        // were converted, clang 14 read them all from the last one.
        constexpr std::size_t bytes = sizeof(*p) * std::size_t(register_kind<D>::size);
        if constexpr (bytes == 8) return {wasm_v128_load64_zero(p)};
        else if constexpr (bytes == 4) return {wasm_v128_load32_zero(p)};
        else
#endif
            return highway::LoadU(d, p);
    }
}
template <class D>
NUMLANE_INLINE Vec<D> Load(D d, const typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) return LoadU(d, p);
    else return highway::Load(d, p);
}
template <class V, class D>
NUMLANE_INLINE void StoreU(const V& v, D d, typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) {
        __builtin_memcpy(p, v.at, sizeof v.at);
    } else if constexpr (by_bytes<D>) {
        const highway::Repartition<std::uint8_t, D> bytes;
        highway::StoreU(highway::BitCast(bytes, v), bytes, reinterpret_cast<std::uint8_t*>(p));
    } else {
        highway::StoreU(v, d, p);
    }
}
template <class V, class D>
NUMLANE_INLINE void Store(const V& v, D d, typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) StoreU(v, d, p);
    else highway::Store(v, d, p);
}
template <class V, class D>
NUMLANE_INLINE void Stream(const V& v, D d, typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) StoreU(v, d, p);
    else highway::Stream(v, d, p);
}

template <class V>
NUMLANE_INLINE list_of<V> to_list(const V& v) {
    list_of<V> list;
    StoreU(v, DFromV<V>(), list.at);
    return list;
}
template <class D, class List>
NUMLANE_INLINE Vec<D> from_list(const List& list) {
    return LoadU(D(), list.at);
}
template <class D>
NUMLANE_INLINE auto mask_list(const Mask<D>& m) {
    using bits = RebindToUnsigned<D>;
    return to_list(highway::VecFromMask(bits(), highway::RebindMask(bits(), m)));
}

template <class Function, class V, class... List>
NUMLANE_INLINE V each_of_lists(const List&... in) {
    list_of<V> out;
    for (int i = 0; i < register_kind<DFromV<V>>::size; ++i) out.at[i] = Function::run(in.at[i]...);
    return from_list<DFromV<V>>(out);
}
// Function::run of every lane, one after the other; for compare_lanes it tells what is true.
template <class Function, class V, class... Same>
NUMLANE_INLINE V each_lane(const V& v, const Same&... more) {
    return each_of_lists<Function, V>(to_list(v), to_list(more)...);
}
template <class Function, class V>
NUMLANE_INLINE Mask<DFromV<V>> compare_lanes(const V& a, const V& b) {
    using D = DFromV<V>;
    using bits = RebindToUnsigned<D>;
    using word = typename register_kind<bits>::lane;
    const auto x = to_list(a), y = to_list(b);
    lane_list<word, register_kind<D>::size> list;
    for (int i = 0; i < register_kind<D>::size; ++i) list.at[i] = Function::run(x.at[i], y.at[i]) ? word(-1) : word(0);
    const auto mask = highway::MaskFromVec(highway::LoadU(bits(), list.at));
    if constexpr (of_doubles<D>) return mask;
    else return highway::RebindMask(D(), mask);
}

// clang-format off: a line or two for each operation
struct add_lanes { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a + b; } };
struct subtract_lanes { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a - b; } };
struct multiply_lanes { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a * b; } };
struct divide_lanes { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a / b; } };
struct negate_lanes { template <class T> static NUMLANE_INLINE T run(T a) { return -a; } };
struct abs_lanes { template <class T> static NUMLANE_INLINE T run(T a) { return std::fabs(a); } };
struct sqrt_lanes { template <class T> static NUMLANE_INLINE T run(T a) { return std::sqrt(a); } };
struct multiply_add_lanes { template <class T> static NUMLANE_INLINE T run(T a, T b, T c) {
#if HWY_NATIVE_FMA
    return std::fma(a, b, c);
#else
    return a * b + c;
#endif
} };
struct equal_lanes { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a == b; } };
struct less_lanes { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a < b; } };
struct less_equal_lanes { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a <= b; } };

template <class V> NUMLANE_INLINE V Add(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return each_lane<add_lanes>(a, b); else return highway::Add(a, b);
}
template <class V> NUMLANE_INLINE V Sub(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return each_lane<subtract_lanes>(a, b); else return highway::Sub(a, b);
}
template <class V> NUMLANE_INLINE V Mul(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return each_lane<multiply_lanes>(a, b); else return highway::Mul(a, b);
}
template <class V> NUMLANE_INLINE V Div(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return each_lane<divide_lanes>(a, b); else return highway::Div(a, b);
}
template <class V> NUMLANE_INLINE V MulAdd(const V& a, const V& b, const V& c) {
    if constexpr (by_lanes<V>) return each_lane<multiply_add_lanes>(a, b, c); else return highway::MulAdd(a, b, c);
}
template <class V> NUMLANE_INLINE V Sqrt(const V& a) {
    if constexpr (by_lanes<V>) return each_lane<sqrt_lanes>(a); else return highway::Sqrt(a);
}
template <class V> NUMLANE_INLINE V Neg(const V& a) {
    if constexpr (of_doubles<DFromV<V>>) return each_lane<negate_lanes>(a); else return highway::Neg(a);
}
template <class V> NUMLANE_INLINE V Abs(const V& a) {
    if constexpr (of_doubles<DFromV<V>>) return each_lane<abs_lanes>(a); else return highway::Abs(a);
}
template <class V> NUMLANE_INLINE V NegMulAdd(const V& a, const V& b, const V& c) {
    if constexpr (by_lanes<V>) return hn::MulAdd(hn::Neg(a), b, c); else return highway::NegMulAdd(a, b, c);
}
template <class V> NUMLANE_INLINE auto Eq(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return compare_lanes<equal_lanes>(a, b); else return highway::Eq(a, b);
}
template <class V> NUMLANE_INLINE auto Lt(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return compare_lanes<less_lanes>(a, b); else return highway::Lt(a, b);
}
template <class V> NUMLANE_INLINE auto Le(const V& a, const V& b) {
    if constexpr (by_lanes<V>) return compare_lanes<less_equal_lanes>(a, b); else return highway::Le(a, b);
}
// clang-format on

template <class D>
NUMLANE_INLINE Vec<D> Set(D d, typename register_kind<D>::lane value) {
    if constexpr (of_doubles<D>) {
        Vec<D> v;
        for (double& lane : v.at) lane = value;
        return v;
    } else {
        return highway::Set(d, value);
    }
}
template <class D>
NUMLANE_INLINE Vec<D> Zero(D d) {
    if constexpr (of_doubles<D>) return Set(d, 0.0);
    else return highway::Zero(d);
}
template <class D>
NUMLANE_INLINE Vec<D> Iota(D d, typename register_kind<D>::lane first) {
    if constexpr (of_doubles<D>) {
        Vec<D> v;
        for (int i = 0; i < register_kind<D>::size; ++i) v.at[i] = first + i;
        return v;
    } else {
        return highway::Iota(d, first);
    }
}

template <class D, class V>
NUMLANE_INLINE Vec<D> BitCast(D d, const V& v) {
    if constexpr (of_doubles<D> || of_doubles<DFromV<V>>) {
        const auto from = to_list(v);
        lane_list<typename register_kind<D>::lane, register_kind<D>::size> list;
        __builtin_memcpy(list.at, from.at, sizeof list.at);
        return from_list<D>(list);
    } else {
        return highway::BitCast(d, v);
    }
}

template <class D, class M>
NUMLANE_INLINE Mask<D> RebindMask(D d, const M& m) {
    if constexpr (of_doubles<D>) return highway::RebindMask(RebindToUnsigned<D>(), m);
    else return highway::RebindMask(d, m);
}
template <class M, class V>
NUMLANE_INLINE V IfThenElse(const M& m, const V& yes, const V& no) {
    if constexpr (of_doubles<DFromV<V>>) {
        const auto chosen = mask_list<DFromV<V>>(m);
        V v;
        for (int i = 0; i < register_kind<DFromV<V>>::size; ++i) v.at[i] = chosen.at[i] != 0 ? yes.at[i] : no.at[i];
        return v;
    } else {
        return highway::IfThenElse(m, yes, no);
    }
}

template <class D, class V>
NUMLANE_INLINE Vec<D> LowerHalf(D d, const V& v) {
    if constexpr (of_doubles<D>) return LoadU(d, v.at);
    else return highway::LowerHalf(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> UpperHalf(D d, const V& v) {
    if constexpr (of_doubles<D>) return LoadU(d, v.at + register_kind<D>::size);
    else return highway::UpperHalf(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> Combine(D d, const V& high, const V& low) {
    if constexpr (of_doubles<D>) {
        Vec<D> v;
        __builtin_memcpy(v.at, low.at, sizeof low.at);
        __builtin_memcpy(v.at + register_kind<D>::size / 2, high.at, sizeof high.at);
        return v;
    } else {
        return highway::Combine(d, high, low);
    }
}

// Conversions from and to doubles.
template <class D, class V>
NUMLANE_INLINE Vec<D> convert_lanes(const V& v) {
    const auto from = to_list(v);
    lane_list<typename register_kind<D>::lane, register_kind<D>::size> list;
    for (int i = 0; i < register_kind<D>::size; ++i)
        list.at[i] = static_cast<typename register_kind<D>::lane>(from.at[i]);
    return from_list<D>(list);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> PromoteTo(D d, const V& v) {
    if constexpr (of_doubles<D>) return convert_lanes<D>(v);
    else return highway::PromoteTo(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> ConvertTo(D d, const V& v) {
    if constexpr (of_doubles<D>) return convert_lanes<D>(v);
    else return highway::ConvertTo(d, v);
}
template <class D, class V>
NUMLANE_INLINE Vec<D> DemoteTo(D d, const V& v) {
    if constexpr (of_doubles<DFromV<V>>) return convert_lanes<D>(v);
    else return highway::DemoteTo(d, v);
}

// The real and imaginary parts of complex numbers.
template <class D, class V>
NUMLANE_INLINE void LoadInterleaved2(D d, const typename register_kind<D>::lane* p, V& even, V& odd) {
    if constexpr (of_doubles<D>) {
        for (int i = 0; i < register_kind<D>::size; ++i) {
            even.at[i] = p[2 * i];
            odd.at[i] = p[2 * i + 1];
        }
    } else {
        highway::LoadInterleaved2(d, p, even, odd);
    }
}
template <class D, class V>
NUMLANE_INLINE void LoadInterleaved3(D d, const typename register_kind<D>::lane* p, V& first, V& second, V& third) {
    if constexpr (by_bytes<D>) {
        const V low = hn::LoadU(d, p), middle = hn::LoadU(d, p + 2), high = hn::LoadU(d, p + 4);
        first = highway::ConcatUpperLower(d, middle, low);
        second = highway::ConcatLowerUpper(d, high, low);
        third = highway::ConcatUpperLower(d, high, middle);
    } else {
        highway::LoadInterleaved3(d, p, first, second, third);
    }
}
template <class D, class V>
NUMLANE_INLINE void StoreInterleaved2(const V& even, const V& odd, D d, typename register_kind<D>::lane* p) {
    if constexpr (of_doubles<D>) {
        for (int i = 0; i < register_kind<D>::size; ++i) {
            p[2 * i] = even.at[i];
            p[2 * i + 1] = odd.at[i];
        }
    } else {
        highway::StoreInterleaved2(even, odd, d, p);
    }
}

}  // namespace hn
NUMLANE_END_TARGET
