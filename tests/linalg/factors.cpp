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
