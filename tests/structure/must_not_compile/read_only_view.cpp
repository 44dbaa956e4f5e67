// expect: // read-only, as of a constant array
// errors: 1
#include "numlane/array/array.hpp"

#ifdef FIXED
void clear(numlane::array<double>& a) {
#else
void clear(const numlane::array<double>& a) {
#endif
    a(numlane::slice(0, 2)) = 0.0;
}
