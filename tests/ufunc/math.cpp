#include "numlane/ufunc/math.hpp"

#include <random>
#include <vector>

#include "every_target.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc/arithmetic.hpp"
#include "ufunc/ulp.hpp"

namespace {

enum class spacing { even, logarithmic };

template <class T>
nl::array<T> spread(double low, double high, spacing how) {
    nl::array<T> x = nl::zeros<T>({30011});
    std::mt19937_64 bits(42);
    const bool even = how == spacing::even;
    std::uniform_real_distribution<double> between(even ? low : std::log(low), even ? high : std::log(high));
    for (T& value : x) {
        value = T(even ? between(bits) : std::exp(between(bits)));
        if (low > 0 && !even && bits() % 2 == 0 && low < 1e-10) value = -value;
    }
    return x;
}

// Neighbours of every such multiple of pi/2, where sine and cosine lose most digits or come next to 1.
template <class T>
nl::array<T> about_roots(int every = 1) {
    nl::array<T> x = nl::zeros<T>({3 * 24000});
    for (nl::index_t i = 0; i < 24000; ++i) {
        const T root = T((i - 12000) * every * 1.57079632679489661923L);
        x(3 * i) = std::nextafter(root, T(-1e9));
        x(3 * i + 1) = root;
        x(3 * i + 2) = std::nextafter(root, T(1e9));
    }
    return x;
}

/// f is within `bound` ULP of the reference on every target, and its bits are the same on all that have FMA.
template <class T, class F, class Reference>
void check_accuracy(const nl::array<T>& x, double bound, const F& f, const Reference& reference) {
    nl::array<T> fused;
    targets::on_every([&] {
        const nl::array<T> y = f(x);
        double worst = 0;
        T at = 0;
        for (nl::index_t i = 0; i < x.size(); ++i) {
            const double error = ulp::error(y(i), reference(ulp::wider_t<T>(x(i))));
            if (error > worst) worst = error, at = x(i);
        }
        INFO("worst at " << at);
        CHECK(worst <= bound);
        const std::string target = nl::simd::active_target();
        if (target.compare(0, 3, "AVX") != 0) return;
        if (fused.size() == 0) fused = y;
        CHECK(std::memcmp(y.data(), fused.data(), y.nbytes()) == 0);
    });
}

/// f of each x is exactly the y beside it: NaN for NaN, and zeros with their signs.
template <class T, class F>
void check_values(const std::vector<std::pair<T, T>>& pairs, const F& f) {
    nl::array<T> x = nl::zeros<T>({nl::index_t(pairs.size())});
    for (nl::index_t i = 0; i < x.size(); ++i) x(i) = pairs[std::size_t(i)].first;
    targets::on_every([&] {
        const nl::array<T> y = f(x);
        for (nl::index_t i = 0; i < x.size(); ++i) {
            const T expected = pairs[std::size_t(i)].second;
            INFO("of " << x(i) << ": " << y(i) << ", not " << expected);
            CHECK((expected != expected ? y(i) != y(i)
                                        : y(i) == expected && std::signbit(y(i)) == std::signbit(expected)));
        }
    });
}

const auto sine = [](const auto& x) { return nl::sin(x); };
const auto cosine = [](const auto& x) { return nl::cos(x); };
const auto exponential = [](const auto& x) { return nl::exp(x); };
const auto logarithm = [](const auto& x) { return nl::log(x); };
const auto exact_sine = [](auto x) { return std::sin(x); };
const auto exact_cosine = [](auto x) { return std::cos(x); };
const auto exact_exponential = [](auto x) { return std::exp(x); };
const auto exact_logarithm = [](auto x) { return std::log(x); };

template <class T>
struct numbers : std::numeric_limits<T> {
    static constexpr T inf = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
};

}  // namespace

TEMPLATE_TEST_CASE("sin and cos are within 3 ULP, for huge arguments too", "", float, double) {
    using T = TestType;
    const double tiny = double(numbers<T>::denorm_min()), huge = double(numbers<T>::max());
    const double largest = sizeof(T) == 4 ? 3e5 : 1e8;  // with FMA; 39000 without
    for (const auto& x :
         {spread<T>(-largest, largest, spacing::even), spread<T>(largest * 0.999, largest * 1.001, spacing::even),
          about_roots<T>(sizeof(T) == 4 ? 15 : 5303), spread<T>(-39000, 39000, spacing::even),
          spread<T>(-10, 10, spacing::even), spread<T>(38999, 39001, spacing::even),
          spread<T>(tiny * 2, 39000, spacing::logarithmic), spread<T>(39000, huge / 2, spacing::logarithmic),
          about_roots<T>()}) {
        check_accuracy(x, 3, sine, exact_sine);
        check_accuracy(x, 3, cosine, exact_cosine);
    }
}

TEMPLATE_TEST_CASE("sin and cos are never beyond 1", "", float, double) {
    using T = TestType;
    nl::array<T> x = nl::zeros<T>({200'000});
    for (nl::index_t i = 0; i < x.size(); ++i)  // from multiples of pi/2 on, in steps of growing size
        x(i) = T((i % 100) * 1.57079632679489661923L + 1e-10L * std::pow(1.01L, i / 100));
    targets::on_every([&] {
        CHECK(nl::max(nl::abs(nl::sin(x))) <= T(1));
        CHECK(nl::max(nl::abs(nl::cos(x))) <= T(1));
    });
}

TEMPLATE_TEST_CASE("exp is within 1 ULP, from underflow to overflow", "", float, double) {
    using T = TestType;
    const double low = sizeof(T) == 4 ? -104 : -746, high = sizeof(T) == 4 ? 89 : 710;
    for (const auto& x : {spread<T>(low, high, spacing::even), spread<T>(-1, 1, spacing::even),
                          spread<T>(low, low * 0.83, spacing::even), spread<T>(high * 0.98, high, spacing::even),
                          spread<T>(double(numbers<T>::denorm_min()) * 2, 1, spacing::logarithmic)})
        check_accuracy(x, 1, exponential, exact_exponential);
}

TEMPLATE_TEST_CASE("log is within 1 ULP, for denormal numbers too", "", float, double) {
    using T = TestType;
    const double tiny = double(numbers<T>::denorm_min()), least = double(numbers<T>::min());
    for (const auto& x :
         {nl::array<T>(nl::abs(spread<T>(tiny * 2, double(numbers<T>::max()) / 2, spacing::logarithmic))),
          nl::array<T>(nl::abs(spread<T>(tiny * 2, least * 2, spacing::logarithmic))), spread<T>(0.5, 2, spacing::even),
          spread<T>(0.999, 1.001, spacing::even)})
        check_accuracy(x, 1, logarithm, exact_logarithm);
}

TEMPLATE_TEST_CASE("sin, cos, exp and log of special values", "", float, double) {
    using T = TestType;
    constexpr T inf = numbers<T>::inf, nan = numbers<T>::nan, tiny = numbers<T>::denorm_min(), max = numbers<T>::max();
    check_values<T>({{T(0), T(0)}, {-T(0), -T(0)}, {inf, nan}, {-inf, nan}, {nan, nan}, {tiny, tiny}, {-tiny, -tiny}},
                    sine);
    check_values<T>({{T(0), T(1)}, {-T(0), T(1)}, {inf, nan}, {-inf, nan}, {nan, nan}, {tiny, T(1)}}, cosine);
    check_values<T>(
        {{T(0), T(1)}, {-T(0), T(1)}, {inf, inf}, {-inf, T(0)}, {nan, nan}, {tiny, T(1)}, {max, inf}, {-max, T(0)}},
        exponential);
    check_values<T>(
        {{T(0), -inf}, {-T(0), -inf}, {T(1), T(0)}, {inf, inf}, {-inf, nan}, {nan, nan}, {T(-1), nan}, {-tiny, nan}},
        logarithm);
}

TEST_CASE("integers are computed in the float that NumPy takes, 8 bits in float32") {
    static_assert(std::is_same_v<decltype(nl::sin(nl::array<std::int8_t>()))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::sin(nl::array<bool>()))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::exp(nl::array<std::uint16_t>()))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::log(nl::array<std::int32_t>()))::value_type, double>);
    static_assert(std::is_same_v<decltype(nl::cos(nl::array<std::uint64_t>()))::value_type, double>);
    const nl::array<std::int32_t> x{0, 1, 2};
    const nl::array<double> y = nl::exp(x);
    CHECK(y(0) == 1);
    CHECK(ulp::error(y(2), std::exp(2.0L)) <= 1.1);
}
