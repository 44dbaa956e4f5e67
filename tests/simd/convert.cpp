#include <limits>

#include "every_target.hpp"
#include "numlane/manip/astype.hpp"

namespace {

/// Numbers that every integer holds, that only some do, and that none does.
template <class T>
nl::array<T, 1> numbers(nl::index_t count) {
    constexpr T inf = std::numeric_limits<T>::infinity();
    const T special[] = {T(9.3e18),
                         T(-9.3e18),
                         T(2147483648.0),
                         T(-2147483649.0),
                         T(4294967295.0),
                         T(1.8446744e19),
                         T(1.9e19),
                         inf,
                         -inf,
                         T(-0.9),
                         T(255.99),
                         T(-2147483648),
                         T(2147483520),
                         T(-9.2233720e18),
                         T(9.2233710e18),
                         T(-0.0),
                         T(65536.5),
                         T(-32769),
                         T(1e-300),
                         -T(1) / T(3)};
    nl::array<T, 1> x = nl::zeros<T, 1>(count);
    std::uint32_t random = 7;
    for (T& value : x) {
        random = random * 1664525u + 1013904223u;
        value = T(std::int32_t(random)) / T(1 << (random % 23));
        if (random % 11 == 0) value = special[(random >> 8) % std::size(special)];
        if (random % 97 == 0) value = std::numeric_limits<T>::quiet_NaN();
    }
    return x;
}

template <class To, class From>
void check(const nl::array<From, 1>& x) {
    targets::on_every([&] {
        for (const nl::index_t length : {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 65, 2000}) {
            for (const nl::index_t first : {0, 1, 5, 300}) {
                const auto part = x(nl::slice(first, first + length));
                const nl::array<To> converted = nl::astype<To>(part);
                bool same = true;
                for (nl::index_t i = 0; i < length; ++i)
                    same = same && converted(i) == nl::detail::convert_scalar<To>(part(i));
                REQUIRE(same);
            }
        }
    });
}

}  // namespace

TEMPLATE_TEST_CASE("floats become integers by way of int64, whatever the width of the registers", "", float, double) {
    const auto x = numbers<TestType>(2300);
    check<std::int8_t>(x);
    check<std::uint8_t>(x);
    check<std::int16_t>(x);
    check<std::uint16_t>(x);
    check<std::int32_t>(x);
    check<std::uint32_t>(x);
    check<std::int64_t>(x);
    check<std::uint64_t>(x);
}
