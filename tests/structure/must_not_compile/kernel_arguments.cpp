// expect: numlane: this kernel does not take these operands: it wants as many as it has parameters
#include "numlane/ufunc/map.hpp"

NUMLANE_KERNEL(add, (auto x, auto y), { return x + y; })

void run(const numlane::array<double>& x) {
#ifdef FIXED
    numlane::array<double> y = numlane::map(add, x, x);
#else
    numlane::array<double> y = numlane::map(add, x);
#endif
}
