#include "numlane/simd/lane_functions.hpp"

#include "test.hpp"

using nl::detail::convert_lane;

TEST_CASE("floats become integers by truncation to int64, which wraps") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(convert_lane<std::int8_t>::run(-1.9) == -1);
    CHECK(convert_lane<std::int8_t>::run(300.7f) == 44);
    CHECK(convert_lane<std::uint8_t>::run(-1.0) == 255);
    CHECK(convert_lane<std::int32_t>::run(4294967296.0 + 5) == 5);
    CHECK(convert_lane<std::int64_t>::run(1e30) == std::numeric_limits<std::int64_t>::min());
    CHECK(convert_lane<std::int64_t>::run(-inf) == std::numeric_limits<std::int64_t>::min());
    CHECK(convert_lane<std::int64_t>::run(double(NAN)) == std::numeric_limits<std::int64_t>::min());
    CHECK(convert_lane<std::int32_t>::run(inf) == 0);
    CHECK(convert_lane<std::uint64_t>::run(0x1.8p63) == 0xC000000000000000u);
    CHECK(convert_lane<std::uint64_t>::run(-2.0f) == std::uint64_t(-2));
    CHECK(convert_lane<std::uint64_t>::run(0x1p64) == 0x8000000000000000u);
}

TEST_CASE("integers divide downwards, and by zero give 0") {
    const auto divide = [](auto a, auto b) { return int(nl::detail::floor_divide_lane::run(a, b)); };
    const auto remainder = [](auto a, auto b) { return int(nl::detail::remainder_lane::run(a, b)); };
    for (int a = -128; a < 128; ++a) {
        for (int b = -128; b < 128; ++b) {
            const auto x = std::int8_t(a), y = std::int8_t(b);
            const int quotient = b == 0 ? 0 : int(std::floor(double(a) / b));
            if (divide(x, y) != std::int8_t(quotient)) FAIL(a << " by " << b);
            if (remainder(x, y) != (b == 0 ? 0 : a - quotient * b)) FAIL(a << " by " << b);
        }
    }
    CHECK(nl::detail::floor_divide_lane::run(INT64_MIN, std::int64_t(-1)) == INT64_MIN);
    CHECK(nl::detail::remainder_lane::run(INT64_MIN, std::int64_t(-1)) == 0);
}

TEST_CASE("shifts by counts out of range leave 0, or the sign") {
    using nl::detail::left_shift_lane, nl::detail::right_shift_lane;
    CHECK(left_shift_lane::run(std::int8_t(3), std::int8_t(7)) == -128);
    CHECK(left_shift_lane::run(std::int8_t(3), std::int8_t(8)) == 0);
    CHECK(left_shift_lane::run(std::int64_t(-1), std::int64_t(63)) == INT64_MIN);
    CHECK(left_shift_lane::run(1u, 32u) == 0);
    CHECK(right_shift_lane::run(std::int16_t(-5), std::int16_t(1)) == -3);
    CHECK(right_shift_lane::run(std::int16_t(-5), std::int16_t(-1)) == -1);
    CHECK(right_shift_lane::run(std::int16_t(5), std::int16_t(100)) == 0);
}
