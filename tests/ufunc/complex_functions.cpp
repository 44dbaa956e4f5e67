#include <complex>
#include <random>

#include "every_target.hpp"
#include "numlane/ufunc.hpp"
#include "ufunc/ulp.hpp"

namespace {

template <class T>
constexpr T special_parts[] = {0,
                               -T(0),
                               1,
                               T(-2.5),
                               std::numeric_limits<T>::denorm_min(),
                               std::numeric_limits<T>::max(),
                               T(sizeof(T) == 4 ? 88.9 : 709.9),  // e^x is infinite, e^x cos(y) may be finite
                               T(sizeof(T) == 4 ? -100 : -740),   // e^x is no normal number
                               T(2e8),                            // too large an angle for the polynomials
                               std::numeric_limits<T>::infinity(),
                               -std::numeric_limits<T>::infinity(),
                               std::numeric_limits<T>::quiet_NaN()};

template <class T>
nl::array<std::complex<T>> special_numbers() {
    constexpr nl::index_t n = std::size(special_parts<T>);
    nl::array<std::complex<T>> z = nl::zeros<std::complex<T>>({n, n});
    for (nl::index_t i = 0; i < n; ++i)
        for (nl::index_t k = 0; k < n; ++k) z(i, k) = {special_parts<T>[i], special_parts<T>[k]};
    return z;
}

template <class T>
bool same_or_nan(T got, T expected) {
    return got != got ? expected != expected : got == expected && std::signbit(got) == std::signbit(expected);
}

/// f of every number is what the C library says, NaN for NaN and zeros with their signs.
template <class T, class F, class Reference>
void check_library(const nl::array<std::complex<T>>& z, const F& f, const Reference& reference) {
    targets::on_every([&] {
        const nl::array<std::complex<T>> y = f(z);
        for (nl::index_t i = 0; i < z.size(); ++i) {
            const std::complex<T> of = z.data()[i], got = y.data()[i], expected = reference(of);
            INFO("of " << of << ": " << got << ", not " << expected);
            CHECK((same_or_nan(got.real(), expected.real()) && same_or_nan(got.imag(), expected.imag())));
        }
    });
}

NUMLANE_KERNEL(root_of_exp, (auto z), { return sqrt(exp(z)); })

}  // namespace

TEMPLATE_TEST_CASE("each part of exp of complex numbers is within 5 ULP", "", float, double) {
    using T = TestType;
    using wide = ulp::wider_t<T>;
    nl::array<std::complex<T>> z = nl::zeros<std::complex<T>>({40003});
    const double plain = sizeof(T) == 4 ? 87 : 708;
    std::mt19937_64 bits(7);
    std::uniform_real_distribution<double> size(-plain, plain), angle(-39000, 39000), small(-7, 7);
    for (nl::index_t i = 0; i < z.size(); ++i) {
        const double root = std::floor(small(bits) * 1000) * 1.5707963267948966;  // of sine or cosine
        z(i) = {T(size(bits)), T(i % 3 == 0 ? angle(bits) : i % 3 == 1 ? small(bits) : root)};
    }
    nl::array<std::complex<T>> fused;
    targets::on_every([&] {
        const nl::array<std::complex<T>> y = nl::exp(z);
        double worst = 0;
        std::complex<T> at;
        for (nl::index_t i = 0; i < z.size(); ++i) {
            const wide radius = std::exp(wide(z(i).real())), turn = wide(z(i).imag());
            const double error = std::max(ulp::error(y(i).real(), wide(radius * std::cos(turn))),
                                          ulp::error(y(i).imag(), wide(radius * std::sin(turn))));
            if (error > worst) worst = error, at = z(i);
        }
        INFO("worst at " << at.real() << ", " << at.imag());
        CHECK(worst <= 5);
        CHECK(worst > 0);
        if (std::string(nl::simd::active_target()).compare(0, 3, "AVX") != 0) return;
        if (fused.size() == 0) fused = y;
        CHECK(std::memcmp(y.data(), fused.data(), y.nbytes()) == 0);
    });
}

#ifdef __GLIBC__  // musl's overflows where the parts of the result do not
TEMPLATE_TEST_CASE("exp of special complex numbers is the C library's", "", float, double) {
    using T = TestType;
    const nl::array<std::complex<T>> all = special_numbers<T>();
    targets::on_every([&] {
        const nl::array<std::complex<T>> y = nl::exp(all);
        for (nl::index_t i = 0; i < all.size(); ++i) {
            const std::complex<T> z = all.data()[i], got = y.data()[i], expected = std::exp(z);
            INFO("of " << z << ": " << got << ", not " << expected);
            if (std::fabs(z.real()) < 3 && std::fabs(z.imag()) < 1000) {  // of the polynomials
                CHECK(ulp::error(got.real(), ulp::wider_t<T>(expected.real())) <= 6);
                CHECK(ulp::error(got.imag(), ulp::wider_t<T>(expected.imag())) <= 6);
                CHECK(std::signbit(got.imag()) == std::signbit(expected.imag()));
            } else {
                CHECK((same_or_nan(got.real(), expected.real()) && same_or_nan(got.imag(), expected.imag())));
            }
        }
    });
}
#endif

#ifndef _LIBCPP_VERSION  // whose functions of complex numbers are its own
TEMPLATE_TEST_CASE("sqrt, log, sin and cos of complex numbers are the C library's", "", float, double) {
    using T = TestType;
    using C = std::complex<T>;
    nl::array<C> z = nl::zeros<C>({1003});
    std::mt19937_64 bits(8);
    std::normal_distribution<double> part(0, 3);
    for (C& value : z) value = {T(part(bits)), T(part(bits))};
    for (const nl::array<C>& numbers : {special_numbers<T>(), z}) {
        check_library(numbers, [](const auto& x) { return nl::sqrt(x); }, [](C x) { return std::sqrt(x); });
        check_library(numbers, [](const auto& x) { return nl::log(x); }, [](C x) { return std::log(x); });
        check_library(numbers, [](const auto& x) { return nl::sin(x); }, [](C x) { return std::sin(x); });
        check_library(numbers, [](const auto& x) { return nl::cos(x); }, [](C x) { return std::cos(x); });
    }
}
#endif

TEST_CASE("functions of complex numbers are fused with what surrounds them") {
    using C = std::complex<double>;
    const nl::array<double> angle{0, 1, 2, 3, 4};
    const nl::array<C> unit = nl::exp(angle * C(0, 1)), back = nl::log(unit) / C(0, 1);
    for (nl::index_t i = 0; i < 4; ++i) {
        CHECK(std::abs(std::abs(unit(i)) - 1) < 1e-15);
        CHECK(std::abs(back(i) - angle(i)) < 1e-15);
    }
    CHECK(std::abs(back(4) - (4 - 2 * 3.14159265358979324)) < 1e-15);
}

TEST_CASE("kernels have the functions of complex numbers") {
    using C = std::complex<float>;
    const nl::array<C> z{{C(1, 1), C(-1, 2)}, {C(0, -3), C(2, 0.5f)}};
    targets::on_every([&] {
        const nl::array<C> root = nl::map(root_of_exp, z), half = nl::exp(z / 2.0f);
        for (nl::index_t i = 0; i < z.size(); ++i) CHECK(std::abs(root.data()[i] - half.data()[i]) < 1e-6f);
    });
}
