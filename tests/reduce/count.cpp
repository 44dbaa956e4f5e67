#include "numlane/reduce/count.hpp"

#include "every_target.hpp"
#include "numlane/ufunc.hpp"

TEST_CASE("any, all and count_nonzero of masks and of numbers, wherever the one element lies") {
    targets::on_every([] {
        for (const nl::index_t size : {1, 64, 65, 4096, 4097, 70'000}) {
            nl::array<bool> one = nl::zeros<bool>({size});
            nl::array<double> x = nl::zeros<double>({size});
            for (nl::index_t at = 0; at < size; at += 1 + size / 23) {
                one(at) = true;
                x(at) = -0.5;
                if (!nl::any(one) || nl::count_nonzero(one) != 1 || nl::all(one) != (size == 1)) FAIL("bool at " << at);
                if (!nl::any(x) || nl::count_nonzero(x) != 1 || !nl::any(x < 0.0)) FAIL("double at " << at);
                if (!nl::all(x < 0.25) || nl::all(x > -0.25) || nl::count_nonzero(x == 0.0) != size - 1)
                    FAIL("mask at " << at);
                one(at) = false;
                x(at) = -0.0;
            }
            REQUIRE(!nl::any(x));
            REQUIRE(nl::all(!one));
        }
    });
}

TEST_CASE("of nothing, all is true and any is not") {
    CHECK(nl::all(nl::zeros<float>({0})));
    CHECK(!nl::any(nl::zeros<float>({0, 4})));
    CHECK(nl::count_nonzero(nl::zeros<std::int32_t>({0})) == 0);
}

TEST_CASE("NaN counts as true") {
    const nl::array<float> x{std::numeric_limits<float>::quiet_NaN()};
    targets::on_every([&] {
        CHECK(nl::all(x));
        CHECK(nl::any(x));
        CHECK(nl::count_nonzero(x) == 1);
    });
}
