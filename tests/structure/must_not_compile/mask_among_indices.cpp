// expect: a mask stands alone; a.T()(m) selects columns
#include "numlane/array.hpp"

void select(const numlane::array<double>& a, const numlane::array<bool>& m) {
#ifdef FIXED
    const auto chosen = a.T()(m);
#else
    const auto chosen = a(numlane::_, m);
#endif
}
