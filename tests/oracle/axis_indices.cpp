#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("the indices of extrema along an axis are NumPy's, and there is none of nothing") {
    for_each(dtypes<bool, std::int8_t, std::int32_t, double, std::complex<float>, std::complex<double>>(),
             []<class T>(T) {
                 using axes::options;
                 axes::check<std::int64_t, T>("argmin", [](const auto& x, const options& o) {
                     return nl::argmin(x, {.axis = o.axis, .keepdims = o.keepdims});
                 });
                 axes::check<std::int64_t, T>("argmax", [](const auto& x, const options& o) {
                     return nl::argmax(x, {.axis = o.axis, .keepdims = o.keepdims});
                 });
             });
}

TEST_CASE("any, all and count_nonzero along axes are NumPy's, masked or not") {
    for_each(dtypes<bool, float, std::complex<double>>(), []<class T>(T) {
        using axes::options;
        axes::check<bool, T>("any", [](const auto& x, const options& o) {
            return nl::any(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<bool, T>("all", [](const auto& x, const options& o) {
            return nl::all(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<bool, T>("masked_any", [](const auto& x, const options& o) {
            return nl::any(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
        });
        axes::check<bool, T>("masked_all", [](const auto& x, const options& o) {
            return nl::all(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
        });
        axes::check<std::int64_t, T>("count_nonzero", [](const auto& x, const options& o) {
            return nl::count_nonzero(x, {.axis = o.axis, .keepdims = o.keepdims});
        });
    });
}
