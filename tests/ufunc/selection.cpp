#include "numlane/ufunc/selection.hpp"

#include "numlane/ufunc/operators.hpp"

#include "every_target.hpp"

namespace {

// The definitions: the first of what is equal (zeros of both signs), NaN where there is one.
template <class T>
T smaller(T a, T b) {
    return b != b || b < a ? b : a;
}
template <class T>
T larger(T a, T b) {
    return b != b || a < b ? b : a;
}

template <class T>
bool same(T a, T b) {
    return a != a ? b != b : a == b && std::signbit(a) == std::signbit(b);
}

}  // namespace

TEMPLATE_TEST_CASE("minimum, maximum and clip of zeros and NaN, by arrays and by scalars", "", float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    const T special[] = {0, -T(0), 1, -2, limits::infinity(), -limits::infinity(), limits::quiet_NaN()};
    constexpr nl::index_t n = std::size(special), repeats = 9;
    nl::array<T> a = nl::zeros<T>({n, n, repeats}), b = nl::zeros<T>({n, n, repeats});
    for (nl::index_t i = 0; i < n; ++i)
        for (nl::index_t k = 0; k < n; ++k)
            for (nl::index_t r = 0; r < repeats; ++r) a(i, k, r) = special[i], b(i, k, r) = special[k];
    targets::on_every([&] {
        const nl::array<T> least = nl::minimum(a, b), most = nl::maximum(a, b);
        for (nl::index_t i = 0; i < a.size(); ++i) {
            const T x = a.data()[i], y = b.data()[i];
            INFO(x << " and " << y);
            CHECK(same(least.data()[i], smaller(x, y)));
            CHECK(same(most.data()[i], larger(x, y)));
        }
        for (const T low : special) {
            const nl::array<T> raised = nl::maximum(a, low);
            for (const T high : special) {
                const nl::array<T> clipped = nl::clip(a, low, high);
                for (nl::index_t i = 0; i < a.size(); ++i) {
                    const T x = a.data()[i];
                    INFO(x << " by " << low << " and " << high);
                    if (!same(raised.data()[i], larger(x, low))) FAIL("maximum: " << raised.data()[i]);
                    if (!same(clipped.data()[i], smaller(larger(x, low), high))) FAIL("clip: " << clipped.data()[i]);
                }
            }
        }
    });
}

TEST_CASE("where chooses between booleans by conditions of any size of lane") {
    const nl::array<bool, 1> a{true, false, true}, b{false, true, true};
    targets::on_every([&] {
        const auto check = [&](const auto& x) {
            const nl::array<bool, 1> between = nl::where(x > 1, a, b), by_truth = nl::where(x, a, b),
                                     with_scalar = nl::where(x != 0, true, b);
            for (nl::index_t i = 0; i < 3; ++i) {
                CHECK(between(i) == (x(i) > 1 ? a(i) : b(i)));
                CHECK(by_truth(i) == (x(i) != 0 ? a(i) : b(i)));
                CHECK(with_scalar(i) == (x(i) != 0 || b(i)));
            }
        };
        check(nl::array<double, 1>{0, 1, 2});
        check(nl::array<float, 1>{2, 0, 0});
        check(nl::array<std::uint32_t, 1>{1, 0, 2});
        check(nl::array<std::int16_t, 1>{0, 2, 0});
        check(nl::array<std::int8_t, 1>{3, 0, 1});
    });
}
