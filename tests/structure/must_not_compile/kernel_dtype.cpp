// expect: numlane: packs of this dtype have no such operation; convert<T>(x) makes one of another
#include "numlane/ufunc/map.hpp"

#ifdef FIXED
NUMLANE_KERNEL(last_bit, (auto x), { return convert<std::int64_t>(x) & 1; })
#else
NUMLANE_KERNEL(last_bit, (auto x), { return x & 1; })
#endif

void run(const numlane::array<double>& x) { numlane::array<double> y = numlane::map(last_bit, x); }
