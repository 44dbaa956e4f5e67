#pragma once

#include <string>

namespace mandelbrot {

/// Writes the text to standard output at once. Throws std::runtime_error with the reason if it cannot be written.
void print(const std::string& text);

}  // namespace mandelbrot
