// xtensor and numlane in one file, on the same memory.
#include <xtensor/xadapt.hpp>
#include <xtensor/xarray.hpp>

#include "numlane/numlane.hpp"

namespace nl = numlane;

int main() {
    xt::xarray<double> a = xt::arange<double>(12.0).reshape({3, 4});
    const nl::array<double> b = nl::arange(12.0).reshape(3, 4);
    a = 2.0 * a + 1.0;
    const nl::array<double> c = 2.0 * b + 1.0;
    const auto seen = xt::adapt(c.data(), std::size_t(c.size()), xt::no_ownership(), std::vector<std::size_t>{3, 4});
    return seen == a && xt::sum(a)() == nl::sum(c) ? 0 : 1;
}
