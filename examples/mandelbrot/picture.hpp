#pragma once

#include <cstdint>
#include <string>

#include "mandelbrot/options.hpp"
#include "numlane/numlane.hpp"

namespace mandelbrot {

/// Draws the grid of o as a PNG, x to the right and y up. `counts` are its escape times, which settle the range of the
/// colours. Points that never escape are black.
void draw(const std::string& path, const options& o, const numlane::array<std::int32_t, 2>& counts);

}  // namespace mandelbrot
