#pragma once

#include <cstdint>

#include "numlane/numlane.hpp"

namespace mandelbrot {

// The escape time as a real number, for colours without bands: n + 1 - log2(log2 |z|) at the first |z| > 256, which passes
// smoothly from one n to the next (L. Vepstas, Renormalizing the Mandelbrot escape, 1997). Negative inside.
NUMLANE_KERNEL(smooth_time_kernel, (auto c_re, auto c_im, std::int32_t max_iter), {
    using real = typename decltype(c_re)::value_type;
    constexpr real far = 65536;  // 256 squared
    constexpr real ln2 = real(0.6931471805599453);
    auto x = c_re;
    auto y = c_im;
    auto r2 = x * x + y * y;
    auto inside = r2 <= far;
    auto steps = like(c_re, 1);
    for (std::int32_t k = 1; k < max_iter && any_of(inside); ++k) {
        const auto xy = x * y;
        x = select(inside, x * x - y * y + c_re, x);
        y = select(inside, xy + xy + c_im, y);
        steps = select(inside, steps + 1, steps);
        r2 = x * x + y * y;
        inside = r2 <= far;
    }
    const auto time = steps + 1 - log(log(r2) / (2 * ln2)) / ln2;
    return convert<float>(select(inside, -1, select(time > 0, time, 0)));
})

}  // namespace mandelbrot
