#include "numlane/simd/user_kernel.hpp"

#include "every_target.hpp"
#include "kernels/check_equal.hpp"
#include "numlane/array/arange.hpp"
#include "numlane/array/linspace.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace {

NUMLANE_KERNEL(bits_beside_numbers, (auto x), { return (x & 0x0f) + (x | 1) + (1 ^ x) + ((6 & x) | (x ^ 3)); })
NUMLANE_KERNEL(shifts_left, (auto x, std::int64_t n), { return x << n; })
NUMLANE_KERNEL(shifts_right, (auto x, std::int64_t n), { return x >> n; })
NUMLANE_KERNEL(shifts_one, (auto x), { return 1 << x; })
NUMLANE_KERNEL(assigns, (auto x), {
    x += 7;
    x -= 1;
    x *= 3;
    x &= 0x7f;
    x |= 8;
    x ^= 1;
    x <<= 2;
    x >>= 1;
    return x;
})
NUMLANE_KERNEL(compares, (auto x), {
    return ((0 < x) & (x <= 3)) | ((x == -2) & (-2 == x) & (x != 1) & (1 != x)) | ((x > 5) && (6 >= x) && true);
})
NUMLANE_KERNEL(sum_of, (auto x, auto y), { return x + y; })
NUMLANE_KERNEL(quotient, (auto x), { return x / 4; })
NUMLANE_KERNEL(above_both, (auto x, auto y), { return (x > 1) & (y > 2) & (x < y); })
NUMLANE_KERNEL(always_seven, (auto x), {
    if (none_of(x == x)) return 8.0f;
    return 7.0f;
})

// What two arrays promote to, and a kernel that adds their packs.
template <class A, class B>
void check_promotes() {
    const nl::array<A> a = nl::arange(67).astype<A>();
    const nl::array<B> b = nl::arange(67).astype<B>();
    check_equal(nl::map(sum_of, a, b), nl::array<nl::promote_t<A, B>>(a + b));
}

}  // namespace

TEMPLATE_TEST_CASE("a number beside a pack of integers takes its dtype", "", std::int8_t, std::uint8_t, std::int16_t,
                   std::uint32_t, std::int64_t) {
    using T = TestType;
    const nl::array<T> x = nl::arange<T>(3, 103);
    targets::on_every([&] {
        check_equal(nl::map(bits_beside_numbers, x),
                    nl::array<T>((x & 0x0f) + (x | 1) + (1 ^ x) + ((6 & x) | (x ^ 3))));
        check_equal(nl::map(compares, x), nl::array<bool>(((x > 0) & (x <= 3)) | ((x > 5) & (x <= 6))));
        nl::array<T> expected = x;
        for (T& e : expected) e = T(T(T(((T(T(e + 6) * 3) & 0x7f) | 8) ^ 1) << 2) >> 1);
        check_equal(nl::map(assigns, x), expected);
        check_equal(nl::map(quotient, x), nl::array<double>(x / 4));
    });
}

TEMPLATE_TEST_CASE("a shift by what no lane has moves everything out", "", std::int8_t, std::uint8_t, std::int32_t,
                   std::uint64_t) {
    using T = TestType;
    constexpr int width = 8 * sizeof(T);
    nl::array<T> x = nl::arange<T>(100);
    for (T& e : x) e = T(std::uint64_t(e) * 0x0503050305030503u - 50);  // which wraps
    targets::on_every([&] {
        for (const int n : {0, 1, 3, width - 1}) {
            check_equal(nl::map(shifts_left, x, n), nl::array<T>(x << n));
            check_equal(nl::map(shifts_right, x, n), nl::array<T>(x >> n));
        }
        nl::array<T> signs = x;
        for (T& e : signs) e = T(e < 0 ? -1 : 0);
        for (const std::int64_t n : {std::int64_t(width), std::int64_t(256), std::int64_t(-1), std::int64_t(1) << 40,
                                     std::numeric_limits<std::int64_t>::min()}) {
            check_equal(nl::map(shifts_left, x, n), nl::zeros_like(x));
            check_equal(nl::map(shifts_right, x, n), signs);
        }
        const nl::array<T> counts{0, 1, 2, 5, 7};
        check_equal(nl::map(shifts_one, counts), nl::array<T>(T(1) << counts));
    });
}

TEST_CASE("packs of different dtypes promote as their arrays do") {
    targets::on_every([] {
        check_promotes<double, float>();
        check_promotes<std::int32_t, float>();
        check_promotes<std::int8_t, std::uint8_t>();
        check_promotes<std::uint16_t, std::int64_t>();
        check_promotes<bool, std::int16_t>();
        check_promotes<std::complex<float>, double>();
        const nl::array<double> x = nl::linspace(-3.0, 9.0, 50);
        const nl::array<float> y = nl::linspace(8.0f, -1.0f, 50);
        check_equal(nl::map(above_both, x, y), nl::array<bool>((x > 1) & (y > 2) & (x < y)));
        // A number of a higher kind than the pack's.
        const nl::array<std::int32_t> i = nl::arange<std::int32_t>(20);
        STATIC_REQUIRE(std::is_same_v<decltype(nl::map(sum_of, i, 0.5))::value_type, double>);
        check_equal(nl::map(sum_of, i, 0.5), nl::array<double>(i + 0.5));
        check_equal(nl::map(sum_of, y, std::complex<double>(0, 1)),
                    nl::array<std::complex<float>>(y + std::complex<float>(0, 1)));
        check_equal(nl::map(sum_of, y, 2), nl::array<float>(y + 2));
    });
}

TEST_CASE("a kernel may return a number for all elements") {
    targets::on_every([] {
        const nl::array<double> x = nl::linspace(-3.0, 9.0, 51);
        check_equal(nl::map(always_seven, x), nl::array<float>(nl::full<float>({51}, 7)));
    });
}
