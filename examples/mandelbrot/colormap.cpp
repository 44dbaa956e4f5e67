#include "mandelbrot/colormap.hpp"

#include <algorithm>

namespace mandelbrot {
namespace {

constexpr rgb hex(std::uint32_t color) {
    return {std::uint8_t(color >> 16), std::uint8_t(color >> 8), std::uint8_t(color)};
}

// viridis, magma and inferno by S. van der Walt and N. Smith (matplotlib, released to the public domain as CC0), read at
// ten equal distances.
const colormap maps[] = {
    {"viridis",
     {hex(0x440154), hex(0x482878), hex(0x3e4989), hex(0x31688e), hex(0x26828e), hex(0x1f9e89), hex(0x35b779),
      hex(0x6ece58), hex(0xb5de2b), hex(0xfde725)}},
    {"magma",
     {hex(0x000004), hex(0x180f3d), hex(0x440f76), hex(0x721f81), hex(0x9e2f7f), hex(0xcd4071), hex(0xf1605d),
      hex(0xfd9668), hex(0xfeca8d), hex(0xfcfdbf)}},
    {"inferno",
     {hex(0x000004), hex(0x1b0c41), hex(0x4a0c6b), hex(0x781c6d), hex(0xa52c60), hex(0xcf4446), hex(0xed6925),
      hex(0xfb9b06), hex(0xf7d13d), hex(0xfcffa4)}},
    {"gray", {hex(0x101010), hex(0xffffff)}},
};

}  // namespace

std::vector<rgb> colormap::sample(int levels) const {
    std::vector<rgb> colors(static_cast<std::size_t>(levels));
    const int parts = int(anchors.size()) - 1;
    for (int i = 0; i < levels; ++i) {
        const double at = levels > 1 ? double(i) * parts / (levels - 1) : 0;
        const int low = std::min(int(at), parts - 1);
        const double t = at - low;
        const rgb& a = anchors[std::size_t(low)];
        const rgb& b = anchors[std::size_t(low) + 1];
        for (std::size_t c = 0; c < 3; ++c) colors[std::size_t(i)][c] = std::uint8_t(a[c] * (1 - t) + b[c] * t + 0.5);
    }
    return colors;
}

const colormap* find_colormap(const std::string& name) {
    for (const colormap& map : maps)
        if (name == map.name) return &map;
    return nullptr;
}

std::string colormap_names() {
    std::string names;
    for (const colormap& map : maps) names += (names.empty() ? "" : ", ") + std::string(map.name);
    return names;
}

}  // namespace mandelbrot
