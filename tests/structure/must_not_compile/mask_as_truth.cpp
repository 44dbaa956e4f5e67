// expect: numlane: a mask is many truths: if and while take any_of, all_of or none_of of it
#include "numlane/ufunc/map.hpp"

#ifdef FIXED
NUMLANE_KERNEL(magnitude, (auto x), { return select(x > 0, x, -x); })
#else
NUMLANE_KERNEL(magnitude, (auto x), {
    if (x > 0) return x;
    return -x;
})
#endif

void run(const numlane::array<double>& x) { numlane::array<double> y = numlane::map(magnitude, x); }
