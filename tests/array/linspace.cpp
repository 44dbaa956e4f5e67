#include "numlane/array/linspace.hpp"

#include "fingerprint.hpp"
#include "test.hpp"

using complex = std::complex<double>;

TEST_CASE("linspace equals NumPy's to the bit") {
    struct sample {
        double start, stop;
        nl::index_t num;
        bool endpoint;
        std::uint64_t expected;
    };
    const sample samples[] = {
        {0.0, 1.0, 50, true, 0xf4d1e24c0baab4d6u},       {-2.0, 1.0, 1000, true, 0x6ca24a8470982f7cu},
        {-1.5, 1.5, 997, true, 0x50497c48c8fc9090u},     {0.0, 1.0, 1, true, 0x47fe0d7eaf8e51e3u},
        {0.0, 1.0, 0, true, 0x14650fb0739d0383u},        {1.0, -3.0, 7, false, 0x409b8b04f94af2u},
        {0.1, 0.7, 3001, true, 0xb52e884719e02ef3u},     {0.0, 5e-324, 10, true, 0x33cdd48ee2b338e2u},
        {1e-310, 3e-310, 17, true, 0x78bee957f01818c1u}, {3.0, 3.0, 5, true, 0xa511dd4d6269ab5bu},
        {2.0, 10.0, 1, false, 0x47fe4d7eaf8ebea3u},      {0.3, 1e+17, 4097, false, 0x4f77e10b2b906231u},
    };
    for (const sample& s : samples) {
        CAPTURE(s.start, s.stop, s.num);
        const auto x = nl::linspace(s.start, s.stop, s.num, s.endpoint);
        CHECK(x.size() == s.num);
        CHECK(fingerprint(x) == s.expected);
    }
    CHECK(fingerprint(nl::linspace<float>(0.1, 2.7, 1001)) == 0x851361a25e79d56cu);
    CHECK(fingerprint(nl::linspace<std::int32_t>(-5.5, 9.1, 101)) == 0x9b51d5f002c42c80u);
    CHECK(fingerprint(nl::linspace(complex(-1.3, 2), complex(4.1, -0.7), 100)) == 0x867b37d08eb5ab71u);
    CHECK(fingerprint(nl::linspace(complex(-1.3, 2), complex(4.1, -0.7), 100, false)) == 0x2d4f33022f0ac8u);
}

TEST_CASE("linspace has NumPy's defaults and dtypes") {
    const auto x = nl::linspace(0, 1);
    static_assert(std::is_same_v<decltype(x)::value_type, double>);
    CHECK(x.size() == 50);
    CHECK(x(-1) == 1.0);
    static_assert(std::is_same_v<decltype(nl::linspace(0.0f, 1.0f))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::linspace(0.0f, 1.0))::value_type, double>);
    CHECK_THROWS_AS(nl::linspace(0.0, 1.0, -1), nl::shape_error);
}
