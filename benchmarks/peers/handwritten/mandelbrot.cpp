// The Mandelbrot loop with four interleaved vectors, by the same method as examples/mandelbrot/escape_time.hpp: eight
// steps that watch every lane while lanes escape, blocks of eight without a test once none does.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "peers/handwritten/mandelbrot.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "peers/handwritten/mandelbrot.hpp"

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC push_options
#pragma GCC optimize("fp-contract=off")
#endif
HWY_BEFORE_NAMESPACE();
namespace handwritten::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <class V>
struct quad {
    V a, b, c, d;
};

template <class F, class P, class... Q>
HWY_INLINE auto each(F f, const P& p, const Q&... q) {
    using V = decltype(f(p.a, q.a...));
    return quad<V>{f(p.a, q.a...), f(p.b, q.b...), f(p.c, q.c...), f(p.d, q.d...)};
}
template <class V>
HWY_INLINE quad<V> operator+(const quad<V>& p, const quad<V>& q) {
    return each([](auto a, auto b) HWY_ATTR { return hn::Add(a, b); }, p, q);
}
template <class V>
HWY_INLINE quad<V> operator-(const quad<V>& p, const quad<V>& q) {
    return each([](auto a, auto b) HWY_ATTR { return hn::Sub(a, b); }, p, q);
}
template <class V>
HWY_INLINE quad<V> operator*(const quad<V>& p, const quad<V>& q) {
    return each([](auto a, auto b) HWY_ATTR { return hn::Mul(a, b); }, p, q);
}
template <class V>
HWY_INLINE auto operator<=(const quad<V>& p, V limit) {
    return each([limit](auto a) HWY_ATTR { return hn::Le(a, limit); }, p);
}
template <class M>
HWY_INLINE M any(const quad<M>& m) {
    return hn::Or(hn::Or(m.a, m.b), hn::Or(m.c, m.d));
}
template <class M, class V>
HWY_INLINE quad<V> add_where(const quad<M>& mask, const quad<V>& p, V amount) {
    return each([amount](auto m, auto a) HWY_ATTR { return hn::IfThenElse(m, hn::Add(a, amount), a); }, mask, p);
}

// The smaller of a and b; b if a is NaN, to which escaped lanes come. x86 has that in one instruction.
template <class V>
HWY_INLINE V smaller(V a, V b) {
#if HWY_ARCH_X86
    return hn::Min(a, b);
#else
    return hn::IfThenElse(hn::Lt(a, b), a, b);
#endif
}

// z = z² + c. 2xy is exact, so the fused addition rounds as the separate one does; taking turns loads both the adders and
// the multipliers.
template <bool fused, class V>
HWY_INLINE void step(quad<V>& x, quad<V>& y, const quad<V>& cx, const quad<V>& cy, const quad<V>& xx, const quad<V>& yy,
                     V two) {
    const quad<V> xy = x * y;
    x = xx - yy + cx;
    if (fused) y = each([two](auto p, auto c) HWY_ATTR { return hn::MulAdd(p, two, c); }, xy, cy);
    else y = xy + xy + cy;
}

template <class T>
void one_by_one(T cx, const T* cy, std::size_t count, std::int32_t max_iter, std::int32_t* out) {
    for (std::size_t i = 0; i < count; ++i) {
        T x = 0, y = 0;
        std::int32_t n = 0;
        for (; n < max_iter && std::hypot(x, y) <= 2; ++n) {
            const T next = x * x - y * y + cx;
            y = x * y + y * x + cy[i];
            x = next;
        }
        out[i] = n;
    }
}

template <class D, class T = hn::TFromD<D>>
HWY_INLINE void four_vectors(D d, T c_re, const T* c_im, std::size_t count, std::int32_t max_iter, std::int32_t* out) {
    using V = hn::Vec<D>;
    const std::size_t lanes = hn::Lanes(d);
    constexpr T eps = std::numeric_limits<T>::epsilon();
    const V below = hn::Set(d, 4 - 64 * eps), above = hn::Set(d, 4 + 64 * eps), well_below = hn::Set(d, T(3.875));
    const V one = hn::Set(d, T(1)), two = hn::Set(d, T(2)), far = hn::Set(d, T(1e30)), c = hn::Set(d, c_re);

    const quad<V> cx{c, c, c, c};
    const quad<V> cy{hn::LoadU(d, c_im), hn::LoadU(d, c_im + lanes), hn::LoadU(d, c_im + 2 * lanes),
                     hn::LoadU(d, c_im + 3 * lanes)};
    quad<V> x = cx, y = cy, steps{one, one, one, one}, nearest{far, far, far, far};
    for (std::int32_t k = 1; k < max_iter;) {
        const std::int32_t end = std::min(k + 8, max_iter);
        const auto first = x * x + y * y <= below;
        auto alive = first;
        for (;;) {
            const quad<V> xx = x * x, yy = y * y, r2 = xx + yy;
            alive = r2 <= below;
            steps = add_where(alive, steps, one);
            // Escaped lanes grow, so the least r² of each is the one it escaped with.
            nearest = each([](auto m, auto a, auto b) HWY_ATTR { return hn::IfThenElse(m, a, smaller(b, a)); }, alive,
                           nearest, r2);
            step<true>(x, y, cx, cy, xx, yy, two);
            if (++k == end || hn::AllFalse(d, any(alive))) break;
        }
        if (hn::AllFalse(d, any(alive))) break;
        if (!hn::AllFalse(d, any(each([](auto a, auto b) HWY_ATTR { return hn::Xor(a, b); }, alive, first)))) continue;

        const std::int32_t start = k;
        while (k < max_iter - 2) {
            const quad<V> saved_x = x, saved_y = y;
            const std::int32_t length = std::min(8, (max_iter - 1 - k) & ~1);
            for (std::int32_t s = 0; s < length; s += 2) {
                step<true>(x, y, cx, cy, x * x, y * y, two);
                step<false>(x, y, cx, cy, x * x, y * y, two);
            }
            const auto left =
                each([](auto ok, auto m) HWY_ATTR { return hn::AndNot(ok, m); }, x * x + y * y <= well_below, alive);
            if (HWY_UNLIKELY(!hn::AllFalse(d, any(left)))) {
                x = saved_x;
                y = saved_y;
                break;
            }
            k += length;
        }
        steps = add_where(alive, steps, hn::Set(d, T(k - start)));
    }

    if (HWY_UNLIKELY(!hn::AllFalse(d, any(nearest <= above)))) {
        one_by_one(c_re, c_im, count, max_iter, out);
        return;
    }
    const hn::Rebind<std::int32_t, D> counts;
    const auto as_int = [counts](auto v) HWY_ATTR {
        if constexpr (sizeof(T) == 8) return hn::DemoteTo(counts, v);
        else return hn::ConvertTo(counts, v);
    };
    HWY_ALIGN std::int32_t buffer[4 * hn::MaxLanes(d)];
    std::int32_t* const to = count == 4 * lanes ? out : buffer;
    hn::StoreU(as_int(steps.a), counts, to);
    hn::StoreU(as_int(steps.b), counts, to + lanes);
    hn::StoreU(as_int(steps.c), counts, to + 2 * lanes);
    hn::StoreU(as_int(steps.d), counts, to + 3 * lanes);
    if (to == buffer) std::memcpy(out, buffer, count * sizeof(std::int32_t));
}

template <class T>
HWY_INLINE void row(T x, const T* y, std::size_t height, std::int32_t max_iter, std::int32_t* out) {
    const hn::ScalableTag<T> d;
    const std::size_t width = 4 * hn::Lanes(d);
    for (std::size_t j = 0; j < height; j += width)
        four_vectors(d, x, y + j, std::min(width, height - j), max_iter, out + j);
}
void row_f64(double x, const double* y, std::size_t height, std::int32_t max_iter, std::int32_t* out) {
    row(x, y, height, max_iter, out);
}
void row_f32(float x, const float* y, std::size_t height, std::int32_t max_iter, std::int32_t* out) {
    row(x, y, height, max_iter, out);
}

}  // namespace handwritten::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif

#if HWY_ONCE
namespace handwritten {
HWY_EXPORT(row_f64);
HWY_EXPORT(row_f32);

void escape_times(double x, const double* y, std::size_t height, std::int32_t max_iter, std::int32_t* out) {
    HWY_DYNAMIC_DISPATCH(row_f64)(x, y, height, max_iter, out);
}
void escape_times(float x, const float* y, std::size_t height, std::int32_t max_iter, std::int32_t* out) {
    HWY_DYNAMIC_DISPATCH(row_f32)(x, y, height, max_iter, out);
}

}  // namespace handwritten
#endif
