#include "numlane/array/arange.hpp"

#include <cstdint>
#include <limits>

#include "fingerprint.hpp"
#include "test.hpp"

TEST_CASE("arange equals NumPy's to the bit") {
    struct sample {
        double start, stop, step;
        nl::index_t size;
        std::uint64_t expected;
    };
    const sample samples[] = {
        {0.0, 1.0, 0.1, 10, 0x2a3ca12135067d70u},        {0.0, 10.0, 0.3, 34, 0x8698a46b832434acu},
        {5.0, -5.0, -0.7, 15, 0x719c5d3fdea85a63u},      {1e16, 1e16 + 100, 1.0, 100, 0x8721f3d694808523u},
        {0.1, 100.1, 0.1, 1000, 0xc62fb17c38d5c5bu},     {-0.0, 3.0, 1.0, 3, 0x7f19e3866b96a65au},
        {1.0, 1.0, 0.1, 0, 0x14650fb0739d0383u},         {1.0, 0.0, 0.1, 0, 0x14650fb0739d0383u},
        {0.5, 6000.0, 0.37, 16215, 0x214eb24e9a7eef7cu},
    };
    for (const sample& s : samples) {
        CAPTURE(s.start, s.stop, s.step);
        const auto x = nl::arange(s.start, s.stop, s.step);
        CHECK(x.size() == s.size);
        CHECK(fingerprint(x) == s.expected);
    }
    CHECK(fingerprint(nl::arange<float>(0, 10, 0.1)) == 0x81bd5f4e0230fffdu);
    CHECK(fingerprint(nl::arange<std::int16_t>(-300, 30000, 7)) == 0x99482eb29c7e801du);
}

TEST_CASE("arange of integers") {
    const auto x = nl::arange(5);
    static_assert(std::is_same_v<decltype(x)::value_type, std::int64_t>);
    static_assert(std::is_same_v<decltype(nl::arange(5u))::value_type, std::int64_t>);
    static_assert(std::is_same_v<decltype(nl::arange(5.0f))::value_type, float>);
    REQUIRE(x.size() == 5);
    for (int i = 0; i < 5; ++i) CHECK(x(i) == i);
    const auto down = nl::arange(5, 0, -2);
    REQUIRE(down.size() == 3);
    CHECK(down(0) == 5);
    CHECK(down(2) == 1);
    CHECK(nl::arange(0).size() == 0);
    CHECK(nl::arange(3, 1).size() == 0);
    CHECK(nl::arange(1, 3, -1).size() == 0);
    constexpr std::int64_t top = std::numeric_limits<std::int64_t>::max();
    CHECK(nl::arange(top - 3, top, 2)(1) == top - 1);
    CHECK(nl::arange(-top, top, top).size() == 2);
}

TEST_CASE("arange refuses what has no length") {
    CHECK_THROWS_AS(nl::arange(0, 1, 0), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(0.0, 0.0, 0.0), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(0.0, 1.0, 0.0), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(0.0, std::numeric_limits<double>::infinity()), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(0.0, std::numeric_limits<double>::quiet_NaN()), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(0.0, 1e300, 1.0), nl::shape_error);
    CHECK_THROWS_AS(nl::arange(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()),
                    nl::shape_error);
}

TEST_CASE("a step of 0 is refused whatever the dtype") {
    for (const double step : {0.0, -0.0}) {
        CHECK_THROWS_WITH(nl::arange(0.0, 3.0, step), "arange: the step is 0");
        CHECK_THROWS_WITH(nl::arange(3.0, 0.0, step), "arange: the step is 0");
    }
    CHECK_THROWS_WITH(nl::arange(0, 3, 0), "arange: the step is 0");
}
