// The example: 100 steps for n x n points of the default picture. n is the length of a side.
#include "kernels/operands.hpp"
#include "mandelbrot/escape_time.hpp"
#include "mandelbrot/escape_time_arrays.hpp"

namespace bench {
namespace {

mandelbrot::region picture(size n, int max_iter) {
    mandelbrot::region grid;
    grid.width = grid.height = n;
    grid.max_iter = max_iter;
    return grid;
}
// A square inside the main cardioid, no point of which escapes.
mandelbrot::region inside(size n) {
    mandelbrot::region grid = picture(n, 1000);
    grid.xmin = -0.2, grid.xmax = 0.1;
    grid.ymin = -0.15, grid.ymax = 0.15;
    return grid;
}

template <class T>
job kernel(const mandelbrot::region& grid) {
    return fresh([grid] { return mandelbrot::escape_time<T>(grid); });
}

const rows mandelbrots{
    {"mandelbrot_f64", [](size n) { return kernel<double>(picture(n, 100)); }},
    {"mandelbrot_f32", [](size n) { return kernel<float>(picture(n, 100)); }},
    {"mandelbrot_1000_steps_f64", [](size n) { return kernel<double>(picture(n, 1000)); }},
    {"mandelbrot_1000_steps_f32", [](size n) { return kernel<float>(picture(n, 1000)); }},
    {"mandelbrot_inside_f64", [](size n) { return kernel<double>(inside(n)); }},
    {"mandelbrot_inside_f32", [](size n) { return kernel<float>(inside(n)); }},
    {"mandelbrot_arrays_f64",
     [](size n) { return fresh([grid = picture(n, 100)] { return mandelbrot::escape_time_arrays<double>(grid); }); }},
};

}  // namespace
}  // namespace bench
