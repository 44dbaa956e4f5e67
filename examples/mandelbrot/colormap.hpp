#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mandelbrot {

using rgb = std::array<std::uint8_t, 3>;

/// A colour map: its name and its colours at equal distances.
struct colormap {
    const char* name;
    std::vector<rgb> anchors;

    /// `levels` colours from the first to the last, interpolated.
    std::vector<rgb> sample(int levels) const;
};

/// The map of that name, or null.
const colormap* find_colormap(const std::string& name);

/// The names of all maps, separated by commas.
std::string colormap_names();

}  // namespace mandelbrot
