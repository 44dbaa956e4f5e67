#include "numlane/reduce/extrema.hpp"

#include "every_target.hpp"
#include "numlane/ufunc.hpp"

TEMPLATE_TEST_CASE("min and max find one element among many, wherever it lies", "", std::int8_t, std::uint64_t, float,
                   double) {
    using T = TestType;
    targets::on_every([] {
        for (const nl::index_t size : {1, 2, 65, 300, 4097, 9000}) {
            auto x = nl::full<T>({size}, T(50));
            for (nl::index_t at = 0; at < size; at += 1 + size / 37) {
                x(at) = T(7);
                if (nl::min(x) != T(7) || nl::max(x) != (size == 1 ? T(7) : T(50))) FAIL("the least at " << at);
                x(at) = T(90);
                if (nl::max(x) != T(90) || nl::min(x) != (size == 1 ? T(90) : T(50))) FAIL("the most at " << at);
                if constexpr (std::is_floating_point_v<T>) {
                    x(at) = std::numeric_limits<T>::quiet_NaN();
                    if (nl::min(x) == nl::min(x) || nl::max(x) == nl::max(x)) FAIL("NaN at " << at);
                }
                x(at) = T(50);
            }
        }
        SUCCEED();
    });
}

TEST_CASE("infinities and the extreme integers are found") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(nl::min(nl::array<double>{inf, inf}) == inf);
    CHECK(nl::max(nl::array<double>{-inf, -inf}) == -inf);
    CHECK(nl::min(nl::full<std::int64_t>({5}, INT64_MAX)) == INT64_MAX);
    CHECK(nl::max(nl::full<std::int64_t>({5}, INT64_MIN)) == INT64_MIN);
    CHECK(nl::min(nl::array<bool>{true, false}) == false);
    CHECK(nl::max(nl::array<bool>{false, false}) == false);
}

TEST_CASE("the extremum of an expression") {
    const nl::array<double> x{1, -4, 3};
    CHECK(nl::max(x * x) == 16);
    CHECK(nl::min(nl::abs(x) - 1.0) == 0);
    CHECK(nl::amin(x) == -4);
    CHECK(nl::amax(x) == 3);
}

TEST_CASE("nothing has no extremum, and the error says so") {
    try {
        (void)nl::max(nl::zeros<float>({3, 0}));
        FAIL("no error");
    } catch (const nl::shape_error& e) {
        CHECK(std::string(e.what()).find("max") == 0);
        CHECK(std::string(e.what()).find("(3, 0)") != std::string::npos);
    }
    CHECK_THROWS_AS(nl::min(nl::zeros<double>({0})), nl::shape_error);
}
