#include "mandelbrot/standard_output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace mandelbrot {

void print(const std::string& text) {
    // Most errors show only when the buffer is written.
    if (std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0)
        throw std::runtime_error(std::string("cannot write to standard output: ") + std::strerror(errno));
}

}  // namespace mandelbrot
