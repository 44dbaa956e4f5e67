// Kernels of xsimd beside numlane's own: both choose the best code for the CPU at run time.
#include <cmath>
#include <cstdio>
#include <cstring>
#include <numlane/numlane.hpp>
#include <xsimd/xsimd.hpp>

#include "sum_of_squares.hpp"

namespace nl = numlane;

// The architecture that must have been chosen may be named.
int main(int argc, char** argv) {
    const nl::array<double> x = nl::linspace(0.0, 1.0, 1003);
    auto dispatched = xsimd::dispatch<xsimd::arch_list<NUMLANE_DISPATCH_ARCHS>>(sum_of_squares());
    const sum_and_arch ours = dispatched(x.data(), std::size_t(x.size()));
    const double numlanes = nl::sum(x * x);
    std::printf("xsimd on %s: %.12f; numlane on %s: %.12f\n", ours.arch, ours.sum, nl::simd::active_target(), numlanes);
    if (std::abs(ours.sum - numlanes) > 1e-12 * numlanes) return 1;
    return argc > 1 && std::strcmp(ours.arch, argv[1]) != 0 ? 1 : 0;
}
