// lstsq, pinv and matrix_rank.
#include "numlane/linalg/cutoff.hpp"

#include "matrices.hpp"

using namespace matrices;

TEMPLATE_TEST_CASE("lstsq: the residual is orthogonal to the columns", "", float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    const auto check = [](index_t m, index_t n) {
        INFO(m << " x " << n);
        const auto a = random<T>({m, n}), b = random<T>({m, 3}, 2);
        const auto [x, residuals, rank, s] = nl::linalg::lstsq(a, b);
        CHECK(rank == std::min(m, n));
        REQUIRE(x.shape() == nl::dims<>(n, 3));
        const auto wa = widened(a);
        const nl::array<wide<T>> left = widened(b) - times(wa, widened(x));
        const double scale = norm(wa) * (norm(wa) * norm(widened(x)) + norm(widened(b)));
        CHECK(norm(times(adjoint(wa), left)) <= 4 * bound<T>(std::max(m, n)) * scale);
        REQUIRE(residuals.shape() == nl::dims<>(m > n ? 3 : 0));
        for (index_t c = 0; c < residuals.size(); ++c) {
            double sum = 0;
            for (index_t i = 0; i < m; ++i) sum += std::norm(left(i, c));
            CHECK(double(residuals(c)) == Approx(sum).epsilon(1e-4));
        }
    };
    with_every_provider([&] {
        for (const auto& [m, n] : {std::pair<index_t, index_t>(50, 8), {40, 40}, {120, 60}, {8, 50}}) check(m, n);
    });
    with_every_library([&](index_t n) { check(n, n), check(n + 50, n), check(n, n + 50); });
}

TEST_CASE("lstsq gives the solution of least length where columns depend on each other") {
    const nl::array<double> a{{1, 1}, {2, 2}, {3, 3}}, b{1, 2, 3.5};
    const auto [x, residuals, rank, s] = nl::linalg::lstsq(a, b);
    CHECK(rank == 1);
    CHECK(residuals.size() == 0);
    REQUIRE(x.shape() == nl::dims<>(2));
    CHECK(x(0) == Approx(x(1)));
    CHECK(x(0) == Approx(15.5 / 28));
    CHECK(nl::linalg::lstsq(nl::array<double>{{1, 0}, {0, 1e-10}}, nl::array<double>{1, 1}, 1e-9).rank == 1);
}

TEMPLATE_TEST_CASE("lstsq takes an rcond outside of (0, 1) as the precision, by every provider", "", float, double) {
    using T = TestType;
    with_every_provider([] {
        for (const index_t n : {3, 40}) {  // by the SVD, and by gelsd where there is one
            nl::array<T> a = nl::zeros<T>({n, n});
            for (index_t i = 0; i < n; ++i) a(i, i) = i == 0 ? T(eps<T> / 8) : i == 1 ? T(0.5) : T(1);
            const nl::array<T> b = nl::ones<T>({n});
            for (const double rcond : {0.0, -0.0, -1.0, 1.0, 1.5, 1e30, 1e-320}) {
                INFO("n " << n << ", rcond " << rcond);
                const bool counts = std::is_same_v<T, double> && rcond == 1e-320;
                CHECK(nl::linalg::lstsq(a, b, rcond).rank == n - (counts ? 0 : 1));
            }
            CHECK(nl::linalg::lstsq(a, b, 0.75).rank == n - 2);
        }
    });
}

TEMPLATE_TEST_CASE("lstsq of a matrix of low rank, by every provider", "", double, std::complex<float>) {
    using T = TestType;
    with_every_provider([] {
        for (const auto& [m, n] : {std::pair<index_t, index_t>(70, 40), {40, 70}}) {
            const auto a = times(random<T>({m, 3}), random<T>({3, n}, 2)), b = random<T>({m}, 3);
            const auto [x, residuals, rank, s] = nl::linalg::lstsq(a, b, 1e-4);
            CHECK(rank == 3);
            CHECK(residuals.size() == 0);
            REQUIRE(s.shape() == nl::dims<>(40));
            CHECK(s(3) <= 1e-4 * s(0));
            REQUIRE(x.shape() == nl::dims<>(n));
            const nl::array<T> expected = nl::matmul(nl::linalg::pinv(a, {.rcond = 1e-4}), b);
            CHECK(distance(x, expected) <= 1e-3 * norm(expected));
        }
        const nl::array<T> not_finite = nl::full({40, 40}, T(std::numeric_limits<nl::real_t<T>>::quiet_NaN()));
        CHECK_THROWS_AS(nl::linalg::lstsq(not_finite, random<T>({40})), nl::linalg_error);
    });
}

TEMPLATE_TEST_CASE("pinv: Penrose's conditions", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    with_every_provider([] {
        for (const auto& [m, n] : {std::pair<index_t, index_t>(9, 5), {5, 9}, {40, 40}, {70, 33}}) {
            INFO(m << " x " << n);
            const auto a = random<T>({m, n});
            const auto wa = widened(a), p = widened(nl::linalg::pinv(a));
            const double tolerance = 4 * bound<T>(std::max(m, n)) * norm(wa) * norm(p);
            CHECK(distance(times(times(wa, p), wa), wa) <= tolerance * norm(wa));
            CHECK(distance(times(times(p, wa), p), p) <= tolerance * norm(p));
            CHECK(distance(times(wa, p), adjoint(times(wa, p))) <= tolerance);
            CHECK(distance(times(p, wa), adjoint(times(p, wa))) <= tolerance);
        }
    });
}

TEST_CASE("matrix_rank counts the singular values") {
    with_every_provider([] {
        for (const index_t rank : {0, 1, 3, 40}) {
            const auto left = random<double>({50, rank}), right = random<double>({rank, 45}, 2);
            CHECK(nl::linalg::matrix_rank(times(left, right)).item() == rank);
        }
    });
    CHECK(nl::linalg::matrix_rank(nl::array<double>{{1, 0}, {0, 1e-3}}, {.tol = 0.01}).item() == 1);
    CHECK(nl::linalg::matrix_rank(nl::array<double>{0, 0}).item() == 0);
    CHECK(nl::linalg::matrix_rank(nl::array<int>{0, 2}).item() == 1);
    CHECK(nl::linalg::matrix_rank(random<double>({3, 2, 4, 4})).shape() == nl::dims<>(3, 2));
    CHECK(nl::linalg::matrix_rank(hermitian(random<double>({6, 6})), {.hermitian = true}).item() == 6);
}

TEST_CASE("a cutoff is one number, or an array or expression of any dtype") {
    CHECK(nl::linalg::cutoff(3).values().item() == 3);
    const nl::array<float> each{0.5f, 2};
    const nl::array<double> values = nl::linalg::cutoff(each * 2).values();
    REQUIRE(values.shape() == nl::dims<>(2));
    CHECK(values(0) == 1);
    CHECK(values(1) == 4);
}
