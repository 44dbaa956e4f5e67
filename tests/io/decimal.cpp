#include "numlane/io/decimal.hpp"

#include <string>

#include "test.hpp"

namespace {

template <class F>
std::string scientific(F x, int digits = -1) {
    const nl::detail::decimal d = nl::detail::scientific_decimal(x, digits);
    return std::string(d.text, static_cast<std::size_t>(d.point + 1 + d.fraction)) + 'e' + d.exponent_sign +
           std::string(d.exponent, static_cast<std::size_t>(d.exponent_digits));
}

template <class F>
std::string positional(F x) {
    const nl::detail::decimal d = nl::detail::positional_decimal(x);
    return {d.text, static_cast<std::size_t>(d.point + 1 + d.fraction)};
}

}  // namespace

TEST_CASE("a decimal has the digits that its type needs, at most eight behind the point") {
    CHECK(positional(0.0) == "0.");
    CHECK(positional(5.0) == "5.");
    CHECK(positional(0.1) == "0.1");
    CHECK(positional(0.1f) == "0.1");
    CHECK(positional(1.0 / 3) == "0.33333333");
    CHECK(positional(12345678.125) == "12345678.125");
    CHECK(positional(0.00012345678912) == "0.00012346");
    CHECK(scientific(0.0) == "0.e+00");
    CHECK(scientific(1e10) == "1.e+10");
    CHECK(scientific(2e-300 / 3) == "6.66666667e-301");
    CHECK(scientific(5e-324) == "5.e-324");
    CHECK(scientific(1e-45f) == "1.e-45");
}

TEST_CASE("a decimal that is cut is rounded from the exact value, ties to even") {
    CHECK(positional(0.123456785) == "0.12345678");  // the double lies below
    CHECK(positional(7.001953125) == "7.00195312");  // a tie
    CHECK(positional(7.005859375) == "7.00585938");
    CHECK(positional(9.999999999) == "10.");
    CHECK(scientific(9.999999999e20) == "1.e+21");
}

TEST_CASE("a decimal of a given number of digits shows exact ones") {
    CHECK(scientific(1.0, 0) == "1.e+00");
    CHECK(scientific(1.0, 3) == "1.000e+00");
    CHECK(scientific(1.1f, 8) == "1.10000002e+00");
    CHECK(scientific(1e100, 2) == "1.00e+100");
}

TEST_CASE("an integer has all its digits") {
    CHECK(positional(33554432.0f) == "33554432.");
    CHECK(positional(99999992.0f) == "99999992.");
    CHECK(positional(99999999.0) == "99999999.");
}
