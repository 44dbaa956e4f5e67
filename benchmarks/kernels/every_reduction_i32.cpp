#include "kernels/every_reduction.hpp"

static const bench::every_reduction<std::int32_t> reductions("i32");
