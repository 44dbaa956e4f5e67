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
