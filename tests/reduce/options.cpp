#include "numlane/reduce/options.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("lists of axes and of quantiles may be vectors") {
    const nl::array<double> x = nl::array<double>(nl::arange(24.0)).reshape(2, 3, 4);
    const std::vector<int> ends{0, -1}, none;
    const std::vector<nl::index_t> middle{1};
    CHECK(nl::all(nl::sum(x, {.axis = ends}) == nl::sum(x, {.axis = {0, 2}})));
    CHECK(nl::all(nl::mean(x, {.axis = middle, .keepdims = true}) == nl::mean(x, {.axis = 1, .keepdims = true})));
    CHECK(nl::sum(x, {.axis = none}).shape() == x.shape());
    CHECK_THROWS_AS(nl::sum(x, {.axis = std::vector<int>{0, 0}}), nl::index_error);
    CHECK_THROWS_AS(nl::sum(x, {.axis = std::vector<int>(33)}), nl::shape_error);
    const std::vector<double> q{0, 0.5, 1};
    CHECK(nl::all(nl::quantile(x, q) == nl::quantile(x, {0, 0.5, 1})));
    CHECK(nl::percentile(x, std::vector<double>{0, 50}, {.axis = middle}).shape() == nl::dims<>(2, 2, 4));
    CHECK(nl::quantile(x, std::vector<double>()).shape() == nl::dims<>(0));
}

TEST_CASE("an initial value that does not fit is named with the operation") {
    const nl::array<std::uint8_t> x{1, 2};
    using Catch::Matchers::Message;
    CHECK_THROWS_MATCHES(nl::sum(x, {.initial = 1.5}), nl::dtype_error,
                         Message("sum: initial: a floating-point number does not fit uint64"));
    CHECK_THROWS_MATCHES(nl::min(x, {.initial = 300}), nl::dtype_error,
                         Message("min: initial: the integer 300 is out of bounds for uint8"));
    CHECK_THROWS_MATCHES(nl::max(x, {.initial = -1}), nl::dtype_error,
                         Message("max: initial: the integer -1 is out of bounds for uint8"));
    CHECK_THROWS_MATCHES(nl::prod<float>(x, {.initial = std::complex<float>(1)}), nl::dtype_error,
                         Message("prod: initial: a complex number does not fit float32"));
    CHECK(nl::sum<double>(x, {.initial = -1}).item() == 2);
    CHECK(nl::sum(x, {.initial = 2.0}).item() == 5);
    CHECK(nl::min(x, {.initial = 255.0}).item() == 1);
    CHECK_THROWS_AS(nl::min(x, {.initial = 256.0}), nl::dtype_error);
    CHECK_THROWS_AS(nl::max(x, {.initial = -1.0}), nl::dtype_error);
    CHECK_THROWS_AS(nl::sum(x, {.initial = 18446744073709551616.0}), nl::dtype_error);
    CHECK_THROWS_AS(nl::sum(x, {.initial = std::numeric_limits<double>::quiet_NaN()}), nl::dtype_error);
    CHECK(nl::sum(nl::array<std::int8_t>{1}, {.initial = -9223372036854775808.0}).item() ==
          std::numeric_limits<std::int64_t>::min() + 1);
}

TEST_CASE("options can be assigned, and take the mask of the other") {
    const nl::array<double> x{1, 2, 4};
    const nl::array<bool> first{true, false, false}, last{false, false, true};
    nl::reduce_options options{.initial = 10, .where = first};
    CHECK(nl::sum(x, options).item() == 11);
    const nl::reduce_options other{.where = last};
    options = other;
    CHECK(nl::sum(x, options).item() == 4);
    CHECK(first(0));
    options.where = x < 3;
    CHECK(nl::sum(x, options).item() == 3);
    options.where = {};
    CHECK(nl::sum(x, options).item() == 7);
    options = *&options;
    nl::moment_options moments{.where = first};
    moments = {.ddof = 1};
    CHECK(!moments.where.given());
    nl::mean_options means;
    means = {.where = last};
    CHECK(nl::mean(x, means).item() == 4);
}

TEST_CASE("a mask that does not fit is an error where nothing is reduced as well") {
    using Catch::Matchers::Contains;
    const auto x = nl::zeros<double>({0, 3});
    const auto mask = nl::ones<bool>({5});
    const auto names = [](const char* function) { return Contains(std::string(function) + ": where: could not"); };
    CHECK_THROWS_WITH(nl::sum(x, {.where = mask}), names("sum") && Contains("(5,)") && Contains("(0, 3)"));
    CHECK_THROWS_WITH(nl::sum(x, {.axis = 1, .where = mask}), names("sum"));
    CHECK_THROWS_WITH(nl::any(x, {.axis = 0, .where = mask}), names("any"));
    CHECK_THROWS_WITH(nl::var(x, {.axis = 0, .where = mask}), names("var"));
    CHECK_THROWS_WITH(nl::mean(x, {.axis = 0, .where = mask}), names("mean"));
    CHECK_THROWS_WITH(nl::nanmean(x, {.axis = 0, .where = mask}), names("nanmean"));
    CHECK_THROWS_WITH(nl::max(x, {.axis = 0, .initial = 0, .where = mask}), names("max"));
    CHECK(nl::sum(x, {.axis = 0, .where = nl::ones<bool>({3})}).shape() == nl::dims<>(3));
}

TEST_CASE("sums, products, means and averages of real elements in complex dtypes, along axes") {
    using C = std::complex<double>;
    using F = std::complex<float>;
    const nl::array<double> x{{1, 2, 3}, {4, 5, 6}};
    const nl::array<float> narrow(nl::array<float>{{1, 2, 3}, {4, 5, 6}});
    const nl::array<F> z = nl::astype<F>(narrow);
    CHECK(nl::all(nl::sum<C>(x, {.axis = 0}) == nl::array<C>{5, 7, 9}));
    CHECK(nl::all(nl::sum<F>(narrow, {.axis = 1}) == nl::array<F>{6, 15}));
    CHECK(nl::all(nl::sum<C>(z, {.axis = 0}) == nl::array<C>{5, 7, 9}));
    CHECK(nl::all(nl::prod<C>(nl::array<std::int32_t>{{1, 2}, {3, 4}}, {.axis = 0}) == nl::array<C>{3, 8}));
    CHECK(nl::all(nl::mean<C>(x, {.axis = 0}) == nl::array<C>{2.5, 3.5, 4.5}));
    CHECK(nl::average(z, x) == C(91.0 / 21));
    CHECK(std::abs(nl::average(x, z) - C(91.0 / 21)) < 1e-12);
    CHECK(nl::all(nl::average(x, z, {.axis = 0})(nl::slice(0, 1)) == nl::array<C>{17.0 / 5}));
}
