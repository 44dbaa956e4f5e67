// expect: numlane: beside a pack stands a number, or a pack or a mask of as many lanes
#include "numlane/ufunc/map.hpp"

#ifdef FIXED
NUMLANE_KERNEL(add, (auto x), { return x + 1; })
#else
NUMLANE_KERNEL(add, (auto x), { return x + "1"; })
#endif

void run(const numlane::array<double>& x) { numlane::array<double> y = numlane::map(add, x); }
