// expect: negative: bool has no minus, use ! or nl::logical_not
// errors: 1
#include "numlane/array/array.hpp"
#include "numlane/ufunc/operators.hpp"

void turn(numlane::array<bool>& mask) {
#ifdef FIXED
    mask = !mask;
#else
    mask = -mask;
#endif
}
