#include "numlane/reduce/gradient.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool same(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("gradient along several axes is a list") {
    const nl::array<double> a{{1, 2, 4, 7}, {2, 5, 9, 1}, {0, 3, 3, 8}};
    const nl::array<double> x{0, 1, 1.5, 4};
    const auto all = nl::gradient(a, {});
    REQUIRE(all.size() == 2);
    CHECK(same(all[0], nl::gradient(a, 1, 0)));
    CHECK(same(all[1], nl::gradient(a)));
    const auto each = nl::gradient(a, {2.0, x}, {.edge_order = 2});
    CHECK(same(each[0], nl::gradient(a, 2, 0, 2)));
    CHECK(same(each[1], nl::gradient(a, x, 1, 2)));
    const auto turned = nl::gradient(a, {0.5}, {.axis = {-1, 0}});
    CHECK(same(turned[0], nl::gradient(a, 0.5, 1)));
    CHECK(same(turned[1], nl::gradient(a, 0.5, 0)));
    CHECK(nl::gradient(a, {x}, {.axis = 1}).size() == 1);
}

TEST_CASE("gradient of a parabola is exact within, at any points") {
    const nl::array<double> x{0, 1, 3, 3.5, 8};
    const nl::array<double> slope = nl::gradient(x * x, x, 0, 2);
    for (nl::index_t i = 0; i < 5; ++i) CHECK(slope(i) == Approx(2 * x(i)).margin(1e-13));
}

TEST_CASE("gradient refuses what does not fit") {
    const nl::array<double> a{{1, 2, 4}, {2, 5, 9}};
    const nl::array<double> x{0, 1, 2.5};
    CHECK_THROWS_WITH(nl::gradient(a, x, 0), "gradient: 3 coordinates do not fit axis 0 of shape (2, 3)");
    CHECK_THROWS_WITH(nl::gradient(a, 1, 0, 2),
                      "gradient: shape (2, 3) is too small: at least 3 samples are needed along axis 0");
    CHECK_THROWS_WITH(nl::gradient(a, {1, 2, 3}), "gradient: 3 spacings do not fit 2 axes");
    CHECK_THROWS_AS(nl::gradient(a, {x}), nl::error);
    CHECK_THROWS_AS(nl::gradient(a, a), nl::shape_error);
    CHECK_THROWS_AS(nl::gradient(a, 1, 1, 3), nl::error);
    CHECK_THROWS_AS(nl::gradient(a, {}, {.axis = {0, -2}}), nl::index_error);
    CHECK_THROWS_AS(nl::gradient(a, 1, 2), nl::index_error);
}

TEST_CASE("ediff1d takes values for its ends") {
    const nl::array<std::int32_t> x{{1, 2}, {4, 7}};
    CHECK(same(nl::ediff1d(x), nl::array<std::int32_t>{1, 2, 3}));
    CHECK(same(nl::ediff1d(x, 9), nl::array<std::int32_t>{1, 2, 3, 9}));
    CHECK(same(nl::ediff1d(x, {}, {-1, -2}), nl::array<std::int32_t>{-1, -2, 1, 2, 3}));
    CHECK(same(nl::ediff1d(x, x, true), nl::array<std::int32_t>{1, 1, 2, 3, 1, 2, 4, 7}));
    CHECK(same(nl::ediff1d(nl::array<std::int32_t>(), 1, 2), nl::array<std::int32_t>{2, 1}));
    CHECK_THROWS_AS(nl::ediff1d(nl::array<std::int8_t>{1}, 300), nl::dtype_error);
}
