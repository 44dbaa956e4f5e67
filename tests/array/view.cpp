#include "numlane/array/view.hpp"

#include "numlane/numlane.hpp"
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

TEST_CASE("assigning to a view writes the elements") {
    nl::array<double, 2> a{{1, 2, 3}, {4, 5, 6}};
    a(nl::_, 1) = 0;
    CHECK(a(0, 1) == 0);
    CHECK(a(1, 1) == 0);
    a[1] = nl::array<float>{7, 8, 9};
    CHECK(a(1, 2) == 9);
    a(nl::ellipsis) = a[1];
    CHECK(a(0, 0) == 7);
    auto row = a[0];
    row = nl::array<double, 1>{1, 2, 3};
    const auto constant = a[1];
    constant = row;
    CHECK(a(1, 0) == 1);
    row(nl::slice(1, nl::_)) = row(nl::slice(0, 2));
    CHECK(a(0, 2) == 2);
    CHECK(a(0, 1) == 1);
    a(nl::_, 0) = a(nl::_, 1) * 10;
    CHECK(a(1, 0) == 20);
    CHECK_THROWS_AS(row = nl::array<double>({1, 2}), nl::shape_error);
}
