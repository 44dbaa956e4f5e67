#include "oracle/case.hpp"

namespace {

template <class T, class S>
void check_scalar(const std::string& kind, S value) {
    const std::string dtype = nl::dtype_name<T>(), names = "_scalar." + dtype + "." + kind;
    const oracle::operand<T> a("a." + dtype);
    oracle::check_case("add" + names, {}, [&](const auto& x) { return x + value; }, a);
    oracle::check_case("less" + names, {}, [&](const auto& x) { return x < value; }, a);
    oracle::check_case("scalar_divide." + dtype + "." + kind, {}, [&](const auto& x) { return value / x; }, a);
}

}  // namespace

TEST_CASE("C++ scalars are weak, as Python's are by NEP 50") {
    check_scalar<bool>("int", 3);
    check_scalar<std::int8_t>("int", 3L);
    check_scalar<std::uint8_t>("int", 3u);
    check_scalar<float>("int", 3);
    check_scalar<double>("int", std::int8_t(3));
    check_scalar<std::complex<double>>("int", 3);
    check_scalar<bool>("float", 0.75);
    check_scalar<std::int16_t>("float", 0.75);
    check_scalar<std::uint64_t>("float", 0.75f);
    check_scalar<float>("float", 0.75);
    check_scalar<std::complex<float>>("float", 0.75);
    check_scalar<float>("complex", std::complex<double>(3, -0.75));
    check_scalar<double>("complex", std::complex<float>(3, -0.75f));
    check_scalar<std::int32_t>("complex", std::complex<float>(3, -0.75f));
}
