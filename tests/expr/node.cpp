#include "numlane/expr/node.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("an expression of shape () is its value") {
    const nl::array<double> s = nl::array<double>{3}.reshape(nl::dims<>());
    const nl::array<double, 0> fixed = s;
    const double twice = s * 2.0, sum = s + fixed, root = nl::sqrt(fixed * 3);
    CHECK(twice == 6);
    CHECK(sum == 6);
    CHECK(root == 3);
    if (s == 3.0) CHECK(true);
    else FAIL("3 == 3");
    CHECK((s < 2.0) == false);
    CHECK(static_cast<int>(nl::where(s > 2.0, 1, 2)) == 1);
}

TEST_CASE("an expression of another shape is no scalar") {
    const nl::array<double> x{1, 2, 3};
    const char* const message = "only an array of shape () converts to a scalar, not one of shape (3,)";
    CHECK_THROWS_WITH(static_cast<double>(x + 1), message);
    CHECK_THROWS_WITH(static_cast<bool>(x == x), message);
    CHECK_THROWS_AS(static_cast<double>(nl::array<double>{1} * 2), nl::shape_error);
    static_assert(!std::is_convertible_v<decltype(nl::array<double, 1>() * 2), double>);
}
