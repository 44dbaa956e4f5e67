#include "numlane/io/format_float.hpp"

#include <initializer_list>
#include <limits>
#include <string>

#include "test.hpp"

namespace {

template <class F>
std::string formatted(std::initializer_list<F> values, bool plus = false) {
    const nl::detail::float_format<F> format(values.begin(), values.size(), 1, plus);
    std::string out;
    for (const F x : values) {
        out += '[';
        format.append(out, x);
        out += ']';
    }
    return out;
}

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("floats of an array share the place of the point") {
    CHECK(formatted({1.0, 2.5, -10.125}) == "[  1.   ][  2.5  ][-10.125]");
    CHECK(formatted({1.0f, 0.1f}) == "[1. ][0.1]");
    CHECK(formatted({0.0, -0.0}) == "[ 0.][-0.]");
    CHECK(formatted({1.0, -2.5}, true) == "[+1. ][-2.5]");
}

TEST_CASE("floats turn to scientific notation for large, small and far apart numbers") {
    CHECK(formatted({1e8}) == "[1.e+08]");
    CHECK(formatted({99999999.0}) == "[99999999.]");
    CHECK(formatted({1e-4}) == "[0.0001]");
    CHECK(formatted({9.9e-5}) == "[9.9e-05]");
    CHECK(formatted({1.0, 1000.0}) == "[   1.][1000.]");
    CHECK(formatted({1.0, 1001.0}) == "[1.000e+00][1.001e+03]");
    CHECK(formatted({1e100, -1.5}) == "[ 1.0e+100][-1.5e+000]");
}

TEST_CASE("floats that are not finite are as wide as the others") {
    CHECK(formatted({not_a_number}) == "[nan]");
    CHECK(formatted({not_a_number, -infinity, infinity}) == "[ nan][-inf][ inf]");
    CHECK(formatted({1.0, infinity}) == "[ 1.][inf]");
    CHECK(formatted({1e10, not_a_number}) == "[1.e+10][   nan]");
    CHECK(formatted({not_a_number, infinity}, true) == "[+nan][+inf]");
}
