#include <complex>
#include <random>

#include "every_target.hpp"
#include "numlane/ufunc/arithmetic.hpp"
#include "ufunc/ulp.hpp"

namespace {

// Parts of one magnitude and of many, among them ones whose squares overflow or vanish.
template <class T>
nl::array<std::complex<T>> parts() {
    nl::array<std::complex<T>> z = nl::zeros<std::complex<T>>({40003});
    std::mt19937_64 bits(5);
    const double range = double(std::numeric_limits<T>::max_exponent);
    std::uniform_real_distribution<double> part(-1, 1), exponent(-range - 20, range - 1);
    for (nl::index_t i = 0; i < z.size(); ++i) {
        const double e = i % 3 == 0 ? 0 : exponent(bits), f = i % 3 == 1 ? e : exponent(bits);
        z(i) = {T(std::ldexp(part(bits), int(e))), T(std::ldexp(part(bits), int(i % 3 == 0 ? 0 : f)))};
    }
    return z;
}

}  // namespace

TEMPLATE_TEST_CASE("the magnitude of complex numbers is within 1 ULP, with the same bits on every target", "", float,
                   double) {
    using T = TestType;
    const auto z = parts<T>();
    nl::array<T> first;
    targets::on_every([&] {
        const nl::array<T> y = nl::abs(z);
        double worst = 0;
        std::complex<T> at;
        for (nl::index_t i = 0; i < z.size(); ++i) {
            using wide = ulp::wider_t<T>;
            const double error = ulp::error(y(i), std::hypot(wide(z(i).real()), wide(z(i).imag())));
            if (error > worst) worst = error, at = z(i);
        }
        INFO("worst at " << at.real() << ", " << at.imag());
        CHECK(worst <= 1);
        if (first.size() == 0) first = y;
        CHECK(std::memcmp(y.data(), first.data(), y.nbytes()) == 0);
    });
}

TEMPLATE_TEST_CASE("the magnitude of special complex numbers", "", float, double) {
    using T = TestType;
    using limits = std::numeric_limits<T>;
    const T special[] = {0,
                         -T(0),
                         1,
                         -3,
                         limits::denorm_min(),
                         limits::min(),
                         limits::max(),
                         limits::infinity(),
                         -limits::infinity(),
                         limits::quiet_NaN()};
    constexpr nl::index_t n = std::size(special);
    nl::array<std::complex<T>> z = nl::zeros<std::complex<T>>({n, n});
    for (nl::index_t i = 0; i < n; ++i)
        for (nl::index_t k = 0; k < n; ++k) z(i, k) = {special[i], special[k]};
    targets::on_every([&] {
        const nl::array<T> y = nl::abs(z);
        for (nl::index_t i = 0; i < n; ++i) {
            for (nl::index_t k = 0; k < n; ++k) {
                const T expected = std::hypot(special[i], special[k]);
                INFO("of " << special[i] << ", " << special[k]);
                CHECK((expected != expected ? y(i, k) != y(i, k) : y(i, k) == expected));
                CHECK(!std::signbit(y(i, k) == y(i, k) ? y(i, k) : T(0)));
            }
        }
    });
}
