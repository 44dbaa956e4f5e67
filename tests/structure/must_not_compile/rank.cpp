// expect: could not convert 'a' from | no viable conversion from
#include "numlane/array/array.hpp"

#ifdef FIXED
numlane::array<int, 2> copy(const numlane::array<int, 2>& a) { return a; }
#else
numlane::array<int, 3> copy(const numlane::array<int, 2>& a) { return a; }
#endif
