// Highway kernels of a program's own, in a file of their own: the whole of Highway's targets, as its documentation has it.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "beside/highway.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace beside {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Not static: files that share a name must not share a kernel of another target.
void twice(const float* in, float* out, int count) {
    const hn::CappedTag<float, 4> d;
    const int lanes = int(hn::Lanes(d));
    for (int i = 0; i + lanes <= count; i += lanes)
        hn::StoreU(hn::Mul(hn::LoadU(d, in + i), hn::Set(d, 2.0f)), d, out + i);
}

}  // namespace HWY_NAMESPACE
}  // namespace beside
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace beside {
HWY_EXPORT(twice);
void call_twice(const float* in, float* out, int count) { HWY_DYNAMIC_DISPATCH(twice)(in, out, count); }
}  // namespace beside
#endif
