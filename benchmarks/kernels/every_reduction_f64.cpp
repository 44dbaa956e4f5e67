#include "kernels/every_reduction.hpp"

static const bench::every_reduction<double> reductions("f64");
