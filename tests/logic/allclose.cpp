#include "numlane/logic/allclose.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("allclose broadcasts, and takes tolerances") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const nl::array<double> a{{1, 2}, {1, 2}}, b{1, 2 + 1e-6}, x{1, nan, inf};
    CHECK(nl::allclose(a, b));
    CHECK_FALSE(nl::allclose(a, b, {.rtol = 1e-9}));
    CHECK(nl::allclose(a, b, {.rtol = 0, .atol = 1e-5}));
    CHECK(nl::allclose(a * 0.0, 1e-9));
    CHECK_FALSE(nl::allclose(a, 2));
    CHECK_FALSE(nl::allclose(x, x));
    CHECK(nl::allclose(x, x, {.equal_nan = true}));
    CHECK_FALSE(nl::allclose(x, -x, {.equal_nan = true}));
    CHECK_FALSE(nl::allclose(nl::array<double>{inf}, 1, {.atol = inf}));
    CHECK_FALSE(nl::allclose(nl::array<float>{float(inf)}, 1e38f, {.rtol = 10}));
    CHECK(nl::allclose(nl::zeros<int>({0}), 7));
    CHECK_THROWS_AS(nl::allclose(a, x), nl::shape_error);
    const nl::array<std::uint8_t> small{250, 5}, large{5, 250};  // whose differences would wrap
    CHECK_FALSE(nl::allclose(small, large, {.atol = 20}));
    CHECK(nl::all(nl::isclose(nl::array<float>{1, 2}, nl::array<float>{1.000001f, 3}) == nl::array<bool>{true, false}));
}

TEST_CASE("array_equal compares shapes first") {
    const auto a = nl::arange(6).reshape(2, 3);
    CHECK(nl::array_equal(a, a * 1.0));
    CHECK_FALSE(nl::array_equal(a, a + 1));
    CHECK_FALSE(nl::array_equal(a, a.T()));
    CHECK_FALSE(nl::array_equal(nl::ones<double>({3}), nl::ones<double>({1})));
    CHECK(nl::array_equal(nl::zeros<double>({0, 2}), nl::zeros<float>({0, 2})));
    CHECK(nl::array_equal(a(a > 2), nl::array<int>{3, 4, 5}));
}
