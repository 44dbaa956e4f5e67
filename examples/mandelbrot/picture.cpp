#include "mandelbrot/picture.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "mandelbrot/colormap.hpp"
#include "mandelbrot/png_writer.hpp"
#include "mandelbrot/progress.hpp"
#include "mandelbrot/smooth_time.hpp"

namespace nl = numlane;

namespace mandelbrot {
namespace {

constexpr int levels = 4096;

template <class T>
void draw_as(const std::string& path, const options& o, double shortest) {
    const region& g = o.grid;
    std::vector<rgb> colors = find_colormap(o.colormap)->sample(levels);
    colors.push_back({0, 0, 0});
    const nl::array<T, 1> x = nl::linspace<T>(g.xmin, g.xmax, g.width);
    const nl::array<T, 1> y = nl::linspace<T>(g.ymin, g.ymax, g.height);
    const double first = std::log1p(shortest), range = std::log1p(double(g.max_iter)) - first;

    png_writer png(path, g.width, g.height);
    progress bar("drawing", double(g.height), o.quiet);
    std::vector<rgb> row(static_cast<std::size_t>(g.width));
    constexpr std::int64_t rows_at_a_time = 32;
    for (std::int64_t top = g.height; top > 0; top -= rows_at_a_time) {
        const std::int64_t bottom = std::max<std::int64_t>(0, top - rows_at_a_time);
        const nl::array<float, 2> time =
            nl::map(smooth_time_kernel, x(nl::newaxis, nl::_), y(nl::slice(bottom, top), nl::newaxis), g.max_iter);
        // Most points escape early: the logarithm gives the few late ones, near the set, their share of the colours.
        const auto shade = nl::clip((nl::log(time + 1) - first) * ((levels - 1) / range), 0, levels - 1);
        const nl::array<std::int32_t, 2> index = nl::where(time < 0, levels, shade);
        for (std::int64_t j = top - bottom - 1; j >= 0; --j) {
            for (std::int64_t i = 0; i < g.width; ++i) row[std::size_t(i)] = colors[std::size_t(index(j, i))];
            png.write_row(row.data());
        }
        bar.show(double(g.height - bottom));
    }
    png.finish();
}

}  // namespace

void draw(const std::string& path, const options& o, const nl::array<std::int32_t, 2>& counts) {
    const double shortest = nl::min(counts) - 1;
    if (o.single_precision) draw_as<float>(path, o, shortest);
    else draw_as<double>(path, o, shortest);
}

}  // namespace mandelbrot
