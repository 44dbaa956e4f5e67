// expect: constraints not satisfied | does not satisfy 'element'
#include "numlane/io/npy.hpp"

#ifdef FIXED
auto x = numlane::load<double>("x.npy");
#else
auto x = numlane::load<long double>("x.npy");
#endif
