// expect: // a(nl::_) = 5.0 or a.fill(5.0) sets every element
#include "numlane/array/array.hpp"

void set(numlane::array<double>& a) {
#ifdef FIXED
    a.fill(5.0);
#else
    a = 5.0;
#endif
}
