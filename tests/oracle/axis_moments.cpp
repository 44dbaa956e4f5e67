#include "oracle/axes.hpp"

using namespace oracle;

namespace {

// Of values of 1 and -1 the products do not round.
template <class T>
nl::array<T> signs(const nl::view<T>& x) {
    const auto mirrored = x(nl::ellipsis, nl::slice(nl::_, nl::_, -1));
    return nl::where(x == mirrored, nl::full<T>({1}, T(1)), nl::full<T>({1}, T(-1)));
}

}  // namespace

TEST_CASE("products along axes are NumPy's, masked or not") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using axes::options;
        using S = decltype(nl::sum(nl::array<T>()));
        axes::check<S, T>("prod", [](const auto& x, const options& o) {
            return nl::prod(signs(x), {.axis = o.axis, .keepdims = o.keepdims});
        });
        axes::check<S, T>("masked_prod", [](const auto& x, const options& o) {
            return nl::prod(signs(x), {.axis = o.axis, .keepdims = o.keepdims, .initial = 3, .where = o.where});
        });
        if constexpr (!nl::is_complex_v<T>) {
            using D = std::conditional_t<std::is_integral_v<T>, std::int8_t, double>;
            axes::check<D, T>("prod_as", [](const auto& x, const options& o) {
                return nl::prod<D>(signs(x), {.axis = o.axis, .keepdims = o.keepdims, .initial = 3});
            });
        }
    });
}

TEST_CASE("variances along axes are NumPy's to the last bits, those of masked elements too") {
    for_each(dtypes<std::int32_t, float, std::complex<double>>(), []<class T>(T) {
        using axes::options;
        using F = nl::real_t<decltype(nl::mean(nl::array<T>()))>;
        constexpr double epsilons = sizeof(F) == 4 ? 4 * 0x1p29 : 4;  // of float32's in units of float64's
        axes::check<double, T>(
            "var",
            [](const auto& x, const options& o) {
                return nl::var(x, {.axis = o.axis, .ddof = 1, .keepdims = o.keepdims});
            },
            epsilons);
        axes::check<double, T>(
            "masked_var",
            [](const auto& x, const options& o) {
                return nl::var(x, {.axis = o.axis, .ddof = 1, .keepdims = o.keepdims, .where = o.where});
            },
            epsilons);
        axes::check<double, T>(
            "std", [](const auto& x, const options& o) { return nl::std(x, {.axis = o.axis, .keepdims = o.keepdims}); },
            epsilons);
        axes::check<double, T>(
            "masked_std",
            [](const auto& x, const options& o) {
                return nl::std(x, {.axis = o.axis, .keepdims = o.keepdims, .where = o.where});
            },
            epsilons);
        if constexpr (std::is_same_v<T, float>)
            axes::check<double, T>(
                "var",
                [](const auto& x, const options& o) {
                    return nl::var<double>(x, {.axis = o.axis, .ddof = 1, .keepdims = o.keepdims});
                },
                4);
    });
}
