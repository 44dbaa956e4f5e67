// expect: numlane has no such dtype
#include "numlane/array/array.hpp"

#ifdef FIXED
numlane::array<double> x;
#else
numlane::array<long double> x;
#endif
