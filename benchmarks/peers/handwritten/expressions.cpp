#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "peers/handwritten/expressions.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

#include "peers/handwritten/expressions.hpp"

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC push_options
#pragma GCC optimize("fp-contract=off")
#endif
HWY_BEFORE_NAMESPACE();
namespace handwritten::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t cache_bytes = std::size_t{32} << 20;

// out[i] = f(i) for one vector at a time, four of them in a turn of the loop; f may read `lanes` elements from i.
template <bool past_cache, int unroll, class D, class F, class T = hn::TFromD<D>>
HWY_INLINE std::size_t vectors(D d, T* HWY_RESTRICT out, std::size_t n, F f) {
    const std::size_t lanes = hn::Lanes(d);
    const auto put = [d](auto v, T* to) HWY_ATTR {
        if constexpr (past_cache) hn::Stream(v, d, to);
        else hn::Store(v, d, to);
    };
    std::size_t i = 0;
    if constexpr (unroll == 4) {
        for (; i + 4 * lanes <= n; i += 4 * lanes) {
            const auto v0 = f(i), v1 = f(i + lanes), v2 = f(i + 2 * lanes), v3 = f(i + 3 * lanes);
            put(v0, out + i);
            put(v1, out + i + lanes);
            put(v2, out + i + 2 * lanes);
            put(v3, out + i + 3 * lanes);
        }
    }
    if constexpr (unroll == 2) {
        for (; i + 2 * lanes <= n; i += 2 * lanes) {
            const auto v0 = f(i), v1 = f(i + lanes);
            put(v0, out + i);
            put(v1, out + i + lanes);
        }
    }
    for (; i + lanes <= n; i += lanes) put(f(i), out + i);
    return i;
}

// `one(d, i)` is the value at i as a vector of d; the rest at the end is done with vectors of one lane.
template <int unroll, class T, class F>
HWY_INLINE void loop(T* HWY_RESTRICT out, std::size_t n, F one) {
    const hn::ScalableTag<T> d;
    const auto vector = [&](std::size_t i) HWY_ATTR { return one(d, i); };
    std::size_t i = n * sizeof(T) > cache_bytes ? vectors<true, unroll>(d, out, n, vector)
                                                : vectors<false, unroll>(d, out, n, vector);
    const hn::CappedTag<T, 1> d1;
    for (; i < n; ++i) hn::Store(one(d1, i), d1, out + i);
}

template <class T>
HWY_INLINE void sin_exp_of(const T* HWY_RESTRICT a, const T* HWY_RESTRICT b, T c, T* HWY_RESTRICT out, std::size_t n) {
    loop<1>(out, n, [=](auto d, std::size_t i) HWY_ATTR {
        const auto va = hn::LoadU(d, a + i);
        return hn::Add(hn::Mul(hn::Sin(d, va), hn::LoadU(d, b + i)), hn::Exp(d, hn::Mul(hn::Set(d, c), va)));
    });
}
template <class T>
HWY_INLINE void magnitude_of(const T* HWY_RESTRICT a, const T* HWY_RESTRICT b, T* HWY_RESTRICT out, std::size_t n) {
    loop<4>(out, n, [=](auto d, std::size_t i) HWY_ATTR {
        const auto va = hn::LoadU(d, a + i), vb = hn::LoadU(d, b + i);
        return hn::Sqrt(hn::Add(hn::Mul(va, va), hn::Mul(vb, vb)));
    });
}
template <class T>
HWY_INLINE void cubic_of(const T* HWY_RESTRICT a, T* HWY_RESTRICT out, std::size_t n) {
    loop<4>(out, n, [=](auto d, std::size_t i) HWY_ATTR {
        const auto va = hn::LoadU(d, a + i);
        auto p = hn::Add(hn::Mul(hn::Set(d, T(0.25)), va), hn::Set(d, T(0.5)));
        p = hn::Sub(hn::Mul(p, va), hn::Set(d, T(2)));
        return hn::Add(hn::Mul(p, va), hn::Set(d, T(1)));
    });
}
template <class T>
HWY_INLINE void linear_of(const T* HWY_RESTRICT a, const T* HWY_RESTRICT b, T* HWY_RESTRICT out, std::size_t n) {
    loop<4>(out, n, [=](auto d, std::size_t i) HWY_ATTR {
        return hn::Add(hn::Mul(hn::Set(d, T(2)), hn::LoadU(d, a + i)), hn::Mul(hn::Set(d, T(3)), hn::LoadU(d, b + i)));
    });
}

void sin_exp_f64(const double* a, const double* b, double c, double* out, std::size_t n) {
    sin_exp_of(a, b, c, out, n);
}
void sin_exp_f32(const float* a, const float* b, float c, float* out, std::size_t n) { sin_exp_of(a, b, c, out, n); }
void magnitude_f64(const double* a, const double* b, double* out, std::size_t n) { magnitude_of(a, b, out, n); }
void magnitude_f32(const float* a, const float* b, float* out, std::size_t n) { magnitude_of(a, b, out, n); }
void cubic_f64(const double* a, double* out, std::size_t n) { cubic_of(a, out, n); }
void cubic_f32(const float* a, float* out, std::size_t n) { cubic_of(a, out, n); }
void linear_f64(const double* a, const double* b, double* out, std::size_t n) { linear_of(a, b, out, n); }
void linear_f32(const float* a, const float* b, float* out, std::size_t n) { linear_of(a, b, out, n); }

void triad_f64(const double* HWY_RESTRICT a, const double* HWY_RESTRICT b, double s, double* HWY_RESTRICT out,
               std::size_t n, bool past_cache) {
    const hn::ScalableTag<double> d;
    const auto one = [=](std::size_t i)
                         HWY_ATTR { return hn::MulAdd(hn::Set(d, s), hn::LoadU(d, b + i), hn::LoadU(d, a + i)); };
    std::size_t i = past_cache ? vectors<true, 4>(d, out, n, one) : vectors<false, 4>(d, out, n, one);
    for (; i < n; ++i) out[i] = a[i] + s * b[i];
}

}  // namespace handwritten::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif

#if HWY_ONCE
namespace handwritten {
HWY_EXPORT(sin_exp_f64);
HWY_EXPORT(sin_exp_f32);
HWY_EXPORT(magnitude_f64);
HWY_EXPORT(magnitude_f32);
HWY_EXPORT(cubic_f64);
HWY_EXPORT(cubic_f32);
HWY_EXPORT(linear_f64);
HWY_EXPORT(linear_f32);
HWY_EXPORT(triad_f64);

void sin_exp(const double* a, const double* b, double c, double* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(sin_exp_f64)(a, b, c, out, n);
}
void sin_exp(const float* a, const float* b, float c, float* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(sin_exp_f32)(a, b, c, out, n);
}
void magnitude(const double* a, const double* b, double* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(magnitude_f64)(a, b, out, n);
}
void magnitude(const float* a, const float* b, float* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(magnitude_f32)(a, b, out, n);
}
void cubic(const double* a, double* out, std::size_t n) { HWY_DYNAMIC_DISPATCH(cubic_f64)(a, out, n); }
void cubic(const float* a, float* out, std::size_t n) { HWY_DYNAMIC_DISPATCH(cubic_f32)(a, out, n); }
void linear(const double* a, const double* b, double* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(linear_f64)(a, b, out, n);
}
void linear(const float* a, const float* b, float* out, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(linear_f32)(a, b, out, n);
}
void triad(const double* a, const double* b, double s, double* out, std::size_t n, bool past_cache) {
    HWY_DYNAMIC_DISPATCH(triad_f64)(a, b, s, out, n, past_cache);
}

}  // namespace handwritten
#endif
