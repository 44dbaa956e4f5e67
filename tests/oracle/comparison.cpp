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

TEST_CASE("what kind of number an element is, is NumPy's") {
    using some = oracle::dtypes<bool, std::int32_t, float, double, std::complex<float>, std::complex<double>>;
    oracle::check_function("isnan", some(), [](const auto& a) { return nl::isnan(a); });
    oracle::check_function("isinf", some(), [](const auto& a) { return nl::isinf(a); });
    oracle::check_function("isfinite", some(), [](const auto& a) { return nl::isfinite(a); });
}

TEST_CASE("isclose is NumPy's") {
    using some = oracle::dtypes<bool, std::int8_t, std::uint16_t, std::int64_t, float, double, std::complex<double>>;
    oracle::check_function("isclose", some(),
                           [](const auto& a, const auto& b) { return nl::isclose(a, b, {.rtol = 0.25, .atol = 0.5}); });
    oracle::check_function("isclose_nan", some(), [](const auto& a, const auto& b) {
        return nl::isclose(a, b, {.rtol = 0.25, .atol = 0.5, .equal_nan = true});
    });
}
