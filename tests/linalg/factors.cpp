// cholesky and qr.
#include "matrices.hpp"

using namespace matrices;

TEMPLATE_TEST_CASE("a = l·lᴴ", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    const auto check = [](index_t n) {
        INFO(n);
        const auto g = widened(random<T>({n, n}));
        const auto exact = times(g, adjoint(g));
        nl::array<T> a = nl::zeros<T>({n, n});
        for (index_t i = 0; i < a.size(); ++i) {
            if constexpr (nl::is_complex_v<T>) a.data()[i] = T(exact.data()[i]);
            else a.data()[i] = T(exact.data()[i]);
        }
        for (index_t i = 0; i < n; ++i) a(i, i) += T(nl::real_t<T>(n));
        a = hermitian(a);
        const auto l = widened(nl::linalg::cholesky(a));
        CHECK(distance(times(l, adjoint(l)), widened(a)) <= bound<T>(n) * norm(widened(a)));
        for (index_t i = 0; i < n; ++i)
            for (index_t j = i + 1; j < n; ++j) REQUIRE(l(i, j) == wide<T>(0));
        const auto u = widened(nl::linalg::cholesky(a, {.upper = true}));
        CHECK(distance(adjoint(l), u) <= bound<T>(n) * norm(u));
        // Only the lower triangle counts.
        nl::array<T> half = a;
        for (index_t i = 0; i < n; ++i)
            for (index_t j = i + 1; j < n; ++j) half(i, j) = T(-7);
        CHECK(distance(widened(nl::linalg::cholesky(half)), l) == 0);
    };
    with_every_provider([&] {
        for (const index_t n : sizes) check(n);
    });
    with_every_library(check);
}

TEST_CASE("cholesky of a few rows neither overflows nor reads what is above the diagonal") {
    // A pivot that is subnormal, and an element that a quotient by it would make infinite.
    const float tiny = std::numeric_limits<float>::denorm_min() * 4, root = std::sqrt(tiny), huge = 1e38f;
    const nl::array<float> a{{tiny, -7}, {root * 1e18f, huge}};
    const nl::array<float> l = nl::linalg::cholesky(a);
    CHECK(l(0, 0) == root);
    CHECK(l(0, 1) == 0);
    CHECK(l(1, 0) == Approx(1e18f));
    CHECK(l(1, 1) == Approx(std::sqrt(huge - 1e36f)));
    // An indefinite matrix, of which the quotients by the first pivot overflow.
    CHECK_THROWS_AS(nl::linalg::cholesky(nl::array<double>{{1e-300, 0, 1e10}, {0, 1, 0}, {1e10, 0, 1}}),
                    nl::linalg_error);
    // Matrices of a batch, transposed and backwards in memory.
    const nl::array<double> b{{{4, 1}, {2, 5}}, {{9, 2}, {3, 17}}};
    const nl::array<double> from = nl::linalg::cholesky(nl::linalg::matrix_transpose(b(nl::slice(nl::_, nl::_, -1))));
    const nl::array<double> right{{{3, 0}, {2.0 / 3, std::sqrt(17 - 4.0 / 9)}}, {{2, 0}, {0.5, std::sqrt(4.75)}}};
    CHECK(nl::max(nl::abs(from - right)) < 4e-15);
}

TEMPLATE_TEST_CASE("a = q·r", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    const auto check = [](const std::string& kind, index_t m, index_t n) {
        INFO(kind << " " << m << " x " << n);
        const auto a = make<T>(kind, m, n);
        const index_t k = std::min(m, n);
        for (const char* const mode : {"reduced", "complete"}) {
            INFO(mode);
            const auto [q, r] = nl::linalg::qr(a, mode);
            const bool complete = mode == std::string("complete");
            REQUIRE(q.shape() == nl::dims<>(m, complete ? m : k));
            REQUIRE(r.shape() == nl::dims<>(complete ? m : k, n));
            CHECK(distance(times(widened(q), widened(r)), widened(a)) <= bound<T>(n) * norm(widened(a)));
            CHECK(loss_of_orthogonality(widened(q)) <= bound<T>(m) * std::sqrt(double(m)));
            for (index_t i = 0; i < r.shape(0); ++i)
                for (index_t j = 0; j < std::min(i, n); ++j) REQUIRE(r(i, j) == T(0));
        }
        const auto [none, alone] = nl::linalg::qr(a, "r");
        CHECK(none.size() == 0);
        CHECK(distance(alone, nl::linalg::qr(a).r) == 0);
    };
    with_every_provider([&] {
        for (const index_t n : sizes) check("normal", n, n);
        for (const std::string& kind : kinds) check(kind, 70, 70);
        for (const auto& [m, n] : {std::pair<index_t, index_t>(100, 7), {7, 100}, {200, 64}, {64, 200}, {0, 5}, {5, 0}})
            check("normal", m, n);
    });
    with_every_library([&](index_t n) {
        for (const index_t m : {n, 50 + n}) check("normal", m, n), check("normal", n, m);
    });
}

TEST_CASE("qr of a batch is that of each matrix") {
    const auto a = random<float>({2, 3, 40, 5});
    const auto [q, r] = nl::linalg::qr(a);
    REQUIRE(q.shape() == nl::dims<>(2, 3, 40, 5));
    const auto one = nl::linalg::qr(a[1][2]);
    CHECK(distance(one.q, nl::array<float>(q[1][2])) == 0);
    CHECK(distance(one.r, nl::array<float>(r[1][2])) == 0);
    CHECK_THROWS_AS(nl::linalg::qr(a, "raw"), nl::error);
}
