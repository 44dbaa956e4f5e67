#include "mandelbrot/escape_time.hpp"

#include <cmath>

#include "every_target.hpp"
#include "mandelbrot/escape_time_arrays.hpp"
#include "test.hpp"

// The program by the definition, one point at a time; the NumPy program itself is asked by escape_time_oracle.py.
template <class T>
std::int32_t one_point(T c_re, T c_im, std::int32_t max_iter) {
    T x = 0, y = 0;
    std::int32_t n = 0;
    for (; n < max_iter && std::hypot(x, y) <= 2; ++n) {
        const T next = x * x - y * y + c_re;
        y = x * y + y * x + c_im;
        x = next;
    }
    return n;
}

template <class T>
nl::array<std::int32_t, 2> reference(const mandelbrot::region& grid) {
    const nl::array<T, 1> x = nl::linspace<T>(grid.xmin, grid.xmax, grid.width);
    const nl::array<T, 1> y = nl::linspace<T>(grid.ymin, grid.ymax, grid.height);
    nl::array<std::int32_t, 2> counts = nl::empty<std::int32_t, 2>({grid.width, grid.height});
    for (nl::index_t i = 0; i < grid.width; ++i)
        for (nl::index_t j = 0; j < grid.height; ++j) counts(i, j) = one_point<T>(x(i), y(j), grid.max_iter);
    return counts;
}

template <class T>
void check(const mandelbrot::region& grid) {
    INFO(sizeof(T) << " bytes, " << grid.width << " x " << grid.height << " from " << grid.xmin << ", " << grid.ymin
                   << " to " << grid.xmax << ", " << grid.ymax << ", " << grid.max_iter << " steps");
    const nl::array<std::int32_t, 2> expected = reference<T>(grid);
    for (const int threads : {1, 2, 3, 7}) {
        INFO(threads << " threads");
        nl::set_num_threads(threads);
        CHECK(nl::all(mandelbrot::escape_time<T>(grid) == expected));
        CHECK(nl::all(mandelbrot::escape_time_arrays<T>(grid) == expected));
    }
    nl::set_num_threads(2);
}

TEMPLATE_TEST_CASE("both methods give the definition's counts", "", double, float) {
    const mandelbrot::region grids[] = {
        {.width = 120, .height = 90},
        {.width = 1, .height = 1},
        {.width = 1, .height = 97},
        {.width = 101, .height = 1},
        {.width = 67, .height = 131},
        {-0.1, 0.1, -0.1, 0.1, 50, 40, 60},      // all inside
        {-0.75, -0.74, 0.1, 0.11, 83, 61, 300},  // at the border
        {-2, 2, -1e-3, 1e-3, 401, 3, 50},        // the real axis with c = -2 and 2, where |z| = 2
        {-2, 2, -2, 2, 101, 101, 40},            // c = 2i and other exact |c| = 2
        {-1000, 1000, -1000, 1000, 51, 43, 20},  // nothing but overflow
    };
    targets::on_every([&] {
        for (const mandelbrot::region& grid : grids) check<TestType>(grid);
    });
}

TEMPLATE_TEST_CASE("every number of steps is right", "", double, float) {
    targets::on_every([] {
        for (const std::int32_t max_iter : {0, 1, 2, 3, 7, 8, 9, 10, 11, 16, 17, 18, 25, 26, 100}) {
            const mandelbrot::region grid{-2, 1, -1.2, 1.2, 31, 71, max_iter};
            CHECK(nl::all(mandelbrot::escape_time<TestType>(grid) == reference<TestType>(grid)));
        }
    });
}

// |z| = 2 up to the last bit is where r² <= 4 and hypot disagree.
TEMPLATE_TEST_CASE("points within a few ULP of the circle |c| = 2", "", double, float) {
    using T = TestType;
    constexpr int points = 3000;
    nl::array<T, 1> x = nl::empty<T, 1>({points});
    nl::array<T, 1> y = nl::empty<T, 1>({points});
    nl::array<std::int32_t, 1> expected = nl::empty<std::int32_t, 1>({points});
    int boundary = 0;
    for (int i = 0; i < points; ++i) {
        x(i) = T(2 * std::cos(i * 0.0021));
        y(i) = T(2 * std::sin(i * 0.0021));
        expected(i) = one_point<T>(x(i), y(i), 20);
        boundary += (std::hypot(x(i), y(i)) <= 2) != (x(i) * x(i) + y(i) * y(i) <= 4);
    }
    CHECK(boundary > 50);
    targets::on_every([&] {
        const nl::array<std::int32_t, 1> counts = nl::map(mandelbrot::escape_time_kernel, x, y, 20);
        CHECK(nl::all(counts == expected));
    });
}

TEST_CASE("progress tells of all columns") {
    std::int64_t last = 0, calls = 0;
    const mandelbrot::region grid{-2, 1, -1, 1, 50, 1 << 18, 2};
    mandelbrot::escape_time<float>(grid, [&](std::int64_t columns) {
        CHECK(columns > last);
        last = columns;
        ++calls;
    });
    CHECK(last == 50);
    CHECK(calls == 4);
}
