// Factors of matrices of rank 1, whose remainder after a column is rounding errors, soon subnormal in float32.
#include "matrices.hpp"

using namespace matrices;

namespace {

template <class T>
void check_factors(const nl::array<T>& a) {
    const index_t m = a.shape(0), n = a.shape(1), most = std::max(m, n);
    INFO(m << " x " << n);
    const auto wa = widened(a);
    const auto [u, s, vh] = nl::linalg::svd(a, {.full_matrices = false});
    CHECK(distance(times(scaled_columns(widened(u), s), widened(vh)), wa) <= bound<T>(most) * norm(wa));
    CHECK(std::abs(double(nl::linalg::svdvals(a)(0)) - norm(wa)) <= bound<T>(most) * norm(wa));
    const auto [q, r] = nl::linalg::qr(a);
    CHECK(distance(times(widened(q), widened(r)), wa) <= bound<T>(most) * norm(wa));
    CHECK(loss_of_orthogonality(widened(q)) <= bound<T>(most) * std::sqrt(double(most)));
    const auto [x, residuals, rank, values] = nl::linalg::lstsq(a, nl::ones<T>({m}));
    CHECK(rank == 1);
    CHECK(std::isfinite(norm(widened(x))));
}

template <class T>
void check_symmetric(const nl::array<T>& u) {
    const index_t n = u.size();
    const nl::array<T> a = hermitian(nl::array<T>(nl::outer(u, u)));
    const auto [w, v] = nl::linalg::eigh(a);
    const auto wa = widened(a);
    CHECK(distance(times(scaled_columns(widened(v), w), adjoint(widened(v))), wa) <= bound<T>(n) * norm(wa));
    CHECK(std::abs(double(nl::linalg::eigvalsh(a)(n - 1)) - double(w(n - 1))) <= bound<T>(n) * norm(wa));
}

}  // namespace

TEMPLATE_TEST_CASE("matrices of rank 1 have factors, of every size", "", float, double, std::complex<float>) {
    using T = TestType;
    with_every_provider([] {
        for (index_t n = 2; n < 40; ++n) {
            for (const double value : {0.1, 0.7, 1.5}) {
                check_factors<T>(nl::full<T>(nl::dims<>(n, n), T(nl::real_t<T>(value))));
                check_factors<T>(nl::full<T>(nl::dims<>(n, 40 - n), T(nl::real_t<T>(value))));
                check_symmetric<T>(nl::full<T>(nl::dims<>(n), T(nl::real_t<T>(value))));
            }
            const auto u = random<T>({n}, unsigned(n));
            check_factors<T>(nl::outer(u, nl::ones<T>({11})));
            check_factors<T>(nl::outer(nl::ones<T>({7}), u));
            if constexpr (!nl::is_complex_v<T>) check_symmetric<T>(u);
        }
    });
}

TEMPLATE_TEST_CASE("subnormal matrices have factors", "", float, double) {
    using T = TestType;
    const T least = std::numeric_limits<T>::min();
    const nl::array<T> a{{least / 8, least / 64}, {least / 32, least / 16}};
    const auto [q, r] = nl::linalg::qr(a);
    CHECK(loss_of_orthogonality(widened(q)) <= bound<T>(2) * 2);
    CHECK(distance(times(widened(q), widened(r)), widened(a)) <= 4 * double(std::numeric_limits<T>::denorm_min()));
    CHECK(nl::all(nl::linalg::svdvals(a) > T(0)));
}
