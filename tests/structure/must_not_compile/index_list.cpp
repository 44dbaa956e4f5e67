// expect: take(a, indices, 0) gives what integers select
#include "numlane/manip.hpp"

void select(const numlane::array<double>& a, const numlane::array<int>& i) {
#ifdef FIXED
    const auto chosen = numlane::take(a, i, 0);
#else
    const auto chosen = a(i);
#endif
}
