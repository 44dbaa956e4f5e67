#include "oracle/axes.hpp"
#include "oracle/samples.hpp"

using namespace oracle;
using samples::all_or;

TEST_CASE("the functions that leave NaN out are NumPy's") {
    for_each(dtypes<float, double>(), []<class T>(T) {
        samples::check<double, T>(
            "of_nan_nansum", [](const auto& x, int axis) { return nl::nansum<double>(x, {.axis = all_or(axis)}); }, 64);
        samples::check<double, T>(
            "of_nan_nanprod", [](const auto& x, int axis) { return nl::nanprod<double>(x, {.axis = all_or(axis)}); },
            64);
        samples::check<double, T>(
            "of_nan_nanmean", [](const auto& x, int axis) { return nl::nanmean<double>(x, {.axis = all_or(axis)}); },
            64);
        samples::check<double, T>(
            "of_nan_nanvar", [](const auto& x, int axis) { return nl::nanvar<double>(x, {.axis = all_or(axis)}); }, 64);
        samples::check<double, T>(
            "of_nan_nanstd", [](const auto& x, int axis) { return nl::nanstd<double>(x, {.axis = all_or(axis)}); }, 64);
        samples::check<T, T>("of_nan_nanmin",
                             [](const auto& x, int axis) { return nl::nanmin(x, {.axis = all_or(axis)}); });
        samples::check<T, T>("of_nan_nanmax",
                             [](const auto& x, int axis) { return nl::nanmax(x, {.axis = all_or(axis)}); });
        samples::check<std::int64_t, T>(
            "of_nan_nanargmin", [](const auto& x, int axis) { return nl::nanargmin(x, {.axis = all_or(axis)}); });
        samples::check<std::int64_t, T>(
            "of_nan_nanargmax", [](const auto& x, int axis) { return nl::nanargmax(x, {.axis = all_or(axis)}); });
        samples::check<T, T>("of_nan_nancumsum",
                             [](const auto& x, int axis) { return nl::nancumsum(x, {.axis = all_or(axis)}); });
        samples::check<T, T>("of_nan_nancumprod",
                             [](const auto& x, int axis) { return nl::nancumprod(x, {.axis = all_or(axis)}); });
        samples::check<T, T>("of_nan_nanmedian",
                             [](const auto& x, int axis) { return nl::nanmedian(x, {.axis = all_or(axis)}); });
        samples::check<T, T>("of_nan_median",
                             [](const auto& x, int axis) { return nl::median(x, {.axis = all_or(axis)}); });
        // By a method that does not interpolate, for there are infinities.
        samples::check<double, T>("of_nan_nanpercentile", [](const auto& x, int axis) {
            return nl::nanpercentile(x, {0, 12.5, 66.6, 100},
                                     {.axis = all_or(axis), .method = nl::quantile_method::higher});
        });
        // NumPy 1.24 interpolates between an infinity and itself, which is NaN; along an axis, it rounds to float32.
        samples::check<double, T>(
            "of_nan_nanquantile",
            [](const auto& x, int axis) {
                const auto finite = nl::where(x == std::numeric_limits<T>::infinity(), T(3), x);
                return nl::nanquantile(finite, 0.4, {.axis = all_or(axis)});
            },
            sizeof(T) == 4 ? 0x1p31 : 4);
    });
}

TEST_CASE("the functions that leave NaN out are NumPy's along axes, masked or not") {
    for_each(dtypes<float, double>(), []<class T>(T) {
        using axes::options;
        axes::check<T, T>("of_nan_nansum", [](const auto& x, const options& o) {
            return nl::nansum(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 7, .where = o.where});
        });
        axes::check<T, T>("of_nan_nanprod", [](const auto& x, const options& o) {
            const nl::array<T> ones = x / nl::abs(x);  // whose products do not round
            return nl::nanprod(ones, {.axis = o.axis, .keepdims = o.keepdims, .initial = 3, .where = o.where});
        });
        axes::check<T, T>("of_nan_nanmean", [](const auto& x, const options& o) {
            return nl::nanmean(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
        });
        constexpr double epsilons = sizeof(T) == 4 ? 4 * 0x1p29 : 4;  // of float32's in units of float64's
        axes::check<double, T>(
            "of_nan_nanvar",
            [](const auto& x, const options& o) {
                return nl::nanvar(x, {.axis = o.axis, .ddof = 1, .keepdims = o.keepdims, .where = o.where});
            },
            epsilons);
        axes::check<double, T>(
            "of_nan_nanstd",
            [](const auto& x, const options& o) {
                return nl::nanstd(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
            },
            epsilons);
        axes::check<T, T>("of_nan_nanmin", [](const auto& x, const options& o) {
            return nl::nanmin(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 1, .where = o.where});
        });
        axes::check<T, T>("of_nan_nanmax", [](const auto& x, const options& o) {
            return nl::nanmax(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 1, .where = o.where});
        });
        axes::check<std::int64_t, T>("of_nan_nanargmin", [](const auto& x, const options& o) {
            return nl::nanargmin(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<std::int64_t, T>("of_nan_nanargmax", [](const auto& x, const options& o) {
            return nl::nanargmax(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<T, T>(
            "of_nan_nanmedian",
            [](const auto& x, const options& o) { return nl::nanmedian(x, {.axis = o.axis, .keepdims = o.keepdims}); },
            0, axes::small);
    });
}
