// expect: numlane: the result has another dtype than the pack it is assigned to; convert<T>(x) makes it fit
#include "numlane/ufunc/map.hpp"

#ifdef FIXED
NUMLANE_KERNEL(half_more, (auto x), {
    x += 1;
    return x;
})
#else
NUMLANE_KERNEL(half_more, (auto x), {
    x += 0.5;
    return x;
})
#endif

void run(const numlane::array<int>& x) { numlane::array<int> y = numlane::map(half_more, x); }
