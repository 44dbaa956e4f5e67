// expect: cannot convert | no viable conversion
#include "numlane/array/array.hpp"

#ifdef FIXED
double value(const numlane::array<double, 0>& x) { return x; }
#else
double value(const numlane::array<double, 1>& x) { return x; }
#endif
