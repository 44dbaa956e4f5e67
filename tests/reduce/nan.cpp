// The functions that pass over NaN, of complex numbers and with masks, by their definition.
#include "numlane/reduce/nan.hpp"

#include <cmath>

#include "every_target.hpp"
#include "numlane/numlane.hpp"

namespace {

using complex = std::complex<double>;

}  // namespace

TEST_CASE("nanmean, nanvar and nanstd of complex numbers, with masks") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    nl::array<complex> x = nl::zeros<complex>({5, 7});
    nl::array<bool> mask = nl::zeros<bool>({5, 7});
    for (nl::index_t i = 0; i < x.size(); ++i) {
        const double t = double(i);
        x.data()[i] = i % 4 == 1 ? complex(nan, t) : i % 9 == 2 ? complex(t, nan) : complex(std::sin(t), t * 0.5);
        mask.data()[i] = i % 3 != 0;
    }
    const auto means = nl::nanmean(x, {.axis = 1, .where = mask});
    const auto vars = nl::nanvar(x, {.axis = 1, .ddof = 1, .keepdims = true, .where = mask});
    const auto deviations = nl::nanstd(x, {.axis = 1, .where = mask});
    static_assert(std::is_same_v<decltype(vars)::value_type, double>);
    REQUIRE(vars.shape() == nl::dims<>(5, 1));
    for (nl::index_t r = 0; r < 5; ++r) {
        complex sum = 0;
        double count = 0, squares = 0;
        const auto taken = [&](nl::index_t c) {
            return mask(r, c) && !std::isnan(x(r, c).real()) && !std::isnan(x(r, c).imag());
        };
        for (nl::index_t c = 0; c < 7; ++c)
            if (taken(c)) sum += x(r, c), count += 1;
        const complex mean = sum / count;
        for (nl::index_t c = 0; c < 7; ++c)
            if (taken(c)) squares += std::norm(x(r, c) - mean);
        INFO("row " << r << " with " << count << " numbers");
        CHECK(std::abs(means(r) - mean) <= 1e-14 * std::abs(mean));
        CHECK(deviations(r) == Approx(std::sqrt(squares / count)));
        if (count > 1) CHECK(vars(r, 0) == Approx(squares / (count - 1)));
        else CHECK(std::isnan(vars(r, 0)));
    }
}

TEST_CASE("var and std of complex numbers, with masks") {
    const nl::array<complex> x{complex(1, 2), complex(3, -1), complex(0, 5), complex(-2, 2)};
    const nl::array<bool> mask{true, true, false, true};
    const double var = nl::var(x, {.ddof = 1, .where = mask}), std = nl::std(x, {.where = mask});
    CHECK(var ==
          Approx((std::norm(complex(1, 2) - complex(2. / 3, 1)) + std::norm(complex(3, -1) - complex(2. / 3, 1)) +
                  std::norm(complex(-2, 2) - complex(2. / 3, 1))) /
                 2));
    CHECK(std == Approx(std::sqrt(var * 2 / 3)));
}

TEST_CASE("nanmean, nanvar and nanstd of integers are mean, var and std") {
    const nl::array<int> i{{1, 2, 3}, {4, 5, 9}};
    const nl::array<bool> mask{true, false, true};
    CHECK(nl::all(nl::nanmean(i, {.axis = 1}) == nl::mean(i, {.axis = 1})));
    CHECK(nl::all(nl::nanvar(i, {.axis = 0, .ddof = 1}) == nl::var(i, {.axis = 0, .ddof = 1})));
    CHECK(nl::all(nl::nanstd(i, {.axis = 1, .where = mask}) == nl::std(i, {.axis = 1, .where = mask})));
    static_assert(std::is_same_v<decltype(nl::nanmean<float>(i)), float>);
    CHECK(nl::nanmean<float>(i) == 4.0f);
    CHECK(nl::nanvar(mask) == nl::var(mask));
}

TEMPLATE_TEST_CASE("nanmin and nanmax along every axis, of rows and columns of all lengths", "", float, double) {
    using T = TestType;
    const T nan = std::numeric_limits<T>::quiet_NaN(), inf = std::numeric_limits<T>::infinity();
    targets::on_every([&] {
        for (const nl::index_t rows : {1, 2, 7, 8, 9, 17, 75, 200})
            for (const nl::index_t columns : {1, 3, 8, 31, 130}) {
                nl::array<T> x = nl::zeros<T>({rows, columns});
                for (nl::index_t i = 0; i < x.size(); ++i) {
                    const nl::index_t hash = nl::index_t(i * 2654435761 % 1009), column = i % columns;
                    x.data()[i] = hash % 3 == 0 ? nan : hash == 1 ? inf : hash == 2 ? -inf : T(hash - 500);
                    if (column == 1) x.data()[i] = nan;                               // nothing but NaN
                    if (column == 2) x.data()[i] = i / columns % 2 == 1 ? nan : inf;  // infinite, not NaN
                }
                for (const bool across : {true, false}) {
                    const nl::view<const T> v = across ? x.as_view() : x.as_view().transpose();
                    const auto least = nl::nanmin(v, {.axis = 0}), most = nl::nanmax(v, {.axis = 0});
                    const auto product = nl::nanmin(v * T(2), {.axis = 0});
                    const auto some = nl::nanmax(v, {.axis = 0, .initial = -inf, .where = v < T(100)});
                    const auto none = nl::nanmin(v, {.axis = 0, .initial = nan});
                    for (nl::index_t c = 0; c < v.shape()[1]; ++c) {
                        T low = nan, high = nan, high_of_some = -inf;
                        for (nl::index_t r = 0; r < v.shape()[0]; ++r) {
                            low = std::fmin(low, v(r, c));
                            high = std::fmax(high, v(r, c));
                            if (v(r, c) < T(100)) high_of_some = std::fmax(high_of_some, v(r, c));
                        }
                        const auto same = [](T a, T b) { return a == b || (a != a && b != b); };
                        if (!same(least(c), low) || !same(most(c), high) || !same(product(c), low * T(2)) ||
                            some(c) != high_of_some || !same(none(c), low))
                            FAIL("column " << c << " of " << rows << " x " << columns << " across: " << across);
                    }
                }
            }
        SUCCEED();
    });
}

TEST_CASE("errors name the function that was called") {
    const nl::array<double> x{{1, 2, 3}, {4, 5, 6}}, none = nl::zeros<double>({0});
    const auto named = [](const auto& call, const char* beginning) {
        try {
            call();
        } catch (const nl::error& e) {
            INFO(e.what());
            CHECK(std::string(e.what()).starts_with(beginning));
            return;
        }
        FAIL("nothing was thrown by " << beginning);
    };
    named([&] { nl::nanmin(none); }, "nanmin: an array of shape (0,) has no element");
    named([&] { nl::nanmax(none); }, "nanmax: an array of shape (0,) has no element");
    named([&] { nl::nanmax(nl::zeros<int>({0})); }, "nanmax: an array");
    named([&] { nl::nanmin(x, {.axis = 2}); }, "nanmin: axis 2 is out of bounds for shape (2, 3)");
    named([&] { nl::nanmax(x, {.where = x > 1}); }, "nanmax: where needs initial");
    named([&] { nl::nanmin(nl::array<int>{1}, {.initial = 1.5}); }, "nanmin: initial: ");
    named([&] { nl::nansum(x, {.axis = 2}); }, "nansum: axis 2");
    named([&] { nl::nanprod(x, {.axis = {0, 0}}); }, "nanprod: axis (0, 0)");
    named([&] { nl::nancumsum(x, {.axis = 2}); }, "nancumsum: axis 2");
    named([&] { nl::nancumprod(x, {.axis = {0, 1}}); }, "nancumprod: ");
    named([&] { nl::ptp(x, {.axis = 2}); }, "ptp: axis 2");
    const nl::array<int> i{{1, 2, 3}, {4, 5, 6}};
    const nl::array<bool> narrow{true, false};
    named([&] { nl::nanmean(i, {.axis = 2}); }, "nanmean: axis 2 is out of bounds for shape (2, 3)");
    named([&] { nl::nanmean(i, {.where = narrow}); }, "nanmean: where: could not broadcast from shape (2,)");
    named([&] { nl::nanvar(i, {.axis = {0, 0}}); }, "nanvar: axis (0, 0) repeats an axis");
    named([&] { nl::nanvar(i, {.where = narrow}); }, "nanvar: where: could not broadcast");
    named([&] { nl::nanstd(i, {.axis = -3}); }, "nanstd: axis -3 is out of bounds for shape (2, 3)");
    named([&] { nl::nanmin(i, {.axis = 2}); }, "nanmin: axis 2");
    named([&] { nl::nanargmax(i, {.axis = 2}); }, "nanargmax: axis 2");
    named([&] { nl::nansum(i, {.axis = 2}); }, "nansum: axis 2");
    named([&] { nl::nanmedian(i, {.axis = 2}); }, "nanmedian: axis 2");
    named([&] { nl::average(x, {.axis = 2}); }, "average: axis 2 is out of bounds for shape (2, 3)");
    named([&] { nl::average(x, x, {.axis = 2}); }, "average: axis 2 is out of bounds for shape (2, 3)");
    named([&] { nl::ptp(none, {.axis = 0}); }, "ptp: an array of shape (0,)");
}

TEST_CASE("the places of extrema beside NaN and infinities") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    const nl::array<double> x{
        {3, nan, 1, 2}, {-inf, nan, 0, nan}, {nan, inf, inf, 5}, {4, 3, 2, 1}, {nan, inf, nan, nan}};
    CHECK(nl::all(nl::nanargmin(x, {.axis = 1}) == nl::array<std::int64_t>{2, 0, 3, 3, 0}));  // as NumPy: NaN is inf
    CHECK(nl::all(nl::nanargmax(x, {.axis = 1}) == nl::array<std::int64_t>{0, 2, 1, 0, 1}));
    CHECK(nl::nanargmin(x) == 4);
    CHECK(nl::nanargmax(x) == 9);
    CHECK(nl::nanargmin(nl::array<double>{inf, inf}) == 0);
    CHECK_THROWS_AS(nl::nanargmin(nl::array<double>{{1, 2}, {nan, nan}}, {.axis = 1}), nl::error);
}
