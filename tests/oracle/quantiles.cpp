#include "oracle/axes.hpp"
#include "oracle/samples.hpp"

using namespace oracle;

TEST_CASE("medians are NumPy's") {
    for_each(dtypes<std::int32_t, std::uint64_t, float, double, std::complex<double>>(), [&]<class T>(T) {
        using F = std::conditional_t<std::is_integral_v<T>, double, T>;
        samples::check<F, T>("median",
                             [](const auto& x, int axis) { return nl::median(x, {.axis = samples::all_or(axis)}); });
    });
}

TEST_CASE("quantiles by every method, and averages, are NumPy's") {
    const char* const methods[] = {"inverted_cdf",
                                   "averaged_inverted_cdf",
                                   "closest_observation",
                                   "interpolated_inverted_cdf",
                                   "hazen",
                                   "weibull",
                                   "linear",
                                   "median_unbiased",
                                   "normal_unbiased",
                                   "lower",
                                   "higher",
                                   "midpoint",
                                   "nearest"};
    for_each(dtypes<std::int32_t, float, double>(), [&]<class T>(T) {
        for (int m = 0; m < 13; ++m) {
            samples::check<double, T>(methods[m], [&](const auto& x, int axis) {
                return nl::quantile(x, {0, 0.1, 0.25, 0.5, 0.77, 0.99, 1},
                                    {.axis = samples::all_or(axis), .method = nl::quantile_method(m)});
            });
        }
        for (const auto method : {nl::quantile_method::weibull, nl::quantile_method::linear}) {
            samples::check<double, T>(std::string(methods[int(method)]) + "_percentile", [&](const auto& x, int axis) {
                return nl::percentile(x, {0, 12.5, 66.6, 100}, {.axis = samples::all_or(axis), .method = method});
            });
        }
        using A = nl::detail::average_t<T, double>;
        samples::check<A, T>(
            "average",
            [](const auto& x, int axis) {
                return nl::average(x, nl::arange(1.0, double(x.shape(axis)) + 1), {.axis = axis});
            },
            64);
        samples::check<A, T>("average_weights", [](const auto& x, int axis) {
            return nl::average_returned(x, nl::arange(1.0, double(x.shape(axis)) + 1), {.axis = axis}).sum_of_weights;
        });
    });
}

TEST_CASE("medians, quantiles and averages along several axes are NumPy's") {
    using axes::options;
    for_each(dtypes<std::int32_t, double>(), []<class T>(T) {
        axes::check<double, T>("median", [](const auto& x, const options& o) {
            return nl::median(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<double, T>("quantile", [](const auto& x, const options& o) {
            return nl::quantile(x, {0, 0.1, 0.5, 1}, {.axis = o.axis, .keepdims = o.keepdims});
        });
        const nl::array<double> table{{0, 12.5}, {66.6, 100}};
        axes::check<double, T>("percentile", [&](const auto& x, const options& o) {
            return nl::percentile(x, table, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<double, T>("average", [](const auto& x, const options& o) {
            return nl::average(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<double, T>("weighted_average", [](const auto& x, const options& o) {
            const nl::array<double> weights = o.where + 1.0;
            return nl::average(x, weights, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<double, T>("sum_of_weights", [](const auto& x, const options& o) {
            const nl::array<double> weights = o.where + 1.0;
            return nl::average_returned(x, weights, {.axis = o.axis, .keepdims = o.keepdims}).sum_of_weights;
        });
    });
    axes::check<double, float>("nearest_percentile", [](const auto& x, const options& o) {
        return nl::percentile(x, 30, {.axis = o.axis, .method = nl::quantile_method::nearest, .keepdims = o.keepdims});
    });
    axes::check<double, double>(
        "of_nan_nanquantile",
        [](const auto& x, const options& o) {
            return nl::nanquantile(x, {0, 0.1, 0.5, 1}, {.axis = o.axis, .keepdims = o.keepdims});
        },
        0, axes::small);
    axes::check<double, double>(
        "of_nan_nanpercentile",
        [](const auto& x, const options& o) {
            return nl::nanpercentile(x, 66.6, {.axis = o.axis, .keepdims = o.keepdims});
        },
        0, axes::small);
}
