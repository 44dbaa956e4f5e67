// expect: <hwy/highway.h> is to come after numlane
// flags: -DFIRST -DNUMLANE_SIMD=highway
#ifdef FIRST
#include <hwy/highway.h>
#endif
#include "numlane/simd/foreach_target.hpp"

int main() {}
