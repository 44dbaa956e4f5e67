#pragma once

#include <cstddef>
#include <cstdint>

namespace mandelbrot {

/// The grid of points and how long to iterate: the lesson's parameters and defaults.
struct region {
    double xmin = -2.0, xmax = 1.0;
    double ymin = -1.5, ymax = 1.5;
    std::ptrdiff_t width = 1000, height = 1000;
    std::int32_t max_iter = 100;
};

}  // namespace mandelbrot
