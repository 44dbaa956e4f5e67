// expect: does not fit the dtype of the array
#include "numlane/ufunc/in_place.hpp"

#ifdef FIXED
using other = std::uint8_t;
#else
using other = std::int8_t;  // of uint8 and int8 NumPy makes int16, which it does not write into uint8
#endif
void add(numlane::array<std::uint8_t>& a, const numlane::array<other>& b) { a += b; }

int main() {}
