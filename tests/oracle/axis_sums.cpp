#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("sums and products along axes are NumPy's, masked or not") {
    for_each(dtypes<bool, std::int8_t, std::uint64_t, float, std::complex<double>>(), []<class T>(T) {
        using S = decltype(nl::sum(nl::array<T>()));
        axes::check<S, T>("sum", [](const auto& x, const auto&, const nl::axes& a) { return nl::sum(x, {.axis = a}); });
        axes::check<S, T>("masked_sum", [](const auto& x, const auto& m, const nl::axes& a) {
            return nl::sum(x, {.axis = a, .initial = 7, .where = m});
        });
    });
}

// NumPy multiplies complex numbers by the inverse of the count, which rounds once more.
TEST_CASE("means along axes are NumPy's, masked or not") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using F = decltype(nl::mean(nl::array<T>()));
        axes::check<F, T>(
            "mean", [](const auto& x, const auto&, const nl::axes& a) { return nl::mean(x, {.axis = a}); },
            nl::is_complex_v<T> ? 4 : 0);
        axes::check<F, T>(
            "masked_mean",
            [](const auto& x, const auto& m, const nl::axes& a) { return nl::mean(x, {.axis = a, .where = m}); },
            nl::is_complex_v<T> ? 4 : 0);
    });
}
