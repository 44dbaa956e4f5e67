#include "numlane/linalg/trace.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("traces are of the dtype that is asked for") {
    const nl::array<int> a{{1, 2}, {3, 4}};
    STATIC_REQUIRE(std::is_same_v<decltype(nl::trace(a))::value_type, std::int64_t>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::trace<double>(a))::value_type, double>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::linalg::trace<float>(a))::value_type, float>);
    CHECK(nl::trace<double>(a).item() == 5);
    CHECK(nl::trace<double>(a, 1).item() == 2);
    CHECK(nl::trace<std::int8_t>(nl::full<int>({2, 2}, 100)).item() == -56);
    CHECK(nl::linalg::trace<double>(a, -1).item() == 3);
    CHECK(nl::trace(nl::full({300, 300}, true)).item() == 300);
    CHECK(nl::trace<bool>(nl::full({256, 256}, true)).item());
    CHECK(nl::trace<std::complex<double>>(a, 5).item() == 0.0);
}
