#pragma once

#include <string>

namespace mandelbrot {

/// The text with control characters as C writes them, "\n" or "\x1b": one line that a terminal only shows.
std::string one_line(const std::string& text);

}  // namespace mandelbrot
