#include "numlane/reduce/quantile.hpp"

#include <algorithm>

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("quantiles: one, a list, or those of an array") {
    const nl::array<double> x{{4, 1, 3}, {2, 8, 5}};
    const double one = nl::quantile(x, 0.5);
    CHECK(one == 3.5);
    CHECK(nl::quantile(x, 1) == 8);
    CHECK(nl::percentile(x, 50) == 3.5);
    const nl::array<double> list = nl::quantile(x, {0, 0.5}, {.axis = 1, .keepdims = true});
    REQUIRE(list.shape() == nl::dims<>(2, 2, 1));
    CHECK(list(0, 1, 0) == 2);
    CHECK(list(1, 0, 0) == 3);
    CHECK(nl::quantile(x, {0.5}).shape() == nl::dims<>(1));
    CHECK(nl::nanquantile(x, {0.5, 1}).shape() == nl::dims<>(2));
    CHECK(nl::nanpercentile(x, {0, 50, 100})(2) == 8);
    const nl::array<double> q{{0, 0.25}, {0.5, 1}};
    const auto of_array = nl::quantile(x, q, {.axis = 0});
    REQUIRE(of_array.shape() == nl::dims<>(2, 2, 3));
    CHECK(of_array(1, 1, 1) == 8);
    CHECK(nl::percentile(x, q * 100.0)(0, 1) == nl::quantile(x, 0.25));
    const double whole = nl::quantile(x, 0.5, {.method = nl::quantile_method::lower});
    CHECK(whole == 3);
    CHECK_THROWS_AS(nl::quantile(x, {0.5, 1.5}), nl::error);
    CHECK_THROWS_AS(nl::percentile(x, -1), nl::error);
}

TEST_CASE("quantiles of more axes than an array has are refused by name") {
    nl::dims<> ones = nl::dims<>::with_rank(32);
    for (nl::index_t& extent : ones) extent = 1;
    const nl::array<double> x = nl::ones<double>(ones);
    CHECK(nl::quantile(x, 0.5, {.axis = 0, .keepdims = true}).ndim() == 32);
    CHECK(nl::quantile(x, {0.5, 1}, {.axis = 0}).ndim() == 32);
    CHECK_THROWS_AS(nl::quantile(x, {0.5, 1}, {.axis = 0, .keepdims = true}), nl::shape_error);
    CHECK_THROWS_WITH(nl::nanpercentile(x, nl::array<double>{{0, 1}, {2, 3}}, {.axis = 0}),
                      nl::detail::message({"nanpercentile: quantiles of shape (2, 2) for each result of shape ",
                                           nl::to_string(nl::nanmedian(x, {.axis = 0}).shape()),
                                           " would have 33 axes, but an array has 0 to 32"}));
}

TEST_CASE("medians are of the dtype of the elements, quantiles of float64") {
    const nl::array<float> x{1, 2, 4, 8};
    static_assert(std::is_same_v<decltype(nl::median(x)), float>);
    static_assert(std::is_same_v<decltype(nl::quantile(x, 0.5)), double>);
    CHECK(nl::median(x) == 3.0f);
    CHECK(nl::percentile(x, 25) == 1.75);
}

TEST_CASE("quantiles of integers lie between them, however far apart these are") {
    const double small = nl::percentile(nl::array<std::int8_t>{-100, 100}, 30);
    CHECK(small == Approx(-40));
    constexpr auto least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    const double large = nl::quantile(nl::array<std::int64_t>{least, most}, 0.75);
    CHECK(large == Approx(0.5 * double(most)));
}

TEST_CASE("methods that choose an element give it beside an infinity") {
    using nl::quantile_method;
    constexpr double inf = std::numeric_limits<double>::infinity();
    const nl::array<double> x{1, 2, inf}, four{-inf, 1, 2, inf};
    for (const auto method : {quantile_method::lower, quantile_method::higher, quantile_method::nearest}) {
        CHECK(nl::quantile(x, 0.5, {.method = method}).item() == 2);
        CHECK(nl::quantile(x, 0, {.method = method}).item() == 1);
        CHECK(nl::quantile(x, 1, {.method = method}).item() == inf);
    }
    CHECK(nl::quantile(four, 0.5, {.method = quantile_method::lower}).item() == 1);
    CHECK(nl::quantile(four, 0.1, {.method = quantile_method::lower}).item() == -inf);
    CHECK(nl::quantile(four, 0.9, {.method = quantile_method::higher}).item() == inf);
    CHECK(nl::quantile(four, 0.4, {.method = quantile_method::nearest}).item() == 1);
}

TEST_CASE("the median of complex numbers goes by their real, then by their imaginary parts") {
    using C = std::complex<float>;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const nl::array<C> x{{C(1, 2), C(1, 1), C(0, 5), C(3, 0)}, {C(2, 0), C(1, nan), C(nan, 0), C(5, 2)}};
    const nl::array<C> medians = nl::median(x, {.axis = 1}), numbers = nl::nanmedian(x, {.axis = 1});
    CHECK(medians(0) == C(1, 1.5f));
    CHECK(std::isnan(medians(1).real()));
    CHECK(numbers(0) == C(1, 1.5f));
    CHECK(numbers(1) == C(3.5f, 1));
    CHECK(std::isnan(nl::median(nl::zeros<C>({0})).real()));
    CHECK(nl::median(nl::array<C>{C(-0.0f, 1), C(0.0f, 0), C(-0.0f, -3)}) == C(0, 0));

    // Against sorting, of many that come in several orders.
    nl::array<std::complex<double>> many = nl::zeros<std::complex<double>>({100'001});
    for (nl::index_t i = 0; i < many.size(); ++i) many(i) = {double(i * 7919 % 1000), double(i % 331)};
    const auto compare = [](const auto& a, const auto& b) {
        return a.real() < b.real() || (a.real() == b.real() && a.imag() < b.imag());
    };
    for (int order = 0; order < 3; ++order) {
        nl::array<std::complex<double>> sorted = many;
        std::sort(sorted.begin(), sorted.end(), compare);
        CHECK(nl::median(many) == sorted(50'000));
        if (order == 0) many = sorted;
        else many = nl::array<std::complex<double>>(many(nl::slice(nl::_, nl::_, -1)));
    }
}
