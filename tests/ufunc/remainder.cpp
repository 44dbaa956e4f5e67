#include <random>

#include "every_target.hpp"
#include "numlane/simd/lane_functions.hpp"
#include "numlane/ufunc/arithmetic.hpp"

// The vectors' remainder has the bits of the definition, which uses the C library's fmod.
TEMPLATE_TEST_CASE("the remainder of floats is exact on every target", "", float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    const T special[] = {0,
                         -T(0),
                         1,
                         -1,
                         T(0.1),
                         limits::denorm_min(),
                         -limits::denorm_min(),
                         limits::min(),
                         limits::max(),
                         limits::lowest(),
                         limits::infinity(),
                         -limits::infinity(),
                         limits::quiet_NaN()};
    constexpr nl::index_t n = std::size(special), more = 50021;
    nl::array<T> a = nl::zeros<T>({n * n + more}), b = nl::zeros<T>({n * n + more});
    for (nl::index_t i = 0; i < n * n; ++i) a(i) = special[i / n], b(i) = special[i % n];
    std::mt19937_64 bits(11);
    std::uniform_real_distribution<double> number(-1, 1);
    for (nl::index_t i = n * n; i < a.size(); ++i) {
        // Quotients of every size; multiples of the divisor, and their neighbours.
        const int exponent = int(bits() % unsigned(limits::digits + 4)),
                  power = i % 4 == 0 ? -limits::max_exponent / 2 : 0;
        b(i) = T(std::ldexp(number(bits), power));
        a(i) = T(std::ldexp(number(bits), power + exponent));
        if (i % 3 == 0) a(i) = T(b(i) * T(std::floor(50 * number(bits))));
        if (i % 3 == 0 && i % 2 == 0) a(i) = std::nextafter(a(i), i % 4 == 0 ? T(0) : T(100));
    }
    targets::on_every([&] {
        const nl::array<T> y = nl::remainder(a, b);
        int wrong = 0;
        for (nl::index_t i = 0; i < a.size(); ++i) {
            const T expected = nl::detail::remainder_lane::run(a(i), b(i));
            const bool same = expected != expected ? y(i) != y(i) : std::memcmp(&y(i), &expected, sizeof(T)) == 0;
            if (!same && ++wrong < 5) UNSCOPED_INFO(a(i) << " % " << b(i) << " is " << y(i) << ", not " << expected);
        }
        CHECK(wrong == 0);
    });
}
