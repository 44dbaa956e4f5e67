#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("extrema along axes are NumPy's, and there is none of nothing") {
    for_each(dtypes<bool, std::int8_t, std::uint64_t, float, double, std::complex<float>>(), []<class T>(T) {
        using axes::nothing;
        axes::check<T, T>(
            "min", [](const auto& x, const auto&, const nl::axes& a) { return nl::min(x, {.axis = a}); }, 0,
            nothing::throws);
        axes::check<T, T>(
            "max", [](const auto& x, const auto&, const nl::axes& a) { return nl::max(x, {.axis = a}); }, 0,
            nothing::throws);
        axes::check<T, T>(
            "nanmin", [](const auto& x, const auto&, const nl::axes& a) { return nl::nanmin(x, {.axis = a}); }, 0,
            nothing::throws);
        axes::check<T, T>(
            "nanmax", [](const auto& x, const auto&, const nl::axes& a) { return nl::nanmax(x, {.axis = a}); }, 0,
            nothing::throws);
        axes::check<T, T>("masked_min", [](const auto& x, const auto& m, const nl::axes& a) {
            return nl::min(x, {.axis = a, .initial = 1, .where = m});
        });
        axes::check<T, T>("masked_max", [](const auto& x, const auto& m, const nl::axes& a) {
            return nl::max(x, {.axis = a, .initial = 1, .where = m});
        });
        if constexpr (!std::is_same_v<T, bool>)
            axes::check<T, T>(
                "ptp", [](const auto& x, const auto&, const nl::axes& a) { return nl::ptp(x, {.axis = a}); }, 0,
                nothing::throws);
    });
}
