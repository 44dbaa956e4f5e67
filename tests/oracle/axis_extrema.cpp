#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("extrema along axes are NumPy's, and there is none of nothing") {
    for_each(dtypes<bool, std::int8_t, std::uint64_t, float, double, std::complex<float>>(), []<class T>(T) {
        using axes::options;
        axes::check<T, T>("min", [](const auto& x, const options& o) {
            return nl::min(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<T, T>("max", [](const auto& x, const options& o) {
            return nl::max(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<T, T>("nanmin", [](const auto& x, const options& o) {
            return nl::nanmin(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<T, T>("nanmax", [](const auto& x, const options& o) {
            return nl::nanmax(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<T, T>("masked_min", [](const auto& x, const options& o) {
            return nl::min(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 1, .where = o.where});
        });
        axes::check<T, T>("masked_max", [](const auto& x, const options& o) {
            return nl::max(x, {.axis = o.axis, .keepdims = o.keepdims, .initial = 1, .where = o.where});
        });
        if constexpr (!std::is_same_v<T, bool>)
            axes::check<T, T>("ptp", [](const auto& x, const options& o) {
                return nl::ptp(x, {.axis = o.axis, .keepdims = o.keepdims});
            });
    });
}
