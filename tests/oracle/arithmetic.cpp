#include "oracle/case.hpp"

TEST_CASE("sums, differences and products are NumPy's") {
    oracle::check_function("add", oracle::all(), [](const auto& a, const auto& b) { return a + b; });
    oracle::check_function("subtract", oracle::numbers(), [](const auto& a, const auto& b) { return a - b; });
    oracle::check_function("multiply", oracle::all(), [](const auto& a, const auto& b) { return a * b; });
}

TEST_CASE("functions of sign are NumPy's") {
    oracle::check_function("negative", oracle::numbers(), [](const auto& a) { return -a; });
    const auto absolute = [](const auto& a) { return nl::abs(a); };
    oracle::check_function("absolute", decltype(oracle::dtypes<bool>() + oracle::reals())(), absolute);
    oracle::check_function("absolute", oracle::complexes(), absolute, {.but_for_one_ulp = true});
    oracle::check_function("square", oracle::all(), [](const auto& a) { return nl::square(a); });
}
