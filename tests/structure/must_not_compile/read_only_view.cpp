// expect: no match for 'operator=' | no viable overloaded '='
#include "numlane/array/array.hpp"

#ifdef FIXED
void clear(numlane::array<double>& a) {
#else
void clear(const numlane::array<double>& a) {
#endif
    a(numlane::slice(0, 2)) = 0.0;
}
