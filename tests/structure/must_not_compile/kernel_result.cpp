// expect: numlane: a kernel returns a pack, a mask or a number of a dtype that numlane has
#include "numlane/ufunc/map.hpp"

#ifdef FIXED
NUMLANE_KERNEL(name, (auto), { return 1; })
#else
NUMLANE_KERNEL(name, (auto), { return "one"; })
#endif

void run(const numlane::array<double>& x) { numlane::array<double> y = numlane::map(name, x); }
