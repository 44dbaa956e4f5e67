// expect: zeros<T>({3, 4}) has a shape, array<T>{3, 4} elements
#include "numlane/array.hpp"

#ifdef FIXED
numlane::array<double> make() { return numlane::zeros<double>({3, 4}); }
#else
numlane::array<double> make() { return numlane::array<double>(3, 4); }
#endif
