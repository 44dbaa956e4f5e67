// expect: include <complex> instead
#ifdef FIXED
#include <complex>
#else
#define I _Complex_I  // as <complex.h> does
#endif
#include "numlane/core/config.hpp"

int main() {}
