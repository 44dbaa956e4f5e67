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
