#include "numlane/reduce/count.hpp"

#include "every_target.hpp"
#include "numlane/reduce.hpp"
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

TEMPLATE_TEST_CASE("counts and sums of columns of many rows do not overflow on the way", "", bool, std::int8_t,
                   std::uint8_t, std::int16_t, float, double) {
    using T = TestType;
    targets::on_every([] {
        for (const nl::index_t columns : {1, 7, 64, 130, 700}) {
            nl::array<T, 2> x = nl::full<T, 2>({1'003, columns}, T(std::numeric_limits<T>::lowest()));
            if constexpr (std::is_unsigned_v<T>) x.fill(std::numeric_limits<T>::max());
            const T extreme = x(0, 0);
            for (nl::index_t column = 0; column < columns; ++column) x(column, column) = T(0);
            if constexpr (std::is_floating_point_v<T>) {
                for (nl::index_t column = 0; column < columns; ++column) {
                    x(column, column) = T(-0.0);
                    x(1'002, column) = std::numeric_limits<T>::quiet_NaN();
                }
            } else {
                const auto sums = nl::sum(x, {.axis = 0});
                REQUIRE(nl::all(sums == decltype(sums(0) + 0)(1'002) * decltype(sums(0) + 0)(extreme)));
            }
            const nl::array<std::int64_t> counts = nl::count_nonzero(x, {.axis = 0});
            for (const std::int64_t count : counts) REQUIRE(count == 1'002);
        }
    });
}
