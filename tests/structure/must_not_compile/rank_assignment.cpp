// expect: // of another rank; a(nl::_) = x broadcasts x to the shape of a
#include "numlane/array/array.hpp"
#include "numlane/ufunc/operators.hpp"

void set(numlane::array<double, 2>& a, const numlane::array<double, 1>& x) {
#ifdef FIXED
    a(numlane::_) = x * 2;
#else
    a = x * 2;
#endif
}
