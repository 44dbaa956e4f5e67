// expect: take(a, {0, 2}, 0) gives what a list selects
// errors: 2
#include "numlane/manip.hpp"

void select(const numlane::array<double>& a) {
#ifdef FIXED
    const auto chosen = numlane::take(a, {0, 2}, 0);
#else
    const auto chosen = a({0, 2});
#endif
}
