// expect: min and max of complex numbers are not supported: take nl::real or nl::abs
#include "numlane/reduce/extrema.hpp"
#include "numlane/ufunc/complex.hpp"

#ifdef FIXED
double smallest(const numlane::array<std::complex<double>>& z) { return numlane::min(numlane::real(z)); }
#else
std::complex<double> smallest(const numlane::array<std::complex<double>>& z) { return numlane::min(z); }
#endif
