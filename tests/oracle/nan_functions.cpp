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
