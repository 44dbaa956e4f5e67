// expect: more indices than axes
#include "numlane/array/array.hpp"

int element(const numlane::array<int, 2>& a) {
#ifdef FIXED
    return a(0, 1);
#else
    return a(0, 1, 2);
#endif
}
