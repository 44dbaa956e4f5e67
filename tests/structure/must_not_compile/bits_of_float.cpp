// expect: bitwise_and: the operands must be integers or bool
// errors: 1
#include "numlane/array/array.hpp"
#include "numlane/ufunc/operators.hpp"

#ifdef FIXED
using element = int;
#else
using element = double;
#endif
void keep_lowest_bit(numlane::array<element>& x) { x = x & 1; }
