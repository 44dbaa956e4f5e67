#include "mandelbrot/colormap.hpp"

#include "test.hpp"

using mandelbrot::rgb;

TEST_CASE("colour maps are found by name") {
    CHECK(mandelbrot::find_colormap("viridis") != nullptr);
    CHECK(mandelbrot::find_colormap("rainbow") == nullptr);
    CHECK(mandelbrot::colormap_names() == "viridis, magma, inferno, gray");
}

TEST_CASE("samples run smoothly from the first anchor to the last") {
    for (const char* name : {"viridis", "magma", "inferno", "gray"}) {
        const mandelbrot::colormap& map = *mandelbrot::find_colormap(name);
        const std::vector<rgb> colors = map.sample(4096);
        REQUIRE(colors.size() == 4096);
        CHECK(colors.front() == map.anchors.front());
        CHECK(colors.back() == map.anchors.back());
        for (std::size_t i = 1; i < colors.size(); ++i)
            for (std::size_t c = 0; c < 3; ++c) REQUIRE(std::abs(colors[i][c] - colors[i - 1][c]) <= 1);
    }
    CHECK(mandelbrot::find_colormap("gray")->sample(1).size() == 1);
}
