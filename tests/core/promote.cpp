#include "numlane/core/promote.hpp"

#include "test.hpp"

namespace {

using c64 = std::complex<float>;
using c128 = std::complex<double>;

template <class T, class... S>
constexpr bool scalars_take = (std::is_same_v<nl::weak_t<T, S>, T> && ...);

}  // namespace

// All pairs of dtypes are compared with NumPy's in tests/oracle/mixed.cpp.
TEST_CASE("promote_t holds the values of both dtypes") {
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<std::int8_t, std::uint8_t>, std::int16_t>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<std::int64_t, std::uint64_t>, double>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<std::int16_t, float>, float>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<std::int32_t, float>, double>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<bool, bool>, bool>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<bool, std::uint8_t>, std::uint8_t>);
    STATIC_REQUIRE(std::is_same_v<nl::promote_t<std::int64_t, c64>, c128>);
}

TEST_CASE("weak_t is the dtype of the array unless the scalar is of a higher kind") {
    STATIC_REQUIRE(scalars_take<std::int8_t, bool, int, long, unsigned long long>);
    STATIC_REQUIRE(scalars_take<float, bool, int, std::uint64_t, float, double, long double>);
    STATIC_REQUIRE(scalars_take<c64, int, double, c128>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<bool, int>, std::int64_t>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<bool, float>, double>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<std::uint8_t, float>, double>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<float, c128>, c64>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<double, c64>, c128>);
    STATIC_REQUIRE(std::is_same_v<nl::weak_t<std::int8_t, c64>, c128>);
}
