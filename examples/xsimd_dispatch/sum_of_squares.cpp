// Compiled once for each of NUMLANE_DISPATCH_ARCHS.
#include "sum_of_squares.hpp"

#include <xsimd/xsimd.hpp>

template <class Arch>
sum_and_arch sum_of_squares::operator()(Arch, const double* x, std::size_t n) const {
    using batch = xsimd::batch<double, Arch>;
    batch lanes(0.0);
    std::size_t i = 0;
    for (; i + batch::size <= n; i += batch::size) {
        const batch v = batch::load_unaligned(x + i);
        lanes = lanes + v * v;
    }
    double lane[batch::size], sum = 0;
    lanes.store_unaligned(lane);
    for (const double value : lane) sum += value;
    for (; i < n; ++i) sum += x[i] * x[i];
    return {sum, Arch::name()};
}

template sum_and_arch sum_of_squares::operator()(NUMLANE_DISPATCH_ARCH, const double*, std::size_t) const;
