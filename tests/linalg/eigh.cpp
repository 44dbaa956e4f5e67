// eigh and eigvalsh.
#include "matrices.hpp"

using namespace matrices;

TEMPLATE_TEST_CASE("a·v = v·diag(w) with v unitary", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    const auto check = [](const std::string& kind, index_t n) {
        INFO(kind << " " << n);
        const auto a = hermitian(make<T>(kind, n, n));
        const auto [w, v] = nl::linalg::eigh(a);
        const auto wa = widened(a), wv = widened(v);
        CHECK(distance(times(wa, wv), scaled_columns(wv, w)) <= bound<T>(n) * norm(wa));
        CHECK(loss_of_orthogonality(wv) <= bound<T>(n) * std::sqrt(double(n)));
        const auto alone = nl::linalg::eigvalsh(a);
        for (index_t i = 0; i < n; ++i) {
            REQUIRE((i == 0 || w(i - 1) <= w(i)));
            REQUIRE(std::abs(double(alone(i)) - double(w(i))) <= bound<T>(n) * norm(wa));
        }
    };
    with_every_provider([&] {
        for (const index_t n : sizes) check("normal", n);
        for (const std::string& kind : kinds) check(kind, 60);
    });
    with_every_library([&](index_t n) { check("normal", n); });
}

TEST_CASE("eigenvalues that are known: the second difference") {
    const index_t n = 120;
    nl::array<double> a = nl::zeros<double>({n, n});
    for (index_t i = 0; i < n; ++i) {
        a(i, i) = 2;
        if (i + 1 < n) a(i, i + 1) = a(i + 1, i) = -1;
    }
    with_every_provider([&] {
        const auto w = nl::linalg::eigvalsh(a);
        for (index_t i = 0; i < n; ++i) {
            const double s = std::sin(double(i + 1) * 3.14159265358979323846 / double(2 * (n + 1)));
            REQUIRE(std::abs(w(i) - 4 * s * s) <= bound<double>(n) * 4);
        }
    });
}

TEST_CASE("UPLO says which triangle is read") {
    const auto a = random<std::complex<double>>({40, 40});
    nl::array<std::complex<double>> other = a;
    for (index_t i = 0; i < 40; ++i)
        for (index_t j = 0; j < i; ++j) other(i, j) = 5;
    with_every_provider([&] {
        CHECK(distance(nl::linalg::eigvalsh(a, 'U'), nl::linalg::eigvalsh(other, 'U')) == 0);
        CHECK(distance(nl::linalg::eigvalsh(a), nl::linalg::eigvalsh(other)) > 1);
        const auto lower = nl::linalg::eigvalsh(hermitian(a));
        CHECK(distance(nl::linalg::eigvalsh(a), lower) <= bound<double>(40) * 40);
    });
    CHECK_THROWS_AS(nl::linalg::eigh(a, 'X'), nl::error);
}

TEST_CASE("eigh of a batch is that of each matrix") {
    const auto a = random<float>({2, 3, 7, 7});
    const auto [w, v] = nl::linalg::eigh(a);
    const auto one = nl::linalg::eigh(a[1][0]);
    CHECK(distance(one.eigenvalues, nl::array<float>(w[1][0])) == 0);
    CHECK(distance(one.eigenvectors, nl::array<float>(v[1][0])) == 0);
}
