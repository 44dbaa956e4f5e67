#include "numlane/manip/astype.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("astype converts arrays and expressions") {
    const nl::array<double, 1> a{1.75, -1.75};
    const auto b = nl::astype<std::int8_t>(a);
    static_assert(std::is_same_v<decltype(b), const nl::array<std::int8_t, 1>>);
    CHECK(b(1) == -1);
    CHECK(nl::astype<bool>(a - a(0))(0) == false);
    CHECK(nl::reshape(a * 2, {2, 1})(1, 0) == -3.5);
}
