#include "oracle/axes.hpp"
#include "oracle/samples.hpp"

using namespace oracle;

TEST_CASE("scans are NumPy's, bit for bit, whatever the strides") {
    for_each(dtypes<bool, std::int32_t, std::uint64_t, float, double, std::complex<double>>(), []<class T>(T) {
        using S = decltype(nl::prod(nl::array<T>()));
        samples::check<S, T>("cumsum",
                             [](const auto& x, int axis) { return nl::cumsum(x, {.axis = samples::all_or(axis)}); });
        samples::check<S, T>("cumprod",
                             [](const auto& x, int axis) { return nl::cumprod(x, {.axis = samples::all_or(axis)}); });
        samples::check<S, T>("cumsum", [](const auto& x, int axis) {  // of Fortran's order
            const nl::array<T> turned = x.T();
            return nl::cumsum(turned.T(), {.axis = samples::all_or(axis)});
        });
    });
}

TEST_CASE("scans of views in another dtype are NumPy's") {
    using axes::options;
    for_each(dtypes<std::int32_t, float>(), []<class T>(T) {
        using D = std::conditional_t<std::is_integral_v<T>, std::int8_t, double>;
        axes::check<D, T>(
            "cumsum_as", [](const auto& x, const options& o) { return nl::cumsum<D>(x, {.axis = o.axis}); }, 0,
            axes::small);
        axes::check<D, T>(
            "cumprod_as", [](const auto& x, const options& o) { return nl::cumprod<D>(x, {.axis = o.axis}); }, 0,
            axes::small);
    });
    axes::check<double, float>(
        "of_nan_nancumsum", [](const auto& x, const options& o) { return nl::nancumsum<double>(x, {.axis = o.axis}); },
        0, axes::small);
    axes::check<double, float>(
        "of_nan_nancumprod",
        [](const auto& x, const options& o) { return nl::nancumprod<double>(x, {.axis = o.axis}); }, 0, axes::small);
}

TEST_CASE("differences, integrals and slopes are NumPy's") {
    for_each(dtypes<bool, std::int32_t, std::uint64_t, float, double, std::complex<double>>(), []<class T>(T) {
        samples::check<T, T>("diff", [](const auto& x, int axis) { return nl::diff(x, 1, axis); });
        if constexpr (!std::is_same_v<T, bool>) {
            samples::check<T, T>("diff2", [](const auto& x, int axis) { return nl::diff(x, 2, axis); });
            samples::check<T, T>("diff_ends",
                                 [](const auto& x, int axis) { return nl::diff(x, 1, axis, 3, nl::flip(x)); });
            samples::check<T, T>("diff0_ends",
                                 [](const auto& x, int axis) { return nl::diff(x, 0, axis, 3, nl::flip(x)); });
        }
    });
    for_each(dtypes<std::int32_t, float, double>(), []<class T>(T) {
        using F = decltype(nl::mean(nl::array<T>()));
        samples::check<F, T>("trapezoid", [](const auto& x, int axis) { return nl::trapezoid(x, 0.5, axis); }, 64);
        samples::check<F, T>("gradient", [](const auto& x, int axis) { return nl::gradient(x, 2.0, axis); });
        samples::check<T, T>("ediff1d", [](const auto& x, int axis) { return nl::ediff1d(x, {T(axis), 7}, 3); });
        const auto points = [](const auto& x, int axis) {
            const auto i = nl::arange(x.shape(axis));
            return nl::array<double>(i * i * 0.25 + i);
        };
        for (const int order : {1, 2}) {
            const std::string end = "_" + std::to_string(order);
            samples::check<F, T>("gradient" + end,
                                 [&](const auto& x, int axis) { return nl::gradient(x, 0.75, axis, order); });
            // For float32, NumPy's ends are in float32 or float64, by the number of axes; here all is in float64.
            samples::check<F, T>(
                "gradient_points" + end,
                [&](const auto& x, int axis) { return nl::gradient(x, points(x, axis), axis, order); },
                std::is_same_v<T, float> ? 8 : 0);
        }
    });
}
