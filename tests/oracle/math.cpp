#include "oracle/case.hpp"

TEST_CASE("sqrt is NumPy's") {
    using types = decltype(oracle::dtypes<bool>() + oracle::reals());
    oracle::check_function("sqrt", types(), [](const auto& a) { return nl::sqrt(a); });
}

TEST_CASE("fma rounds the exact value once") {
    oracle::check_function("fma", oracle::floats(),
                           [](const auto& a, const auto& b, const auto& c) { return nl::fma(a, b, c); });
}

TEST_CASE("parts of complex numbers are NumPy's") {
    oracle::check_function("real", oracle::complexes(), [](const auto& a) { return nl::real(a); });
    oracle::check_function("imag", oracle::complexes(), [](const auto& a) { return nl::imag(a); });
    using some = decltype(oracle::dtypes<std::int32_t, double>() + oracle::complexes());
    oracle::check_function("conjugate", some(), [](const auto& a) { return nl::conj(a); });
}
