#include "oracle/case.hpp"

namespace {

template <class A, class B>
void check_mixed() {
    const std::string one = nl::dtype_name<A>(), other = nl::dtype_name<B>(), names = "." + one + "." + other;
    const oracle::operand<A> a("a." + one);
    const oracle::operand<B> b("b." + other);
    oracle::check_case("add" + names, {}, [](const auto& x, const auto& y) { return x + y; }, a, b);
    oracle::check_case("divide" + names, {}, [](const auto& x, const auto& y) { return x / y; }, a, b);
    oracle::check_case("less" + names, {}, [](const auto& x, const auto& y) { return x < y; }, a, b);
    oracle::check_case("where" + names, {}, [](const auto& x, const auto& y) { return nl::where(x, x, y); }, a, b);
}

using c64 = std::complex<float>;
using c128 = std::complex<double>;

/// The number of a dtype in the order of oracle::all.
template <class T, class... U>
int number_of(oracle::dtypes<U...>) {
    int number = 0;
    (void)((!std::is_same_v<T, U> && (++number, true)) && ...);
    return number;
}

}  // namespace

TEST_CASE("promote_t is numpy.promote_types for every pair of dtypes") {
    const auto expected = oracle::read<std::int8_t>("promote_types");
    oracle::for_each(oracle::all(), [&]<class A>(A) {
        oracle::for_each(oracle::all(), [&]<class B>(B) {
            INFO(nl::dtype_name<A>() << " and " << nl::dtype_name<B>());
            CHECK(number_of<nl::promote_t<A, B>>(oracle::all()) ==
                  expected(number_of<A>(oracle::all()), number_of<B>(oracle::all())));
        });
    });
}

TEST_CASE("operations on two dtypes of integers give NumPy's dtype and values") {
    check_mixed<std::int8_t, std::uint8_t>();
    check_mixed<std::int8_t, std::int32_t>();
    check_mixed<std::int16_t, std::uint16_t>();
    check_mixed<std::int64_t, std::uint64_t>();
    check_mixed<std::uint32_t, std::int64_t>();
    check_mixed<bool, std::int8_t>();
}

TEST_CASE("operations on integers and floats give NumPy's dtype and values") {
    check_mixed<std::uint8_t, float>();
    check_mixed<std::int16_t, float>();
    check_mixed<std::int32_t, float>();
    check_mixed<std::int64_t, double>();
    check_mixed<std::uint64_t, float>();
    check_mixed<float, double>();
    check_mixed<bool, double>();
}

TEST_CASE("operations on real and complex numbers give NumPy's dtype and values") {
    check_mixed<float, c64>();
    check_mixed<std::int32_t, c64>();
    check_mixed<c64, double>();
    check_mixed<std::uint8_t, c128>();
}
