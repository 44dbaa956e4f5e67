#include "kernels/every_reduction.hpp"

static const bench::every_reduction<float> reductions("f32");
