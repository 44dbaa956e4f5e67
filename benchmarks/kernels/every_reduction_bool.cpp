#include "kernels/every_reduction.hpp"

static const bench::every_reduction<bool> reductions("bool");
