// eig and eigvals.
#include <algorithm>

#include "matrices.hpp"

using namespace matrices;

namespace {

/// The largest distance of an eigenvalue from the nearest of the other list, each used once.
double mismatch(const nl::array<std::complex<double>>& a, const nl::array<std::complex<double>>& b) {
    REQUIRE(a.shape() == b.shape());
    std::vector<std::complex<double>> left(b.begin(), b.end());
    double most = 0;
    for (const auto& x : a) {
        const auto nearest = std::min_element(left.begin(), left.end(),
                                              [&](auto p, auto q) { return std::abs(p - x) < std::abs(q - x); });
        most = std::max(most, std::abs(*nearest - x));
        left.erase(nearest);
    }
    return most;
}

}  // namespace

TEMPLATE_TEST_CASE("a·v = v·diag(w)", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    using C = std::complex<nl::real_t<T>>;
    const auto check = [](const std::string& kind, index_t n) {
        INFO(kind << " " << n);
        const auto a = make<T>(kind, n, n);
        const auto [w, v] = nl::linalg::eig(a);
        STATIC_REQUIRE(std::is_same_v<typename decltype(v)::value_type, C>);
        const auto wa = widened(nl::array<C>(a)), wv = widened(v);
        // Each vector has length 1; of graded matrices balancing bounds the error of the vectors less well.
        const double slack = kind == "graded" ? 10 : 2;
        CHECK(distance(times(wa, wv), scaled_columns(wv, widened(w))) <= slack * bound<T>(n) * norm(wa));
        for (index_t j = 0; j < n; ++j) {
            double length = 0;
            for (index_t i = 0; i < n; ++i) length += std::norm(wv(i, j));
            REQUIRE(std::abs(length - 1) <= bound<T>(n));
        }
        std::complex<double> trace = 0, sum = 0;
        for (index_t i = 0; i < n; ++i) trace += wa(i, i), sum += std::complex<double>(w(i));
        CHECK(std::abs(trace - sum) <= 4 * bound<T>(n) * norm(wa));
        if (kind != "normal") return;
        CHECK(mismatch(widened(nl::linalg::eigvals(a)), widened(w)) <= 100 * bound<T>(n) * norm(wa));
        if constexpr (!nl::is_complex_v<T>) {  // complex eigenvalues come as conjugate pairs
            for (index_t i = 0; i < n; ++i) {
                if (w(i).imag() == 0) continue;
                REQUIRE(w(i + 1) == std::conj(w(i)));
                ++i;
            }
        }
    };
    with_every_provider([&] {
        for (const index_t n : sizes) check("normal", n);
        for (const std::string& kind : kinds) check(kind, 60);
    });
    with_every_library([&](index_t n) { check("normal", n); });
}

TEST_CASE("eigenvalues that are known: a companion matrix, and triangular ones") {
    with_every_provider([] {
        // The roots of unity.
        const index_t n = 48;
        nl::array<double> a = nl::zeros<double>({n, n});
        a(0, n - 1) = 1;
        for (index_t i = 1; i < n; ++i) a(i, i - 1) = 1;
        nl::array<std::complex<double>> roots = nl::zeros<std::complex<double>>({n});
        for (index_t k = 0; k < n; ++k) roots(k) = std::polar(1.0, 2 * 3.14159265358979323846 * double(k) / double(n));
        CHECK(mismatch(nl::linalg::eigvals(a), roots) <= 1e-13);
        CHECK(mismatch(nl::linalg::eigvals(nl::array<std::complex<double>>(a)), roots) <= 1e-13);
        // What balancing sees: upper triangular, in any order of rows and columns.
        nl::array<double> t = random<double>({n, n});
        nl::array<std::complex<double>> diagonal = nl::zeros<std::complex<double>>({n});
        for (index_t i = 0; i < n; ++i) {
            for (index_t j = 0; j < i; ++j) t(i, j) = 0;
            diagonal(i) = t(i, i);
        }
        CHECK(mismatch(nl::linalg::eigvals(t), diagonal) == 0);
        nl::array<double> shuffled = nl::zeros<double>({n, n});
        for (index_t i = 0; i < n; ++i)
            for (index_t j = 0; j < n; ++j) shuffled(i * 5 % n, j * 5 % n) = t(i, j);
        CHECK(mismatch(nl::linalg::eigvals(shuffled), diagonal) == 0);
    });
}

TEST_CASE("badly scaled matrices are balanced") {
    // d⁻¹·a·d has the eigenvalues of a, however d is scaled.
    const index_t n = 40;
    const auto a = random<double>({n, n});
    nl::array<double> b = a;
    for (index_t i = 0; i < n; ++i)
        for (index_t j = 0; j < n; ++j) b(i, j) *= std::ldexp(1.0, int(i % 20 * 3) - int(j % 20 * 3));
    with_every_provider(
        [&] { CHECK(mismatch(nl::linalg::eigvals(a), nl::linalg::eigvals(b)) <= 100 * bound<double>(n) * norm(a)); });
}
