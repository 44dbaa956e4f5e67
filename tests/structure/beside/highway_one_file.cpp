// Highway kernels of a program's own and numlane in one file.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "beside/highway_one_file.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace beside {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void twice(const float* in, float* out, int count) {
    const hn::CappedTag<float, 4> d;
    const int lanes = int(hn::Lanes(d));
    for (int i = 0; i + lanes <= count; i += lanes)
        hn::StoreU(hn::Mul(hn::LoadU(d, in + i), hn::Set(d, 2.0f)), d, out + i);
}
std::int64_t target() { return HWY_TARGET; }

}  // namespace HWY_NAMESPACE
}  // namespace beside
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <numlane/numlane.hpp>

#include <cstdio>

namespace nl = numlane;

NUMLANE_KERNEL(cubed, (auto x), { return x * x * x; })

namespace beside {
HWY_EXPORT(twice);
HWY_EXPORT(target);
void call_twice(const float* in, float* out, int count) { HWY_DYNAMIC_DISPATCH(twice)(in, out, count); }
std::int64_t call_target() { return HWY_DYNAMIC_DISPATCH(target)(); }
}  // namespace beside

int main() {
    const std::int64_t chosen = beside::call_target();
    const std::int64_t usable = hwy::SupportedTargets() & HWY_TARGETS;
    if (chosen != (usable & -usable)) {
        std::printf("Highway's own dispatch chose %s\n", hwy::TargetName(chosen));
        return 1;
    }
    const nl::array<float> x = nl::arange<float>(100);
    nl::array<float> doubled = nl::zeros_like(x);
    beside::call_twice(x.data(), doubled.data(), int(x.size()));
    for (const char* const name : nl::simd::supported_targets()) {
        nl::simd::set_target(name);
        const nl::array<float> ours = x * 2.0f, cubes = nl::map(cubed, x);
        const double difference = nl::sum(nl::abs(ours - doubled)), sum = nl::sum(cubes);
        if (nl::simd::active_target() != std::string(name) || difference != 0 || sum != 24502500) {
            std::printf("%s: numlane's and Highway's results differ by %g; the sum of the cubes is %.0f\n", name,
                        difference, sum);
            return 1;
        }
    }
    std::printf("Highway's own kernels ran on %s, numlane's on all its targets\n", hwy::TargetName(chosen));
}
#endif
