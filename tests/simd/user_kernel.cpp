#include "numlane/simd/user_kernel.hpp"

#include <algorithm>

#include "every_target.hpp"
#include "numlane/ufunc/complex.hpp"

namespace {

NUMLANE_KERNEL(operators, (auto x, auto y, double s), {
    auto z = x * y + s - x / (y + 1.0);
    z += x;
    z -= 2;
    z *= s;
    z /= 4;
    return select(((x < y) & !(x == 0.0)) | (y >= s), -z, +z);
})

NUMLANE_KERNEL(integer_operators, (auto x, auto y),
               { return ((x & y) | (x ^ ~y)) + (x << like(x, 3)) - (y >> like(y, 2)) * 5; })

NUMLANE_KERNEL(functions, (auto x, auto y),
               { return min(max(x, y), x * x) + abs(x) + sqrt(abs(y)) + fma(x, y, x) + hypot(x, y); })

// How many lanes of a pack are above the threshold, asked of the masks in every way.
NUMLANE_KERNEL(queries, (auto x), {
    const auto above = x > 0.5f;
    if (none_of(above)) return like<std::int32_t>(x, 1);
    if (all_of(above)) return like<std::int32_t>(x, 2);
    return like<std::int32_t>(x, any_of(above) ? 3 : 4);
})

NUMLANE_KERNEL(collatz, (auto n, int most), {
    auto steps = like<std::int32_t>(n, 0);
    for (int i = 0; i < most; ++i) {
        const auto running = n > 1;
        if (none_of(running)) break;
        n = select(running, select((n & like(n, std::int64_t(1))) == 0, n >> like(n, std::int64_t(1)), n * 3 + 1), n);
        steps = select(running, steps + 1, steps);
    }
    return steps;
})

NUMLANE_KERNEL(halves, (auto x), {
    if constexpr (decltype(x)::size == 1) return x;
    else return join(lower(x), upper(x));
})

NUMLANE_KERNEL(narrow, (auto x), { return convert<std::int8_t>(x) + convert<std::int8_t>(x * 2); })

int collatz_steps(std::int64_t n) {
    int steps = 0;
    for (; n > 1; ++steps) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    return steps;
}

template <class T>
nl::array<T> ramp(nl::index_t size, T first, T step) {
    nl::array<T> x = nl::zeros<T>({size});
    for (nl::index_t i = 0; i < size; ++i) x(i) = T(first + T(i) * step);
    return x;
}

}  // namespace

TEST_CASE("packs have the operators of numbers") {
    const auto x = ramp<double>(1000, -50, 0.125), y = ramp<double>(1000, 30, -0.0625);
    targets::on_every([&] {
        const nl::array<double> z = nl::map(operators, x, y, 1.5);
        for (nl::index_t i = 0; i < x.size(); ++i) {
            double e = x(i) * y(i) + 1.5 - x(i) / (y(i) + 1.0);
            e = (e + x(i) - 2) * 1.5 / 4;
            const double expected = (x(i) < y(i) && x(i) != 0.0) || y(i) >= 1.5 ? -e : +e;
            REQUIRE((z(i) == expected || (z(i) != z(i) && expected != expected)));
        }
    });
}

TEST_CASE("packs of integers have bitwise operators") {
    const auto x = ramp<std::int32_t>(333, -7000, 41), y = ramp<std::int32_t>(333, 100, -3);
    targets::on_every([&] {
        const nl::array<std::int32_t> z = nl::map(integer_operators, x, y);
        for (nl::index_t i = 0; i < x.size(); ++i)
            REQUIRE(z(i) == ((x(i) & y(i)) | (x(i) ^ ~y(i))) + x(i) * 8 - (y(i) >> 2) * 5);
    });
}

TEMPLATE_TEST_CASE("functions of packs", "", float, double) {
    const auto x = ramp<TestType>(333, -20, TestType(0.1875)), y = ramp<TestType>(333, 3, TestType(-0.25));
    targets::on_every([&] {
        const nl::array<TestType> z = nl::map(functions, x, y);
        for (nl::index_t i = 0; i < x.size(); ++i) {
            const TestType a = x(i), b = y(i);
            REQUIRE(z(i) == std::min(std::max(a, b), a * a) + std::abs(a) + std::sqrt(std::abs(b)) + std::fma(a, b, a) +
                                std::hypot(a, b));
        }
    });
}

TEST_CASE("masks answer any_of, all_of and none_of of their pack") {
    targets::on_every([] {
        const auto of = [](float even, float odd) {
            nl::array<float> x = nl::zeros<float>({1024});
            for (nl::index_t i = 0; i < x.size(); ++i) x(i) = i % 2 == 0 ? even : odd;
            const nl::array<std::int32_t> found = nl::map(queries, x);
            for (const auto f : found) REQUIRE(f == found(0));
            return found(0);
        };
        CHECK(of(0, 0) == 1);
        CHECK(of(1, 1) == 2);
        CHECK(of(0, 1) == 3);
    });
}

TEST_CASE("a kernel may loop until every lane has finished") {
    const auto n = ramp<std::int64_t>(1001, 1, 1);
    targets::on_every([&] {
        const nl::array<std::int32_t> steps = nl::map(collatz, n, 1000);
        for (nl::index_t i = 0; i < n.size(); ++i) REQUIRE(steps(i) == collatz_steps(n(i)));
        const nl::array<std::int32_t> few = nl::map(collatz, n, 5);
        for (nl::index_t i = 0; i < n.size(); ++i) REQUIRE(few(i) == std::min(5, collatz_steps(n(i))));
    });
}

TEMPLATE_TEST_CASE("a pack is the join of its halves", "", std::int8_t, std::uint16_t, float, double,
                   std::complex<float>) {
    nl::array<TestType> x = nl::zeros<TestType>({300});
    for (int i = 0; i < 300; ++i) x(i) = TestType(float(i % 100));
    targets::on_every([&] {
        if constexpr (nl::is_complex_v<TestType>) {
            const nl::array<float> y = nl::map(halves, nl::real(x));
            for (int i = 0; i < 300; ++i) REQUIRE(y(i) == x(i).real());
        } else {
            const nl::array<TestType> y = nl::map(halves, x);
            for (int i = 0; i < 300; ++i) REQUIRE(y(i) == x(i));
        }
    });
}

TEST_CASE("convert narrows packs by the rules of astype") {
    const auto x = ramp<double>(100, -50, 1);
    targets::on_every([&] {
        const nl::array<std::int8_t> y = nl::map(narrow, x);
        for (nl::index_t i = 0; i < x.size(); ++i) REQUIRE(y(i) == std::int8_t(int(x(i)) * 3));
    });
}
