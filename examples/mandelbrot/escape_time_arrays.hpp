#pragma once

#include <complex>
#include <cstdint>

#include "mandelbrot/region.hpp"
#include "numlane/numlane.hpp"

namespace mandelbrot {

namespace nl = numlane;

/// Escape times of the grid as lesson.py computes them, line by line: how a NumPy program is ported. Slower than
/// escape_time, for every step goes through all the memory again.
template <class T>
nl::array<std::int32_t, 2> escape_time_arrays(const region& grid) {
    const nl::array<T, 1> x = nl::linspace<T>(grid.xmin, grid.xmax, grid.width);
    const nl::array<T, 1> y = nl::linspace<T>(grid.ymin, grid.ymax, grid.height);
    const nl::array<std::complex<T>, 2> c = x(nl::_, nl::newaxis) + std::complex<T>(0, 1) * y(nl::newaxis, nl::_);

    nl::array<std::complex<T>, 2> z = nl::zeros_like(c);
    nl::array<std::int32_t, 2> counts = nl::zeros<std::int32_t, 2>(c.shape());
    for (std::int32_t i = 0; i < grid.max_iter; ++i) {
        const nl::array<bool, 2> mask = nl::abs(z) <= 2;
        z(mask) = nl::square(z(mask)) + c(mask);
        counts(mask) += 1;
    }
    return counts;
}

}  // namespace mandelbrot
