// xsimd and numlane in one file.
#include <xsimd/xsimd.hpp>

#include "numlane/numlane.hpp"

namespace nl = numlane;

int main() {
    using batch = xsimd::batch<double>;
    const nl::array<double> x = nl::linspace(0.0, 1.0, 64);
    nl::array<double> y = nl::zeros<double>({64});
    for (std::size_t i = 0; i < 64; i += batch::size)
        xsimd::sqrt(batch::load_unaligned(x.data() + i)).store_unaligned(y.data() + i);
    return nl::all(y == nl::sqrt(x)) ? 0 : 1;
}
