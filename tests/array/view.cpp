#include "numlane/array/view.hpp"

#include "numlane/array/array.hpp"
#include "test.hpp"

TEST_CASE("a view keeps the memory alive") {
    nl::view<double> v;
    CHECK(v.size() == 0);
    const auto row = [] {
        nl::array<double> a{{1, 2}, {3, 4}};
        return a[1];
    }();
    CHECK(row(0) == 3);
    const auto temporary = nl::array<int, 2>{{1, 2}, {3, 4}}.T();
    CHECK(temporary(0, 1) == 3);
}

TEST_CASE("copies of a view show the same elements") {
    nl::array<int> a{1, 2, 3};
    const nl::view<int> v = a;
    const auto w = v;
    w(1) = 20;
    CHECK(a(1) == 20);
    CHECK(a.memory().use_count() == 3);
}

TEST_CASE("constness follows the array") {
    nl::array<int, 2> a{{1, 2}, {3, 4}};
    const nl::array<int, 2>& constant = a;
    static_assert(std::is_same_v<decltype(constant[0]), nl::view<const int, 1>>);
    static_assert(std::is_same_v<decltype(constant(0, 0)), const int&>);
    static_assert(std::is_same_v<decltype(a(0, 0)), int&>);
    static_assert(std::is_same_v<decltype(constant.T()), nl::view<const int, 2>>);
    static_assert(std::is_convertible_v<nl::array<int, 2>&, nl::view<int>>);
    static_assert(std::is_convertible_v<const nl::array<int, 2>&, nl::view<const int, 2>>);
    static_assert(!std::is_convertible_v<const nl::array<int, 2>&, nl::view<int, 2>>);
    static_assert(!std::is_convertible_v<nl::view<const int>, nl::view<int>>);
    static_assert(!std::is_constructible_v<nl::view<int, 1>, nl::view<int, 2>>);
    static_assert(!std::is_assignable_v<nl::view<const int>&, nl::view<const int>>);
    const nl::view deduced = a;
    static_assert(std::is_same_v<decltype(deduced), const nl::view<int, 2>>);
    const nl::view<const int> any = deduced;
    CHECK(any(1, 1) == 4);
    CHECK_THROWS_AS((nl::view<const int, 1>(any)), nl::shape_error);
}

TEST_CASE("a view of rank 0 is its element") {
    nl::array<int> a{1, 2, 3};
    const int x = a[1];
    CHECK(x == 2);
    a[1] = 20;
    CHECK(a(1) == 20);
    a[-1] = 2.5;
    CHECK(a(2) == 2);
    const auto whole = a(nl::_);
    CHECK_THROWS_WITH(static_cast<int>(whole), "only an array of shape () converts to a scalar, not one of shape (3,)");
}
