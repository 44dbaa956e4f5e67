#include "numlane/array/nested_list.hpp"

#include <complex>

#include "numlane/array/array.hpp"
#include "test.hpp"

TEST_CASE("nested braces to any depth") {
    const nl::array<double> v{1, 2, 3};
    CHECK(v.shape() == nl::dims<>(3));
    const nl::array<float> m{{1, 2}, {3, 4}};
    CHECK(m.shape() == nl::dims<>(2, 2));
    CHECK(m(1, 0) == 3);
    const nl::array<int, 2> column{{1}, {2}};
    CHECK(column.shape() == nl::dims<>(2, 1));
    const nl::array<int> row{{1, 2}};
    CHECK(row.shape() == nl::dims<>(1, 2));
    const nl::array<int> one{{{{7}}}};
    CHECK(one.shape() == nl::dims<>(1, 1, 1, 1));
    const nl::array<int, 4> deep{{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}};
    CHECK(deep.shape() == nl::dims<>(1, 2, 2, 2));
    CHECK(deep(0, 1, 0, 1) == 6);
    const nl::array<int> none{{}, {}};
    CHECK(none.shape() == nl::dims<>(2, 0));
    const nl::array<std::complex<double>> c{{1, 2}, {std::complex<double>(3, 1), 4}};
    CHECK(c.shape() == nl::dims<>(2, 2));
    CHECK(c(1, 0) == std::complex<double>(3, 1));
    const nl::array<std::complex<float>> narrow{std::complex<double>(1, 2), 3, 2.5};
    CHECK(narrow(0) == std::complex<float>(1, 2));
    CHECK(narrow(2) == 2.5f);
    static_assert(!std::is_constructible_v<nl::detail::nested_list<double>, std::complex<double>>);
    const nl::array<bool> b{true, false};
    CHECK(b.size() == 2);
}

TEST_CASE("ragged braces name the lengths") {
    CHECK_THROWS_WITH((nl::array<int>{{1, 2}, {3}}),
                      "array: ragged nested lists: lists of length 2 and 1 along axis 1");
    CHECK_THROWS_WITH((nl::array<int>{{1, 2}, 3}), "array: ragged nested lists: elements beside lists along axis 0");
    CHECK_THROWS_AS((nl::array<int>{1, {2}}), nl::shape_error);
    CHECK_THROWS_AS((nl::array<int>{{{1}}, {{2}, {3}}}), nl::shape_error);
    CHECK_THROWS_AS((nl::array<int, 3>{{1, 2}, {3, 4}}), nl::shape_error);
}

TEST_CASE("braces deduce the dtype") {
    const nl::array v{1.0, 2.0};
    static_assert(std::is_same_v<decltype(v), const nl::array<double>>);
    const nl::array m{{1.0f, 2.0f}, {3.0f, 4.0f}};
    static_assert(std::is_same_v<decltype(m), const nl::array<float>>);
    CHECK(m.shape() == nl::dims<>(2, 2));
}
