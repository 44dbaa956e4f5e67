#pragma once

#include <cstddef>

struct sum_and_arch {
    double sum;
    const char* arch;  // xsimd's name of the architecture that the code is compiled for
};

/// The sum of the squares of n elements. xsimd::dispatch calls the operator with the best architecture of the CPU.
struct sum_of_squares {
    template <class Arch>
    sum_and_arch operator()(Arch, const double* x, std::size_t n) const;
};
