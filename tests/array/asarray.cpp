#include "numlane/array/asarray.hpp"

#include <span>
#include <vector>

#include "test.hpp"

TEST_CASE("asarray copies containers and shows arrays") {
    std::vector<double> values{1, 2};
    auto a = nl::asarray(values);
    static_assert(std::is_same_v<decltype(a), nl::array<double, 1>>);
    a(0) = 5;
    CHECK(values[0] == 1);
    CHECK(nl::asarray(std::span<const double>(values))(1) == 2);
    auto v = nl::asarray(a);
    v(0) = 6;
    CHECK(a(0) == 6);
    const auto& constant = a;
    static_assert(std::is_same_v<decltype(nl::asarray(constant)), nl::view<const double, 1>>);
}
