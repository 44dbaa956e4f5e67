#include "oracle/case.hpp"

// Which of two zeros minimum and maximum give differs in NumPy from CPU to CPU.
constexpr oracle::same_value either_zero{false};

TEST_CASE("where is NumPy's, with any dtype as condition") {
    oracle::check_function("where", oracle::all(),
                           [](const auto& a, const auto& b, const auto& c) { return nl::where(c, a, b); });
}

TEST_CASE("minimum, maximum and clip are NumPy's, NaN included") {
    oracle::check_function(
        "minimum", oracle::all(), [](const auto& a, const auto& b) { return nl::minimum(a, b); }, either_zero);
    oracle::check_function(
        "maximum", oracle::all(), [](const auto& a, const auto& b) { return nl::maximum(a, b); }, either_zero);
    oracle::check_function(
        "clip", oracle::all(), [](const auto& a, const auto& b, const auto& c) { return nl::clip(a, b, c); },
        either_zero);
}
