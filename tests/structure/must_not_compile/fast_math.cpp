// expect: numlane needs IEEE arithmetic
// flags: -ffast-math
#include "numlane/core/config.hpp"

int main() {}
