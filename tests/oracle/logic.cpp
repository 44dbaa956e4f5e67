#include "oracle/case.hpp"

TEST_CASE("logic of truth values is NumPy's") {
    // Beyond the conversion to bool, which astype.cpp tests for all dtypes, these do not know dtypes.
    using some = oracle::dtypes<bool, std::int16_t, double, std::complex<float>>;
    oracle::check_function("logical_and", some(), [](const auto& a, const auto& b) { return a && b; });
    oracle::check_function("logical_or", some(), [](const auto& a, const auto& b) { return a || b; });
    oracle::check_function("logical_xor", some(), [](const auto& a, const auto& b) { return nl::logical_xor(a, b); });
    oracle::check_function("logical_not", some(), [](const auto& a) { return !a; });
}

TEST_CASE("logic of bits is NumPy's") {
    using types = oracle::dtypes<bool, std::int8_t, std::uint16_t, std::int32_t, std::uint64_t>;
    oracle::check_function("bitwise_and", types(), [](const auto& a, const auto& b) { return a & b; });
    oracle::check_function("bitwise_or", types(), [](const auto& a, const auto& b) { return a | b; });
    oracle::check_function("bitwise_xor", types(), [](const auto& a, const auto& b) { return a ^ b; });
    oracle::check_function("invert", types(), [](const auto& a) { return ~a; });
}

TEST_CASE("shifts are NumPy's, also by counts out of range") {
    using types = decltype(oracle::dtypes<bool>() + oracle::integers());
    oracle::check_function("left_shift", types(), [](const auto& a, const auto& b) { return a << b; });
    oracle::check_function("right_shift", types(), [](const auto& a, const auto& b) { return a >> b; });
}
