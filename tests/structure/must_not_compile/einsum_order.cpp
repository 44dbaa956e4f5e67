// expect: the subscripts come first
// errors: 1
#include "numlane/linalg.hpp"

void product(const numlane::array<double>& a, const numlane::array<double>& b) {
#ifdef FIXED
    const auto c = numlane::einsum("ij,jk", a, b);
#else
    const auto c = numlane::einsum(a, b, "ij,jk");
#endif
}
