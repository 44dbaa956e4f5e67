#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("sums and products along axes are NumPy's, masked or not") {
    for_each(dtypes<bool, std::int8_t, std::uint64_t, float, std::complex<double>>(), []<class T>(T) {
        using axes::options;
        using S = decltype(nl::sum(nl::array<T>()));
        axes::check<S, T>("sum", [](const auto& x, const options& o) {
            return nl::sum(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<S, T>("masked_sum", [](const auto& x, const options& o) {
            return nl::sum(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 7, .where = o.where});
        });
    });
}

// NumPy multiplies complex numbers by the inverse of the count, which rounds once more.
TEST_CASE("means along axes are NumPy's, masked or not") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using axes::options;
        using F = decltype(nl::mean(nl::array<T>()));
        axes::check<F, T>(
            "mean",
            [](const auto& x, const options& o) { return nl::mean(x, {.axis = o.axis, .keepdims = o.keepdims}); },
            nl::is_complex_v<T> ? 4 : 0);
        axes::check<F, T>(
            "masked_mean",
            [](const auto& x, const options& o) {
                return nl::mean(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
            },
            nl::is_complex_v<T> ? 4 : 0);
    });
}

TEST_CASE("sums and means in another dtype are NumPy's") {
    for_each(dtypes<std::int32_t, float>(), []<class T>(T) {
        using axes::options;
        using D = std::conditional_t<std::is_integral_v<T>, std::int8_t, double>;
        axes::check<D, T>("sum_as", [](const auto& x, const options& o) {
            return nl::sum<D>(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        using F = std::conditional_t<std::is_integral_v<T>, float, double>;
        axes::check<F, T>("mean_as", [](const auto& x, const options& o) {
            return nl::mean<F>(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
    });
    axes::check<bool, float>("sum_as_bool", [](const auto& x, const axes::options& o) {
        return nl::sum<bool>(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
    });
    axes::check<bool, float>("prod_as_bool", [](const auto& x, const axes::options& o) {
        return nl::prod<bool>(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
    });
}
