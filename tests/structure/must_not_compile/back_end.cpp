// expect: the choices are highway, xsimd and scalar
// flags: -DNUMLANE_SIMD=vectors
#include "numlane/core/config.hpp"

int main() {}
