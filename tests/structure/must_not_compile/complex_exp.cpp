// expect: sqrt, sin, cos, exp and log of complex numbers are not supported yet
#include "numlane/ufunc.hpp"

#ifdef FIXED
void run(const numlane::array<double>& z) {
#else
void run(const numlane::array<std::complex<double>>& z) {
#endif
    numlane::array<std::complex<double>> e = numlane::exp(z);
}
