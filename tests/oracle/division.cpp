#include "oracle/case.hpp"

TEST_CASE("true division is NumPy's") {
    oracle::check_function("divide", oracle::all(), [](const auto& a, const auto& b) { return a / b; });
}

TEST_CASE("floor_divide and remainder are NumPy's, with the sign of the divisor") {
    using types = decltype(oracle::dtypes<bool>() + oracle::reals());
    oracle::check_function("floor_divide", types(),
                           [](const auto& a, const auto& b) { return nl::floor_divide(a, b); });
    oracle::check_function("remainder", types(), [](const auto& a, const auto& b) { return a % b; });
}
