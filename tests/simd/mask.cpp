#include "every_target.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace {

template <class T>
nl::array<T> pattern(nl::index_t size, int seed) {
    nl::array<T> x = nl::zeros<T>({size});
    unsigned state = unsigned(seed);
    for (T& value : x) {
        state = state * 1664525u + 1013904223u;
        value = T(state >> 24) - T(state >> 28 & 1);
    }
    return x;
}

/// Masks of the lanes of A choose among lanes of B, become bool in memory and come back from it.
template <class A, class B>
void check_sizes() {
    const auto a = pattern<A>(523, 1), b = pattern<A>(523, 2);
    const auto x = pattern<B>(523, 3), y = pattern<B>(523, 4);
    targets::on_every([&] {
        const nl::array<B> chosen = nl::where(a < b, x, y);
        const nl::array<bool> both = (a < b) & (x < y), either = (x == y) | (a >= b), one = (a < b) ^ (x < y);
        const nl::array<B> counted = (a < b) + x;
        for (nl::index_t i = 0; i < a.size(); ++i) {
            const bool less = a(i) < b(i), xy = x(i) < y(i);
            REQUIRE(chosen(i) == (less ? x(i) : y(i)));
            REQUIRE(both(i) == (less && xy));
            REQUIRE(either(i) == (x(i) == y(i) || !less));
            REQUIRE(one(i) == (less != xy));
            REQUIRE(counted(i) == B(B(less) + x(i)));
        }
        REQUIRE(nl::count_nonzero(either) == nl::count_nonzero((x == y) | (a >= b)));
    });
}

}  // namespace

TEST_CASE("masks of one size of lanes serve lanes of every other") {
    check_sizes<std::int8_t, std::int16_t>();
    check_sizes<std::uint8_t, double>();
    check_sizes<std::uint16_t, std::int8_t>();
    check_sizes<std::int32_t, double>();
    check_sizes<double, std::int8_t>();
    check_sizes<double, float>();
}
