#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "mandelbrot/region.hpp"

namespace mandelbrot {

enum class method { kernel, arrays };

struct options {
    region grid;
    bool single_precision = false;
    int threads = 0;     // 0: as numlane settles it
    std::string target;  // empty: the best
    method how = method::kernel;
    std::vector<std::string> outputs;
    std::string colormap = "viridis";
    bool json = false;
    bool quiet = false;
};

/// Bad input: what() is one line for the user.
class usage_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The options of a command line; none if it asked for help, which has been printed. Throws usage_error for everything
/// that can be known to be wrong before the computation starts, outputs that cannot be written included.
std::optional<options> parse_options(int argc, const char* const* argv);

}  // namespace mandelbrot
