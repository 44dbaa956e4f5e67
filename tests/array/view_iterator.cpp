#include "numlane/array/view_iterator.hpp"

#include <algorithm>
#include <vector>

#include "numlane/array/array.hpp"
#include "test.hpp"

TEST_CASE("views iterate in C order") {
    nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    const auto t = a.T();
    CHECK(std::vector<int>(t.begin(), t.end()) == std::vector<int>{1, 4, 2, 5, 3, 6});
    const auto r = a(nl::_, nl::slice(nl::_, nl::_, -2));
    CHECK(std::vector<int>(r.begin(), r.end()) == std::vector<int>{3, 1, 6, 4});
    for (int& x : a(nl::_, 1)) x = 0;
    CHECK(a(0, 1) == 0);
    CHECK(std::count(a.begin(), a.end(), 0) == 2);
    const auto none = a(nl::slice(0));
    CHECK(none.begin() == none.end());
    const auto element = a(1, nl::ellipsis, 2);
    CHECK(std::vector<int>(element.begin(), element.end()) == std::vector<int>{6});
    static_assert(std::forward_iterator<decltype(t.begin())>);
}

TEST_CASE("the elements along one axis are walked in any direction") {
    nl::array<double, 2> a{{3, 1, 2}, {6, 5, 4}, {9, 7, 8}};
    const auto column = a(nl::_, 1), row = a(2, nl::slice(nl::_, nl::_, -1));
    static_assert(std::random_access_iterator<decltype(column.begin())>);
    static_assert(std::ranges::random_access_range<decltype(row)>);
    CHECK(column.end() - column.begin() == 3);
    CHECK(column.begin()[2] == 7);
    CHECK(*(column.end() - 1) == 7);
    CHECK(column.begin() < column.end());
    std::sort(row.begin(), row.end());  // from the last column to the first
    CHECK(a(2, 0) == 9);
    CHECK(a(2, 1) == 8);
    CHECK(a(2, 2) == 7);
    std::ranges::sort(column);
    CHECK(a(0, 1) == 1);
    CHECK(a(1, 1) == 5);
    CHECK(a(2, 1) == 8);
    CHECK(a(2, 0) == 9);
    const nl::array<double, 1> sorted{1, 2, 4, 8};
    const nl::view<const double, 1> v = sorted;
    CHECK(std::lower_bound(v.begin(), v.end(), 3.0) - v.begin() == 2);
}
