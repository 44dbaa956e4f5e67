#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("the indices of extrema along an axis are NumPy's, and there is none of nothing") {
    for_each(dtypes<bool, std::int8_t, std::int32_t, double, std::complex<float>, std::complex<double>>(),
             []<class T>(T) {
                 using axes::nothing;
                 axes::check<std::int64_t, T>(
                     "argmin", [](const auto& x, const auto&, const nl::axes& a) { return nl::argmin(x, {.axis = a}); },
                     0, nothing::throws);
                 axes::check<std::int64_t, T>(
                     "argmax", [](const auto& x, const auto&, const nl::axes& a) { return nl::argmax(x, {.axis = a}); },
                     0, nothing::throws);
             });
}

TEST_CASE("any, all and count_nonzero along axes are NumPy's") {
    for_each(dtypes<bool, float, std::complex<double>>(), []<class T>(T) {
        axes::check<bool, T>("any",
                             [](const auto& x, const auto&, const nl::axes& a) { return nl::any(x, {.axis = a}); });
        axes::check<bool, T>(
            "all", [](const auto& x, const auto& m, const nl::axes& a) { return nl::all(x, {.axis = a, .where = m}); });
        axes::check<std::int64_t, T>("count_nonzero", [](const auto& x, const auto&, const nl::axes& a) {
            return nl::count_nonzero(x, {.axis = a});
        });
    });
}
