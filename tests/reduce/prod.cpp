#include "numlane/reduce/prod.hpp"

#include "every_target.hpp"
#include "numlane/numlane.hpp"
#include "test.hpp"

using nl::_, nl::slice;

TEST_CASE("sums and products in bool are a logical or and and, as NumPy's dtype=bool") {
    const nl::array<bool> mask{{true, false, true}, {false, false, true}};
    STATIC_REQUIRE(std::is_same_v<decltype(nl::sum<bool>(mask)), bool>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::prod<bool>(mask)), bool>);
    CHECK(nl::sum<bool>(mask));
    CHECK(!nl::sum<bool>(mask(_, 1)));
    CHECK(!nl::prod<bool>(mask));
    CHECK(nl::prod<bool>(mask(_, 2)));
    CHECK(!nl::sum<bool>(nl::zeros<bool>({0})));
    CHECK(nl::prod<bool>(nl::zeros<bool>({0})));
    CHECK(nl::sum<bool>(nl::array<double>{0, 0.25}));
    CHECK(nl::prod<bool>(nl::array<int>{256, -1}));
    CHECK(nl::sum<bool>(nl::full({256}, true)));  // which a sum of bytes would make 0

    const nl::array<bool> columns{true, false, true}, both{false, false, true};
    CHECK(nl::all(nl::sum<bool>(mask, {.axis = 0}) == columns));
    CHECK(nl::all(nl::prod<bool>(mask, {.axis = 0}) == both));
    CHECK(nl::all(nl::sum<bool>(mask.T(), {.axis = -1}) == columns));
    CHECK(nl::prod<bool>(mask, {.axis = 1, .keepdims = true}).shape() == nl::dims<>(2, 1));
    CHECK(nl::all(nl::sum<bool>(mask, {.axis = 0, .initial = 1})));
    CHECK(!nl::any(nl::prod<bool>(mask, {.axis = 0, .initial = false})));
    CHECK(nl::all(nl::prod<bool>(mask, {.axis = 0, .where = mask})));
    CHECK(!nl::any(nl::sum<bool>(mask, {.axis = 1, .where = !mask})));
    CHECK(nl::all(nl::prod<bool>(nl::array<double>{{0.5, 2}, {1, 0}}, {.axis = 1}) == nl::array<bool>{true, false}));
    CHECK(nl::prod<bool>(nl::zeros<bool>({0, 2}), {.axis = 0})(1));
}

TEST_CASE("scans in bool") {
    const nl::array<bool> mask{false, true, false};
    CHECK(nl::all(nl::cumsum<bool>(mask) == nl::array<bool>{false, true, true}));
    CHECK(nl::all(nl::cumprod<bool>(!mask) == nl::array<bool>{true, false, false}));
    CHECK(nl::all(nl::cumsum<bool>(mask(slice(_, _, -1))) == nl::array<bool>{false, true, true}));
    CHECK(nl::all(nl::cumprod<bool>(nl::array<double>{0.5, 2, 0, 1}) == nl::array<bool>{true, true, false, false}));
}

TEMPLATE_TEST_CASE("scans along every axis, of narrow and of wide rows, beside a loop", "", bool, std::int8_t,
                   std::uint16_t, std::int32_t, std::int64_t, float, double, std::complex<float>) {
    using T = TestType;
    const auto check = [](const nl::array<T>& x) {
        const auto loop = [&](int axis, auto first, const auto& combine) {
            nl::array<decltype(first)> y = nl::zeros<decltype(first)>(x.shape());
            const nl::index_t n = x.shape()[axis], step = axis == 0   ? x.shape()[1] * x.shape()[2]
                                                          : axis == 1 ? x.shape()[2]
                                                                      : 1;
            for (nl::index_t i = 0; i < x.size(); ++i) {
                const auto v = static_cast<decltype(first)>(x.data()[i]);
                y.data()[i] = i / step % n == 0 ? v : combine(y.data()[i - step], v);
            }
            return y;
        };
        const auto plus = nl::detail::add_values();
        const auto times = nl::detail::multiply_values();
        for (const int axis : {0, 1, 2}) {
            INFO("axis " << axis << " of " << nl::to_string(nl::dims<>(x.shape())));
            const auto sums = nl::cumsum(x, {.axis = axis}), of_view = nl::cumsum(x.T(), {.axis = 2 - axis});
            const auto products = nl::cumprod(x, {.axis = axis});
            using S = typename decltype(sums)::value_type;
            CHECK(nl::all(sums == loop(axis, S(), plus)));
            CHECK(nl::all(of_view.T() == sums));
            CHECK(nl::all(products == loop(axis, S(), times)));
        }
    };
    targets::on_every([&] {
        for (const auto& shape : {nl::dims<>(2, 3, 5), nl::dims<>(3, 40, 17), nl::dims<>(2, 9, 2100),
                                  nl::dims<>(1, 1, 33), nl::dims<>(7, 16, 1)}) {
            nl::array<T> x = nl::zeros<T>(shape);
            for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = static_cast<T>(std::int8_t(i * 7919 % 11 - 4));
            check(x);
        }
    });
}

TEST_CASE("products of narrow integers wrap") {  // 65535 * 65535 overflows an int
    const nl::array<std::uint16_t> x{65535, 65535};
    CHECK(nl::prod<std::uint16_t>(nl::full<std::uint16_t>({10'000}, std::uint16_t(65535))) == 1);
    CHECK(nl::prod<std::uint16_t>(x, {.axis = 0, .initial = 65535}).item() == 65535);
    CHECK(nl::cumprod<std::uint16_t>(x)(1) == 1);
    CHECK(nl::cumprod<std::int16_t>(nl::array<std::int16_t>{-32768, -32767})(1) == -32768);
}

TEMPLATE_TEST_CASE("a product with an infinite complex factor is infinite however it lies", "", float, double) {
    using complex = std::complex<TestType>;
    const TestType inf = std::numeric_limits<TestType>::infinity();
    const complex factor(2, 1), infinite(inf, 1);
    const complex both(inf, inf);
    const auto same = [&](const complex& got, const complex& expected) { CHECK(got == expected); };
    targets::on_every([&] {
        for (const nl::index_t n : {2, 3, 7, 33, 5000}) {
            nl::array<complex> x = nl::ones<complex>({n, 3});
            x(0, _) = factor;
            x(n - 1, _) = infinite;
            INFO(n << " factors");
            for (nl::index_t i = 0; i < 3; ++i) {
                same(nl::prod(x(_, i)), both);
                same(nl::prod(x, {.axis = 0})(i), both);
                same(nl::prod(nl::array<complex>(x(_, i)), {.axis = 0}).item(), both);
                same(nl::prod(x.T(), {.axis = 1})(i), both);
            }
        }
        // As NumPy's, by the formula for the product of the two.
        same(nl::prod(nl::full({1}, complex(1.5, inf)), {.keepdims = true, .initial = complex(-3, -2)}).item(),
             complex(inf, -inf));
    });
}
