// svd and svdvals.
#include "matrices.hpp"

using namespace matrices;

namespace {

template <class T>
void check(const std::string& kind, index_t m, index_t n) {
    INFO(kind << " " << m << " x " << n);
    const auto a = make<T>(kind, m, n);
    const auto wa = widened(a);
    const index_t k = std::min(m, n), most = std::max(m, n);
    for (const bool full : {true, false}) {
        const auto [u, s, vh] = nl::linalg::svd(a, {.full_matrices = full});
        REQUIRE(u.shape() == nl::dims<>(m, full ? m : k));
        REQUIRE(s.shape() == nl::dims<>(k));
        REQUIRE(vh.shape() == nl::dims<>(full ? n : k, n));
        using nl::_, nl::slice;
        const auto left = widened(nl::array<T>(u(_, slice(0, k)))), right = widened(nl::array<T>(vh(slice(0, k), _)));
        CHECK(distance(times(scaled_columns(left, s), right), wa) <= bound<T>(most) * norm(wa));
        CHECK(loss_of_orthogonality(widened(u)) <= bound<T>(most) * std::sqrt(double(most)));
        CHECK(loss_of_orthogonality(adjoint(widened(vh))) <= bound<T>(most) * std::sqrt(double(most)));
        for (index_t i = 0; i < k; ++i) {
            REQUIRE(s(i) >= 0);
            REQUIRE((i == 0 || s(i) <= s(i - 1)));
        }
        const auto alone = nl::linalg::svdvals(a);
        for (index_t i = 0; i < k; ++i)
            REQUIRE(std::abs(double(alone(i)) - double(s(i))) <= bound<T>(most) * double(s(0)));
    }
}

}  // namespace

TEMPLATE_TEST_CASE("a = u·diag(s)·vh", "", float, double, std::complex<float>, std::complex<double>) {
    with_every_provider([] {
        for (const index_t n : sizes) check<TestType>("normal", n, n);
        for (const std::string& kind : kinds) check<TestType>(kind, 60, 60);
        for (const auto& [m, n] : {std::pair<index_t, index_t>(100, 7), {7, 100}, {90, 64}, {64, 90}, {0, 5}, {5, 0}})
            check<TestType>("normal", m, n);
    });
    with_every_library([](index_t n) {
        for (const index_t m : {n, 50 + n}) check<TestType>("normal", m, n), check<TestType>("normal", n, m);
    });
}

TEST_CASE("svd of a Hermitian matrix by its eigenvectors") {
    const auto a = hermitian(random<std::complex<double>>({20, 20}));
    const auto [u, s, vh] = nl::linalg::svd(a, {.hermitian = true});
    CHECK(distance(times(scaled_columns(u, s), vh), a) <= bound<double>(20) * norm(a));
    const auto general = nl::linalg::svdvals(a);
    for (index_t i = 0; i < 20; ++i) CHECK(s(i) == Approx(general(i)));
}

TEST_CASE("the small singular values of graded bidiagonal matrices are accurate relative to themselves") {
    // Of diag(10^-i)·(I + superdiagonal), singular values span 28 orders of magnitude; their product is the determinant.
    nl::array<double> a = nl::zeros<double>({15, 15});
    for (index_t i = 0; i < 15; ++i) {
        a(i, i) = std::pow(10.0, -2 * double(i));
        if (i + 1 < 15) a(i, i + 1) = a(i, i);
    }
    nl::blas::use("native");
    const auto s = nl::linalg::svdvals(a);
    nl::blas::use("auto");
    double log = 0;
    for (index_t i = 0; i < 15; ++i) log += std::log10(s(i));
    CHECK(log == Approx(-210).epsilon(1e-13));
    CHECK(s(14) < 1e-27);
}

TEST_CASE("svd of a batch is that of each matrix") {
    const auto a = random<double>({3, 2, 6, 4});
    const auto [u, s, vh] = nl::linalg::svd(a);
    REQUIRE(u.shape() == nl::dims<>(3, 2, 6, 6));
    REQUIRE(s.shape() == nl::dims<>(3, 2, 4));
    const auto one = nl::linalg::svd(a[2][1]);
    CHECK(distance(one.u, nl::array<double>(u[2][1])) == 0);
    CHECK(distance(one.s, nl::array<double>(s[2][1])) == 0);
    CHECK(nl::linalg::svd(nl::zeros<double>({0, 3, 2})).u.shape() == nl::dims<>(0, 3, 3));
}
