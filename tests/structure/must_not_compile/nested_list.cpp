// expect: no matching function for call to | no matching constructor for initialization
#include "numlane/array/array.hpp"

#ifdef FIXED
numlane::array<int> a{{1, 2}, {3, 4}};
#else
numlane::array<int> a{{1, 2}, {"three", 4}};
#endif
