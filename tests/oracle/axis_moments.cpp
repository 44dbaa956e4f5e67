#include "oracle/axes.hpp"

using namespace oracle;

TEST_CASE("products along axes are NumPy's") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using S = decltype(nl::sum(nl::array<T>()));
        axes::check<S, T>("prod", [](const auto& x, const auto&, const nl::axes& a) {
            const auto mirrored = x(nl::ellipsis, nl::slice(nl::_, nl::_, -1));
            const nl::array<T> ones = nl::where(x == mirrored, nl::full<T>({1}, T(1)), nl::full<T>({1}, T(-1)));
            return nl::prod(ones, {.axis = a});
        });
    });
}

namespace {

// The bound of float32's results in units of float64's.
template <class F>
constexpr double epsilons = sizeof(F) == 4 ? 4 * 0x1p29 : 4;

}  // namespace

TEST_CASE("variances along axes are NumPy's to the last bits, those of masked elements too") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using F = nl::real_t<decltype(nl::mean(nl::array<T>()))>;
        axes::check<double, T>(
            "var", [](const auto& x, const auto&, const nl::axes& a) { return nl::var(x, {.axis = a, .ddof = 1}); },
            epsilons<F>);
        axes::check<double, T>(
            "masked_std",
            [](const auto& x, const auto& m, const nl::axes& a) { return nl::std(x, {.axis = a, .where = m}); },
            epsilons<F>);
    });
}
