// expect: a complex expression does not fit into a real array: take nl::real, nl::imag or nl::abs of it
// errors: 1
#include "numlane/ufunc.hpp"

namespace nl = numlane;

void f(nl::array<double>& y, const nl::array<std::complex<double>>& z) {
#ifdef FIXED
    y = nl::real(z + 1);
#else
    y = z + 1;
#endif
}
