#pragma once

#include <cstdint>
#include <string>

#include "mandelbrot/options.hpp"

namespace mandelbrot {

/// What a computation took and with what it was done.
struct report {
    double seconds;
    std::int64_t pixel_iterations;
    int threads;
    std::string target;
};

/// One line for people.
std::string summary(const options& o, const report& r);
/// One line of JSON.
std::string json(const options& o, const report& r);

}  // namespace mandelbrot
