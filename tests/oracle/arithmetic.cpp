#include "oracle/case.hpp"

TEST_CASE("sums, differences and products are NumPy's") {
    oracle::check_function("add", oracle::all(), [](const auto& a, const auto& b) { return a + b; });
    oracle::check_function("subtract", oracle::numbers(), [](const auto& a, const auto& b) { return a - b; });
    oracle::check_function("multiply", oracle::all(), [](const auto& a, const auto& b) { return a * b; });
}

TEST_CASE("functions of sign are NumPy's") {
    oracle::check_function("negative", oracle::numbers(), [](const auto& a) { return -a; });
    oracle::check_function("absolute", oracle::all(), [](const auto& a) { return nl::abs(a); }, {.of_c_library = true});
    oracle::check_function("square", oracle::all(), [](const auto& a) { return nl::square(a); });
}
