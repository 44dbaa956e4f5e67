#include "oracle/case.hpp"

TEST_CASE("comparisons are NumPy's") {
    oracle::check_function("equal", oracle::all(), [](const auto& a, const auto& b) { return a == b; });
    oracle::check_function("less", oracle::all(), [](const auto& a, const auto& b) { return a < b; });
    oracle::check_function("less_equal", oracle::all(), [](const auto& a, const auto& b) { return a <= b; });
    // The rest are these with a word changed, so that fewer dtypes will do.
    using some = oracle::dtypes<bool, std::int64_t, std::uint8_t, float, std::complex<double>>;
    oracle::check_function("not_equal", some(), [](const auto& a, const auto& b) { return a != b; });
    oracle::check_function("greater", some(), [](const auto& a, const auto& b) { return a > b; });
    oracle::check_function("greater_equal", some(), [](const auto& a, const auto& b) { return a >= b; });
}
