// solve, inv, det and slogdet.
#include "matrices.hpp"

using namespace matrices;

TEMPLATE_TEST_CASE("solve and inv are backward stable", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    const auto check = [](index_t n) {
        for (const std::string kind : {"normal", "graded", "defective"}) {
            if (kind == "graded" && n > 64) continue;  // their inverses overflow in float
            INFO(kind << " " << n);
            const auto a = make<T>(kind, n, n), b = random<T>({n, 3}, 2);
            const auto x = nl::linalg::solve(a, b);
            const auto wa = widened(a), wx = widened(x), wb = widened(b);
            // |a·x - b| ≤ growth·n·eps·|a|·|x|; the growth of the pivots is small for these.
            CHECK(distance(times(wa, wx), wb) <= 4 * bound<T>(n) * norm(wa) * norm(wx));
            const auto inverse = widened(nl::linalg::inv(a));
            nl::array<wide<T>> identity = nl::zeros<wide<T>>({n, n});
            for (index_t i = 0; i < n; ++i) identity(i, i) = 1;
            CHECK(distance(times(wa, inverse), identity) <= 4 * bound<T>(n) * norm(wa) * norm(inverse));
        }
    };
    with_every_provider([&] {
        for (const index_t n : sizes) check(n);
    });
    with_every_library(check);
}

TEMPLATE_TEST_CASE("det and slogdet are the product of known factors", "", float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    const auto check = [](index_t n) {
        INFO(n);
        // A unit triangle, its transpose and a permutation of rows around a diagonal: the determinant is known.
        nl::array<T> l = nl::zeros<T>({n, n}), d = nl::zeros<T>({n, n});
        std::mt19937 bits(3);
        T expected(n % 4 == 0 || n % 4 == 1 ? 1 : -1);  // of the rows in reverse order
        for (index_t i = 0; i < n; ++i) {
            for (index_t j = 0; j < i; ++j) l(i, j) = random_number<T>(bits) * T(0.1f);
            l(i, i) = 1;
            d(i, i) = i % 3 == 0 ? T(-0.5f) : T(1.25f);
            expected *= d(i, i);
        }
        const auto product = nl::linalg::multi_dot(l, d, l.T());
        const nl::array<T> a(nl::flip(product, 0));
        const T det = nl::linalg::det(a).item();
        const double tolerance = 20 * double(n) * eps<T> * std::abs(expected);
        CHECK(std::abs(det - expected) <= tolerance * 10);
        const auto [sign, logabsdet] = nl::linalg::slogdet(a);
        CHECK(std::abs(sign.item() - expected / std::abs(expected)) <= 200 * double(n) * eps<T>);
        CHECK(std::abs(double(logabsdet.item()) - std::log(std::abs(std::complex<double>(expected)))) <=
              200 * double(n) * eps<T>);
    };
    with_every_provider([&] {
        for (const index_t n : {1, 2, 5, 20, 60}) check(n);
    });
    with_every_library(check);
}

TEST_CASE("det is finite and not 0 where the determinant is, whatever its factors are") {
    const auto det_of = [](auto... pivots) {
        using T = std::common_type_t<decltype(pivots)...>;
        const T values[] = {pivots...};
        T dets[2];
        for (const bool large : {false, true}) {  // by the kernel of small systems, and by LAPACK
            nl::array<T> a = nl::eye<T>(large ? 50 : nl::index_t(sizeof...(pivots)));
            for (nl::index_t i = 0; i < nl::index_t(sizeof...(pivots)); ++i) a(i, i) = values[i];
            dets[large] = nl::linalg::det(a);
        }
        CHECK(dets[0] == dets[1]);
        return dets[0];
    };
    CHECK(det_of(1e200, 1e200, 1e-200, 1e-200) == Approx(1));
    CHECK(det_of(1e-200, 1e-200, 1e200, 1e200) == Approx(1));
    CHECK(det_of(0x1p-600, 0x1p-470, 3.0) == 3 * 0x1p-1070);
    // A partial product that rounds up to the least normal number, having lost a bit.
    CHECK(det_of(0x1.fffffffffffffp-501, 0x1p-522, 0x1p10) == 0x1.fffffffffffffp-1013);
    CHECK(det_of(1e200, -1e200, 3.0) == -std::numeric_limits<double>::infinity());
    CHECK(det_of(1e30f, 1e30f, 1e-30f) == Approx(1e30f));
    const std::complex<double> large(1e308, -1e308), unit(0, 1);
    CHECK(std::abs(det_of(large, unit, 1.0 / large) - unit) < 1e-15);
}

TEST_CASE("det is 0 where a pivot is, in spite of infinities and NaN") {
    const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(nl::linalg::det(nl::array<double>{{1e200, 0, 0}, {0, 1e200, 0}, {0, 0, 0}}).item() == 0);
    CHECK(nl::linalg::det(nl::array<double>{{0, 1}, {0, nan}}).item() == 0);
    CHECK(nl::linalg::det(nl::array<double>{{0, 1}, {0, inf}}).item() == 0);
    CHECK(std::isnan(nl::linalg::det(nl::array<double>{{nan, 1}, {2, 3}}).item()));
}

TEST_CASE("slogdet does not overflow") {
    nl::array<double> a = nl::zeros<double>({400, 400});
    for (index_t i = 0; i < 400; ++i) a(i, i) = -1e10;
    const auto [sign, logabsdet] = nl::linalg::slogdet(a);
    CHECK(sign.item() == 1);
    CHECK(logabsdet.item() == Approx(400 * std::log(1e10)));
    CHECK(std::isinf(nl::linalg::det(a).item()));
}

TEST_CASE("solve broadcasts its batches and takes vectors") {
    const auto a = random<double>({4, 1, 5, 5}), b = random<double>({1, 3, 5, 2}, 2);
    const auto x = nl::linalg::solve(a, b);
    REQUIRE(x.shape() == nl::dims<>(4, 3, 5, 2));
    for (index_t i = 0; i < 4; ++i)
        for (index_t j = 0; j < 3; ++j) {
            const nl::array<double> one = nl::linalg::solve(a[i][0], b[0][j]);
            CHECK(distance(one, nl::array<double>(x[i][j])) == 0);
        }
    const auto v = random<double>({4, 5});
    const auto y = nl::linalg::solve(nl::array<double>(a.reshape(4, 5, 5)), v);
    REQUIRE(y.shape() == nl::dims<>(4, 5));
    CHECK(distance(nl::array<double>(y[2]), nl::linalg::solve(a[2][0], v[2])) == 0);
    const auto z = nl::linalg::solve(a, v[1]);  // one vector for all
    CHECK(z.shape() == nl::dims<>(a.shape(0), a.shape(1), 5));
    CHECK(distance(nl::array<double>(z[2][0]), nl::linalg::solve(a[2][0], v[1])) == 0);
}

TEST_CASE("transposed, strided and backward operands give what their copies do") {
    const auto big = random<double>({80, 90});
    const auto check = [](const auto& a) {
        const nl::array<double> copied(a);
        const auto b = random<double>({copied.shape(0)}, 4);
        CHECK(distance(nl::linalg::solve(a, b), nl::linalg::solve(copied, b)) == 0);
        CHECK(distance(nl::linalg::inv(a), nl::linalg::inv(copied)) == 0);
        CHECK(nl::linalg::det(a).item() == nl::linalg::det(copied).item());
        CHECK(distance(nl::linalg::svdvals(a), nl::linalg::svdvals(copied)) == 0);
        CHECK(distance(nl::linalg::eigvalsh(a), nl::linalg::eigvalsh(copied)) == 0);
    };
    using nl::_, nl::slice;
    check(nl::array<double>(big(slice(0, 40), slice(0, 40))).T());
    check(big(slice(0, 80, 2), slice(0, 80, 2)));
    check(big(slice(_, _, -2), slice(79, _, -2)));
    check(big(slice(_, _, -2), slice(79, _, -2)).T());
}

TEST_CASE("integers and bool are computed in float64, expressions are evaluated") {
    const nl::array<std::int32_t> a{{2, 1}, {1, 1}};
    const auto inverse = nl::linalg::inv(a);
    STATIC_REQUIRE(std::is_same_v<decltype(inverse), const nl::array<double>>);
    CHECK(inverse(0, 0) == Approx(1));
    CHECK(inverse(1, 1) == Approx(2));
    CHECK(nl::linalg::det(nl::array<bool>{{true, false}, {false, true}}).item() == 1);
    CHECK(nl::linalg::det(a * 2.0 + 0.0).item() == Approx(4));
    const nl::array<float> f{{2.0f, 1.0f}, {1.0f, 1.0f}};
    const nl::array<std::complex<float>> z{{1.0f, 1.0f}};
    STATIC_REQUIRE(std::is_same_v<decltype(nl::linalg::solve(f, z.T()))::value_type, std::complex<float>>);
    STATIC_REQUIRE(std::is_same_v<decltype(nl::linalg::solve(f, a))::value_type, double>);
}
