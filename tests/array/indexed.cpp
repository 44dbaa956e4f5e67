#include "numlane/array/indexed.hpp"

#include "numlane/array/array.hpp"
#include "test.hpp"

TEST_CASE("elements by number, also from the end") {
    nl::array<int> a{{1, 2, 3}, {4, 5, 6}};
    CHECK(a(1, 2) == 6);
    CHECK(a(-1, -3) == 4);
    CHECK(a(1u, std::int8_t(-1)) == 6);
    a(0, 1) = 20;
    CHECK(a.at(0, 1) == 20);
    nl::array<int, 2> f = a;
    CHECK(f(0, -2) == 20);
    CHECK(f[1][2] == 6);
    f[1][2] = 60;
    CHECK(f(1, 2) == 60);
    CHECK(a[1][2] == 6);
}

TEST_CASE("at always checks") {
    nl::array<int> a{{1, 2, 3}, {4, 5, 6}};
    const auto& constant = a;
    CHECK_THROWS_WITH(a.at(2, 0), "index 2 is out of bounds for axis 0 with size 2");
    CHECK_THROWS_AS(constant.at(0, -4), nl::index_error);
    CHECK_THROWS_AS(a.at(0), nl::index_error);
    CHECK_THROWS_AS(a(0), nl::index_error);
    CHECK_THROWS_AS(a(0, 0, 0), nl::index_error);
    CHECK_THROWS_AS(a.at(std::size_t(0) - 1, 0), nl::index_error);
    CHECK_THROWS_AS(a[std::size_t(0) - 1], nl::index_error);
    CHECK_THROWS_AS(a.at(0, 0, 0), nl::index_error);
    CHECK_THROWS_AS(a.at(nl::_, 3), nl::index_error);
    nl::array<int, 1> v{1};
    CHECK_THROWS_AS(v.at(1), nl::index_error);
}

TEST_CASE("views by slices, ellipsis and newaxis") {
    nl::array<int, 3> a(nl::array<int>{{{0, 1}, {2, 3}, {4, 5}}, {{6, 7}, {8, 9}, {10, 11}}});
    const auto column = a(nl::_, 2);
    static_assert(decltype(column)::rank == 2);
    CHECK(column(1, 0) == 10);
    const auto last = a(nl::ellipsis, -1);
    CHECK(last.shape() == nl::dims<2>(2, 3));
    CHECK(last(1, 1) == 9);
    const auto reversed = a(nl::_, nl::slice(nl::_, nl::_, -1));
    CHECK(reversed(0, 0, 0) == 4);
    const auto wider = a(0, nl::newaxis, nl::slice(1, nl::_), nl::newaxis, 0);
    CHECK(wider.shape() == nl::dims<3>(1, 2, 1));
    CHECK(wider(0, 1, 0) == 4);
    column(0, 0) = 40;
    CHECK(a(0, 2, 0) == 40);
    CHECK(a[nl::slice(1)].shape() == nl::dims<3>(1, 3, 2));
    CHECK(a(nl::slice(5, 9), 1).shape() == nl::dims<2>(0, 2));
    CHECK_THROWS_AS(a(nl::_, 3), nl::index_error);
    CHECK_THROWS_AS(a(2), nl::index_error);
}

TEST_CASE("arrays without elements can be indexed") {
    nl::array<int> a(nl::array<int>{{}, {}});
    CHECK(a[1].size() == 0);
    CHECK(a(nl::_, nl::slice(nl::_, nl::_, -1)).shape() == nl::dims<>(2, 0));
}
