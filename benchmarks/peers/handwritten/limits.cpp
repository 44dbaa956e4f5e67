#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "peers/handwritten/limits.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "peers/handwritten/limits.hpp"

HWY_BEFORE_NAMESPACE();
namespace handwritten::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Twelve chains: more than the latency of an FMA times the units of any CPU of today, and no more than there are registers.
template <class T>
HWY_INLINE T fma_of(std::size_t flops) {
    const hn::ScalableTag<T> d;
    const auto a = hn::Set(d, T(0.5)), b = hn::Set(d, T(0.25));
    auto v0 = hn::Iota(d, T(1)), v1 = hn::Iota(d, T(2)), v2 = hn::Iota(d, T(3)), v3 = hn::Iota(d, T(4));
    auto v4 = hn::Iota(d, T(5)), v5 = hn::Iota(d, T(6)), v6 = hn::Iota(d, T(7)), v7 = hn::Iota(d, T(8));
    auto v8 = hn::Iota(d, T(9)), v9 = hn::Iota(d, T(10)), v10 = hn::Iota(d, T(11)), v11 = hn::Iota(d, T(12));
    const std::size_t in_a_turn = 12 * 2 * hn::Lanes(d);
    for (std::size_t done = 0; done < flops; done += in_a_turn) {
        v0 = hn::MulAdd(v0, a, b), v1 = hn::MulAdd(v1, a, b), v2 = hn::MulAdd(v2, a, b), v3 = hn::MulAdd(v3, a, b);
        v4 = hn::MulAdd(v4, a, b), v5 = hn::MulAdd(v5, a, b), v6 = hn::MulAdd(v6, a, b), v7 = hn::MulAdd(v7, a, b);
        v8 = hn::MulAdd(v8, a, b), v9 = hn::MulAdd(v9, a, b), v10 = hn::MulAdd(v10, a, b), v11 = hn::MulAdd(v11, a, b);
    }
    const auto sum = hn::Add(hn::Add(hn::Add(v0, v1), hn::Add(v2, v3)), hn::Add(hn::Add(v4, v5), hn::Add(v6, v7)));
    return hn::GetLane(hn::Add(sum, hn::Add(hn::Add(v8, v9), hn::Add(v10, v11))));
}
double fma_double(std::size_t flops) { return fma_of<double>(flops); }
double fma_float(std::size_t flops) { return double(fma_of<float>(flops)); }

double read_double(const double* HWY_RESTRICT a, std::size_t n) {
    const hn::ScalableTag<double> d;
    const std::size_t lanes = hn::Lanes(d);
    auto s0 = hn::Zero(d), s1 = s0, s2 = s0, s3 = s0;
    std::size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
        s0 = hn::Add(s0, hn::LoadU(d, a + i));
        s1 = hn::Add(s1, hn::LoadU(d, a + i + lanes));
        s2 = hn::Add(s2, hn::LoadU(d, a + i + 2 * lanes));
        s3 = hn::Add(s3, hn::LoadU(d, a + i + 3 * lanes));
    }
    double sum = hn::GetLane(hn::SumOfLanes(d, hn::Add(hn::Add(s0, s1), hn::Add(s2, s3))));
    for (; i < n; ++i) sum += a[i];
    return sum;
}

}  // namespace handwritten::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace handwritten {
HWY_EXPORT(fma_double);
HWY_EXPORT(fma_float);
HWY_EXPORT(read_double);

double fma_f64(std::size_t flops) { return HWY_DYNAMIC_DISPATCH(fma_double)(flops); }
double fma_f32(std::size_t flops) { return HWY_DYNAMIC_DISPATCH(fma_float)(flops); }
double read(const double* a, std::size_t n) { return HWY_DYNAMIC_DISPATCH(read_double)(a, n); }
std::uint64_t cycles(std::size_t steps) {
    std::uint64_t x = steps | 1;
    for (std::size_t i = 0; i < steps; ++i) x ^= x << 1;
    return x;
}
}  // namespace handwritten
#endif
