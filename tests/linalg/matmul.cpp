// matmul of floats: NumPy's values, NaN and infinities among them, in every layout, on every provider and target.
#include "numlane/manip.hpp"
#include "products.hpp"

using namespace products;

TEMPLATE_TEST_CASE("matmul of floats is NumPy's, on every provider", "", float, double, std::complex<float>,
                   std::complex<double>) {
    matrices::with_more_providers([] {
        check_matmul<TestType, TestType>();
        // BLIS leaves out the columns of a matrix that a vector multiplies by 0, infinities and NaN in them too.
        if (nl::blas::info().provider != "blis") check_special_matmul<TestType>();
    });
}

TEMPLATE_TEST_CASE("matmul of floats is NumPy's, on every target", "", float, double, std::complex<float>,
                   std::complex<double>) {
    nl::blas::use("native");
    targets::on_every([] {
        check_matmul<TestType, TestType>(6);
        check_special_matmul<TestType>();
    });
    nl::blas::use("auto");
}

TEST_CASE("matmul: the result may be an operand, or lie across one") {
    const auto a = matrices::random<double>({20, 20}, 1), b = matrices::random<double>({20, 20}, 2);
    const nl::array<double> expected = nl::matmul(a, b);
    nl::array<double> x = a, y = b;
    x = nl::matmul(x, y);
    CHECK(bool(nl::all(x == expected)));
    x = a;
    nl::matmul(x, y, y);
    CHECK(bool(nl::all(y == expected)));
    nl::array<double> big = nl::zeros<double>({21, 20});
    const auto lower = big(nl::slice(1, nl::_)), upper = big(nl::slice(0, 20));
    lower = a;
    nl::matmul(lower, b, upper);
    CHECK(bool(nl::all(upper == expected)));
}

TEMPLATE_TEST_CASE("matmul by its own transpose is symmetric", "", float, double, std::complex<double>) {
    using T = TestType;
    matrices::with_every_provider([] {
        for (index_t n : {5, 20, 33, 50, 64, 65, 150}) {
            const auto a = matrices::random<T>({n, 40});
            const nl::array<T> other = a;
            const nl::array<T> c = nl::matmul(a, a.T()), expected = nl::matmul(a, other.T());
            const nl::array<T> d = nl::matmul(a.T(), a), expected_d = nl::matmul(other.T(), a);
            for (index_t i = 0; i < n; ++i)
                for (index_t j = 0; j < n; ++j) {
                    CHECK(c(i, j) == c(j, i));
                    CHECK(std::abs(c(i, j) - expected(i, j)) < 1e3 * matrices::eps<T>);
                }
            for (index_t i = 0; i < d.size(); ++i)
                CHECK(std::abs(d.data()[i] - expected_d.data()[i]) < double(n) * 1e2 * matrices::eps<T>);
        }
    });
}

TEST_CASE("a stack that meets its own transpose has the same bits on any number of threads") {
    using T = std::complex<double>;
    const auto x = matrices::random<T>({5, 32, 32});
    const int before = nl::get_num_threads();
    nl::set_num_threads(1);
    const nl::array<T> one = nl::matmul(x[4], nl::swapaxes(x, -1, -2));
    nl::set_num_threads(2);
    const nl::array<T> two = nl::matmul(x[4], nl::swapaxes(x, -1, -2));
    nl::set_num_threads(before);
    CHECK(bool(nl::all(one == two)));
    CHECK(bool(nl::all(one[4] == nl::matmul(x[4], x[4].T()))));
    CHECK(bool(nl::all(one[4] == one[4].T())));
}

TEST_CASE("matmul takes expressions, views and known ranks") {
    const nl::array<double, 2> a{{1, 2}, {3, 4}};
    const nl::array<double, 1> x{1, 2};
    static_assert(decltype(nl::matmul(a, a))::rank == 2);
    static_assert(decltype(nl::matmul(a, x))::rank == 1);
    static_assert(decltype(nl::matmul(x, x))::rank == 0);
    CHECK(nl::matmul(x, x).item() == 5);
    const nl::array<double> y = nl::matmul(a + 1, x * 2);
    CHECK(y(0) == 16);
    CHECK(y(1) == 28);
    CHECK(nl::linalg::matmul(a, x)(1) == 11);
}

TEST_CASE("matmul: what does not fit is named") {
    const auto a = nl::ones<double>({2, 3});
    nl::array<double> out = nl::zeros<double>({2, 2});
    using Catch::Matchers::ContainsSubstring;
    CHECK_THROWS_WITH(nl::matmul(a, a), ContainsSubstring("matmul") && ContainsSubstring("(2, 3)") &&
                                            ContainsSubstring("size 2 is different from 3"));
    CHECK_THROWS_AS(nl::matmul(a, nl::ones<double>({2})), nl::shape_error);
    CHECK_THROWS_AS(nl::matmul(nl::ones<double>({4}), a), nl::shape_error);
    CHECK_THROWS_WITH(nl::matmul(nl::ones<double>({2, 2, 3}), nl::ones<double>({3, 3, 2})),
                      ContainsSubstring("(2, 2, 3) and (3, 3, 2)"));
    CHECK_THROWS_AS(nl::matmul(a, nl::array<double>(nl::ones<double>({1}).reshape(nl::dims<>()))), nl::shape_error);
    CHECK_THROWS_WITH(nl::matmul(a, a.T(), out[0]), ContainsSubstring("output") && ContainsSubstring("(2, 2)"));
}

TEMPLATE_TEST_CASE("stacks that do not stay in the caches are the products one by one", "", float,
                   std::complex<double>) {
    using T = TestType;
    const index_t count = (index_t{20} << 20) / index_t(3 * 20 * 20 * sizeof(T));
    const auto a = matrices::random<T>({count, 20, 19}, 1), b = matrices::random<T>({count, 19, 20}, 2);
    const auto first = a[0];
    const auto backwards = a(nl::slice(nl::_, nl::_, -1));
    const int threads = nl::get_num_threads();
    for (const int budget : {1, 2}) {
        nl::set_num_threads(budget);
        const nl::array<T> c = nl::matmul(a, b), of_one = nl::matmul(first, b), d = nl::matmul(backwards, b);
        for (index_t i = 0; i < count; i += 7) {
            REQUIRE(bool(nl::all(c[i] == nl::matmul(a[i], b[i]))));
            REQUIRE(bool(nl::all(of_one[i] == nl::matmul(first, b[i]))));
            REQUIRE(bool(nl::all(d[i] == nl::matmul(backwards[i], b[i]))));
        }
        const auto corners = a(nl::_, nl::slice(0, 7), nl::slice(0, 9));
        const nl::array<T> e = nl::matmul(corners, b(nl::_, nl::slice(0, 9)));
        for (index_t i = 0; i < count; i += 31)
            REQUIRE(bool(nl::all(e[i] == nl::matmul(corners[i], b[i](nl::slice(0, 9))))));
    }
    nl::set_num_threads(threads);
}

TEST_CASE("a matrix that does not stay in the caches times a vector is exact where sums are, on one thread and two") {
    const int before = nl::get_num_threads();
    nl::array<double> a = nl::empty<double>({2100, 1010});
    for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = double(i % 1009 % 31) - 15;
    nl::array<double> x = nl::empty<double>({1010}), y = nl::empty<double>({2100});
    for (nl::index_t i = 0; i < 1010; ++i) x(i) = double(i % 13) - 6;
    for (nl::index_t i = 0; i < 2100; ++i) y(i) = double(i % 11) - 5;
    const nl::array<double> along = nl::sum(a * x, {.axis = 1}),
                            across = nl::sum(a * y(nl::_, nl::newaxis), {.axis = 0});
    for (const int threads : {1, 2}) {
        nl::set_num_threads(threads);
        CHECK(nl::all(nl::matmul(a, x) == along));
        CHECK(nl::all(nl::matmul(y, a) == across));
        CHECK(nl::all(nl::matmul(a.T(), y) == across));
        CHECK(nl::all(nl::matmul(a(nl::_, nl::slice(nl::_, nl::_, -1)), x(nl::slice(nl::_, nl::_, -1))) == along));
    }
    nl::set_num_threads(before);
}
