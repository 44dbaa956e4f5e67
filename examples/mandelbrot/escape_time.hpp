#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "mandelbrot/region.hpp"
#include "numlane/numlane.hpp"

namespace mandelbrot {

namespace nl = numlane;

// The lesson's loop for one pack of points: how many steps |z| <= 2 holds, at most max_iter, from z = 0. It gives the same
// counts as the plain loop, bit for bit, though it seldom looks:
//
// 1. |z| <= 2 is decided by r² = x² + y² where r² is not within 64 eps of 4. If a lane ever stops nearer than that, the
//    pack is done again with hypot; only points like c = 2i do. NumPy's |z| is the C library's hypot, or a loop of its own
//    for AVX-512 (see lesson.py): these and numlane's may be a unit apart, and points that near to 2 come out otherwise.
// 2. "Watched" steps look at every z and freeze the lanes that escape, as the lesson's mask does. Once no lane escapes in
//    eight of them, blocks of eight follow that look only at their end, and are taken back if a lane may have escaped.
//
// A lane that escapes within a block still shows at its end. |c| < 2, for z = c was watched. If |z| >= 2 - d, the next |z|
// is at least (2 - d)² - 2 - 16u >= 2 - 4d - 16u; u, half an eps, bounds each of its roundings. The escaped z has
// d <= 4u, since r² and hypot are exact to a few u; so after n <= 8 steps d <= 4ⁿ(4u + 16u/3) <= 2^16 * 10u, which is 0.04
// in float, and r² >= 3.8. Points near 2 that did not escape cost a block, no more. Overflow ends in infinity or NaN,
// which are not <= 3.75 either.
NUMLANE_KERNEL(escape_time_kernel, (auto c_re, auto c_im, std::int32_t max_iter), {
    using real = typename decltype(c_re)::value_type;
    using integer = std::conditional_t<sizeof(real) == 8, std::int64_t, std::int32_t>;  // as wide: one mask serves both
    constexpr real eps = std::numeric_limits<real>::epsilon();
    constexpr real below = 4 - 64 * eps;
    constexpr real above = 4 + 64 * eps;
    constexpr real well_below = 3.75;
    constexpr std::int32_t block = 8;

    auto x = c_re;
    auto y = c_im;
    auto steps = like<integer>(c_re, max_iter > 0);
    const auto two = like(c_re, 2);

    std::int32_t k = 1;
    while (k < max_iter) {
        const auto first = x * x + y * y <= below;
        auto alive = first;
        for (const std::int32_t end = max_iter - k < block ? max_iter : k + block; k < end && any_of(alive); ++k) {
            const auto xx = x * x;
            const auto yy = y * y;
            const auto xy = x * y;
            alive = xx + yy <= below;
            steps = select(alive, steps + 1, steps);
            x = select(alive, xx - yy + c_re, x);
            y = select(alive, xy + xy + c_im, y);
        }
        if (none_of(alive)) break;
        if (any_of(alive ^ first)) continue;

        const auto frozen = x * x + y * y;
        if (any_of((frozen > below) & (frozen <= above))) break;  // here escaped lanes cease to be frozen
        const std::int32_t start = k;
        while (k < max_iter - 2) {
            const auto x_before = x;
            const auto y_before = y;
            const std::int32_t length = max_iter - 1 - k < block ? (max_iter - 1 - k) & ~1 : block;
            for (std::int32_t i = 0; i < length; i += 2) {
                const auto xy = x * y;
                x = x * x - y * y + c_re;
                y = multiply_add(xy, two, c_im);
                // The same: 2xy is exact. In turns they load the adders and the multipliers of a CPU alike.
                const auto next_xy = x * y;
                x = x * x - y * y + c_re;
                y = next_xy + next_xy + c_im;
            }
            if (any_of(alive & !(x * x + y * y <= well_below))) {
                x = x_before;
                y = y_before;
                break;
            }
            k += length;
        }
        steps = select(alive, steps + (k - start), steps);
    }

    const auto last = x * x + y * y;
    if (any_of((last > below) & (last <= above))) {
        x = like(c_re, 0);
        y = x;
        steps = like<integer>(c_re, 0);
        auto alive = x == y;
        for (k = 0; k < max_iter && any_of(alive); ++k) {
            alive = alive & (hypot(x, y) <= 2);
            steps = select(alive, steps + 1, steps);
            const auto xy = x * y;
            x = x * x - y * y + c_re;
            y = xy + xy + c_im;
        }
    }
    return convert<std::int32_t>(steps);
})

struct no_progress {
    void operator()(std::int64_t) const {}
};

/// Escape times of the grid in arithmetic of T, int32 of shape (width, height), on all threads. Calls
/// progress(columns done) from time to time.
template <class T, class Progress = no_progress>
nl::array<std::int32_t, 2> escape_time(const region& grid, const Progress& progress = {}) {
    const nl::array<T, 1> x = nl::linspace<T>(grid.xmin, grid.xmax, grid.width);
    const nl::array<T, 1> y = nl::linspace<T>(grid.ymin, grid.ymax, grid.height);
    nl::array<std::int32_t, 2> counts = nl::empty<std::int32_t, 2>({grid.width, grid.height});
    // At a time so much that threads do not wait for each other, and so little that progress is seen.
    const auto points = nl::index_t(std::min<std::int64_t>(1 << 22, (1ll << 31) / std::max(1, grid.max_iter)));
    const nl::index_t step = std::max<nl::index_t>(1, points / grid.height);
    for (nl::index_t first = 0; first < grid.width; first += step) {
        const nl::index_t last = std::min(grid.width, first + step);
        const auto columns = nl::slice(first, last);
        counts(columns) = nl::map(escape_time_kernel, x(columns, nl::newaxis), y(nl::newaxis, nl::_), grid.max_iter);
        progress(last);
    }
    return counts;
}

}  // namespace mandelbrot
