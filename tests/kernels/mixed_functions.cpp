#include "numlane/simd/user_kernel.hpp"

#include <algorithm>
#include <cmath>

#include "every_target.hpp"
#include "kernels/check_equal.hpp"
#include "numlane/array/linspace.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace {

NUMLANE_KERNEL(bounds, (auto x), { return min(x, 0.5) + 10 * max(-1, x) + 100 * clip(x, -0.25, 1) + clip(1, 0, x); })
NUMLANE_KERNEL(choices, (auto x),
               { return select(x > 0, x, 0.0) + select(x > 1, 0.0, x) + select(true, x, 1) + select(false, x, 4); })
NUMLANE_KERNEL(numbers_of_masks, (auto m), { return select(m, 1.5, 2); })
NUMLANE_KERNEL(integers_of_masks, (auto m), { return select(m, 2, 3); })
NUMLANE_KERNEL(masks_of_masks, (auto m, auto x), { return select(m, x > 0, false); })
NUMLANE_KERNEL(fused, (auto x),
               { return fma(x, 2.0, 1.0) + fma(2, x, 1) + fma(2, 3, x) + fma(x, x, 1) + fma(x, 1, x); })
NUMLANE_KERNEL(added, (auto x), { return multiply_add(x, 2.0, 1) + multiply_add(2, 4, x) + multiply_add(0.5f, x, x); })
NUMLANE_KERNEL(lengths, (auto x), { return hypot(x, 1.0) + hypot(0, x); })
NUMLANE_KERNEL(filled, (auto x), { return x + like(x, 3); })
NUMLANE_KERNEL(filled_with_halves, (auto x), { return like<double>(x, 0.5f); })

NUMLANE_KERNEL(counted, (auto x, int times), {
    auto y = x;
    y = 0;
    for (int i = 0; i < times; ++i) {
        ++y;
        y++;
        --y;
    }
    return y--;
})
NUMLANE_KERNEL(truths, (auto x), { return convert<bool>(x) & convert<bool>(x < 2); })

template <class T, class Function>
nl::array<T> each(const nl::array<T>& x, const Function& f) {
    nl::array<T> y = x;
    for (T& e : y) e = T(f(e));
    return y;
}

}  // namespace

TEMPLATE_TEST_CASE("packs are assigned numbers and are counted up and down", "", float, double, std::int8_t,
                   std::complex<float>) {
    using T = TestType;
    const nl::array<T> x = nl::zeros<T>({77});
    targets::on_every([&] {
        check_equal(nl::map(counted, x, 5), each(x, [](T) { return T(5); }));
        check_equal(nl::map(counted, x, 0), x);
    });
}

TEMPLATE_TEST_CASE("a pack as dtype bool is true where it is not 0", "", float, double, std::int8_t, std::uint64_t) {
    using T = TestType;
    const nl::array<T> x{0, 1, 2, 0, 100};
    targets::on_every([&] {
        const nl::array<bool> y = nl::map(truths, x), expected{false, true, false, false, false};
        CHECK(nl::all(y == expected));
    });
}

TEMPLATE_TEST_CASE("functions of packs take numbers in any place", "", float, double) {
    using T = TestType;
    const nl::array<T> x = nl::linspace(T(-2), T(2), 129);  // exact in float32, and so is what is computed of them
    targets::on_every([&] {
        check_equal(nl::map(bounds, x), each(x, [](T e) {
                        return std::min(e, T(0.5)) + 10 * std::max(T(-1), e) + 100 * std::clamp(e, T(-0.25), T(1)) +
                               std::min(T(1), e);
                    }));
        check_equal(nl::map(choices, x), each(x, [](T e) { return (e > 0 ? e : 0) + (e > 1 ? 0 : e) + e + 4; }));
        check_equal(nl::map(fused, x), each(x, [](T e) { return 2 * (e * 2 + 1) + (6 + e) + (e * e + 1) + 2 * e; }));
        check_equal(nl::map(added, x), each(x, [](T e) { return (e * 2 + 1) + (8 + e) + (e / 2 + e); }));
        check_equal(nl::map(filled, x), each(x, [](T e) { return e + 3; }));
        check_equal(nl::map(filled_with_halves, x), nl::array<double>(nl::full<double>({129}, 0.5)));
        const nl::array<T> y = nl::map(lengths, x);
        for (int i = 0; i < 129; ++i)
            CHECK(std::abs(y(i) - (std::hypot(x(i), T(1)) + std::abs(x(i)))) <= 4 * std::numeric_limits<T>::epsilon());
        // NaN stays NaN beside a number, as in numpy.minimum.
        const nl::array<T> none{std::numeric_limits<T>::quiet_NaN()};
        CHECK(std::isnan(nl::array<T>(nl::map(bounds, none))(0)));
    });
}

TEST_CASE("functions of integers beside numbers") {
    targets::on_every([] {
        const nl::array<std::int32_t> i{-3, 0, 1, 7};
        check_equal(nl::map(choices, i), nl::array<double>{-3 - 3 + 4, 0 + 0 + 0 + 4, 1 + 1 + 1 + 4, 7 + 0 + 7 + 4});
        check_equal(nl::map(filled, i), nl::array<std::int32_t>{0, 3, 4, 10});
    });
}

TEST_CASE("a mask chooses among numbers") {
    targets::on_every([] {
        const nl::array<bool> m{true, false, true};
        check_equal(nl::map(numbers_of_masks, m), nl::array<double>{1.5, 2, 1.5});
        check_equal(nl::map(integers_of_masks, m), nl::array<std::int64_t>{2, 3, 2});  // as numpy.where
        check_equal(nl::map(masks_of_masks, m, nl::array<double>{1, 1, -1}), nl::array<bool>{true, false, false});
    });
}
