// expect: // an index is an integer
// errors: 2
#include "numlane/array/array.hpp"

double middle(const numlane::array<double, 1>& a) {
#ifdef FIXED
    return a(a.size() / 2);
#else
    return a(double(a.size()) / 2);
#endif
}
