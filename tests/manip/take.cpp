#include "numlane/manip/take.hpp"

#include "numlane/array.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool same_elements(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("take follows indices along an axis") {
    const nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    const nl::array<std::int64_t> i{2, 0, -1, 2};
    const auto columns = nl::take(a, i, 1);
    CHECK(columns.shape() == nl::dims<2>(2, 4));
    CHECK(same_elements(columns, nl::array<int>{{3, 1, 3, 3}, {6, 4, 6, 6}}));
    CHECK(same_elements(nl::take(a, {1, -2, 1}, 0), nl::array<int>{{4, 5, 6}, {1, 2, 3}, {4, 5, 6}}));
    CHECK(same_elements(nl::take(a, {5, 0}), nl::array<int>{6, 1}));
    CHECK(same_elements(nl::take(a, {-1, 0}, -2), nl::array<int>{{4, 5, 6}, {1, 2, 3}}));
}

TEST_CASE("the axes of the indices take the place of the axis") {
    const auto cube = nl::arange(24).reshape(2, 3, 4);
    const nl::array<std::uint8_t, 2> i{{0, 2}, {1, 1}};
    const auto taken = nl::take(cube, i, 1);
    static_assert(decltype(taken)::rank == 4);
    REQUIRE(taken.shape() == nl::dims<4>(2, 2, 2, 4));
    for (int p = 0; p < 2; ++p)
        for (int r = 0; r < 2; ++r)
            for (int c = 0; c < 2; ++c)
                for (int e = 0; e < 4; ++e) CHECK(taken(p, r, c, e) == cube(p, i(r, c), e));
    const nl::array<int, 0> one(nl::array<int>{1}.reshape(nl::dims<0>()));
    CHECK(nl::take(cube, one, 0).shape() == nl::dims<2>(3, 4));
}

TEST_CASE("take reads views, expressions and selections") {
    const auto a = nl::arange(12).reshape(3, 4);
    CHECK(same_elements(nl::take(a.T(), {3, 0}, 0), nl::array<std::int64_t>{{3, 7, 11}, {0, 4, 8}}));
    CHECK(same_elements(nl::take(a(nl::_, 1), {2, 2, 0}, 0), nl::array<std::int64_t>{9, 9, 1}));
    CHECK(same_elements(nl::take(a.T(), {1}), nl::array<std::int64_t>{4}));
    CHECK(same_elements(nl::take(a * 2, nl::array<int>{1} + 1, 1), nl::array<std::int64_t>{{4}, {12}, {20}}));
    CHECK(same_elements(nl::take(a(a > 5), {0, -1}), nl::array<std::int64_t>{6, 11}));
    const nl::array<bool> m{true, false};
    CHECK(same_elements(nl::take(m, {1, 1, 0}), nl::array<bool>{false, false, true}));
}

TEST_CASE("many are taken by several threads") {
    const auto x = nl::arange(1000);
    const nl::array<std::int64_t> i = nl::arange(300'000) * 7919 % 1000;
    const auto y = nl::take(x, i);
    const auto rows = nl::take(nl::arange(5000).reshape(1000, 5), i, 0);
    for (nl::index_t k = 0; k < i.size(); ++k) REQUIRE((y(k) == i(k) && rows(k, 4) == 5 * i(k) + 4));
}

TEST_CASE("take of nothing, and of what is not there") {
    const nl::array<double> none = nl::zeros<double>({0, 3});
    const nl::array<int> no_index = nl::zeros<int>({0});
    CHECK(nl::take(none, no_index, 0).shape() == nl::dims<>(0, 3));
    CHECK(nl::take(none, {0, 2}, 1).shape() == nl::dims<>(0, 2));
    CHECK_THROWS_WITH(nl::take(none, {0}, 0), "index 0 is out of bounds for axis 0 with size 0");
    const nl::array<double> a = nl::zeros<double>({2, 3});
    CHECK_THROWS_WITH(nl::take(a, {1, 3}, 1), "index 3 is out of bounds for axis 1 with size 3");
    CHECK_THROWS_AS(nl::take(a, {-3}, 0), nl::index_error);
    CHECK_THROWS_AS(nl::take(a, nl::array<std::uint64_t>{~std::uint64_t(0)}, 0), nl::index_error);
    CHECK_THROWS_WITH(nl::take(a, {0}, 2), "take: axis 2 is out of bounds for shape (2, 3)");
}
