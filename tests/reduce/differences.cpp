#include "numlane/reduce/differences.hpp"

#include "numlane/array.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace {

template <class T>
bool same(const nl::array<T>& a, const nl::array<T>& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

/// The integral of y over x at one place of both.
double integral(const nl::array<double>& y, const nl::array<double>& x) {
    double sum = 0;
    for (nl::index_t i = 0; i + 1 < y.size(); ++i) sum += (x(i + 1) - x(i)) * (y(i + 1) + y(i)) / 2;
    return sum;
}

}  // namespace

TEST_CASE("what stands at the ends of diff promotes as beside an operator") {
    const nl::array<std::int32_t> x{1, 4, 9, 16};
    CHECK(same(nl::diff(x, 1, -1, 0), {1, 3, 5, 7}));
    CHECK(same(nl::diff(x, 1, -1, 0.5), {0.5, 3, 5, 7}));
    CHECK(same(nl::diff(x, 1, -1, nl::_, std::complex<double>(16, 1)),
               nl::array<std::complex<double>>{3, 5, 7, std::complex<double>(0, 1)}));
    CHECK(same(nl::diff(nl::array<float>(x), 1, -1, 0.5), nl::array<float>{0.5f, 3, 5, 7}));
}

TEST_CASE("an end of shape () is a scalar") {
    const nl::array<double> x{{1, 4}, {9, 16}}, none = nl::zeros<double>({});
    CHECK(same(nl::diff(x, 1, 0, none), {{1, 4}, {8, 12}}));
    CHECK(same(nl::diff(x, 1, 1, nl::sum(x, {.axis = {0, 1}}), none), {{-29, 3, -4}, {-21, 7, -16}}));
}

TEST_CASE("no difference leaves the ends alone") {
    const nl::array<double> x{1, 4, 9};
    CHECK(same(nl::diff(x, 0, -1, 0.0, 3.0), x));
    CHECK_THROWS_AS(nl::diff(x, -1, -1, 0.0), nl::error);
    CHECK_THROWS_AS(nl::diff(x, 1, -1, nl::zeros<double>({2, 2})), nl::shape_error);
    CHECK_THROWS_AS(nl::diff(x, 0, 1, 0.0), nl::index_error);
}

TEST_CASE("the points of trapezoid broadcast with the samples") {
    const nl::array<double> y = nl::reshape(nl::arange(60.0) * nl::arange(60.0) % 7.0, nl::dims<>(3, 4, 5));
    const nl::array<double> x = nl::cumsum(y + 1.0, {.axis = 2});
    for (nl::index_t i = 0; i < 3; ++i)
        for (nl::index_t j = 0; j < 4; ++j) {
            CHECK(nl::trapezoid(y, x)(i, j) == integral(y[i][j], x[i][j]));
            CHECK(nl::trapezoid(y, nl::array<double>(x[0]))(i, j) == integral(y[i][j], x[0][j]));
            CHECK(nl::trapezoid(y, x(nl::_, nl::slice(1, 2)))(i, j) == integral(y[i][j], x[i][1]));
            CHECK(nl::trapezoid(y[1][2], x)(i, j) == integral(y[1][2], x[i][j]));
            CHECK(nl::trapezoid(y, x[1][3])(i, j) == integral(y[i][j], x[1][3]));
        }
    for (nl::index_t i = 0; i < 3; ++i)
        for (nl::index_t k = 0; k < 5; ++k)
            CHECK(nl::trapezoid(y, x[0](nl::_, 1), 1)(i, k) == integral(y[i](nl::_, k), x[0](nl::_, 1)));
    CHECK(nl::trapezoid(y, x(nl::_, nl::_, nl::slice(nl::_, nl::_, -1))).shape() == nl::dims<>(3, 4));
}

TEST_CASE("points that do not fit the samples are refused") {
    const auto y = nl::zeros<double>({3, 4});
    using Catch::Matchers::Message;
    CHECK_THROWS_MATCHES(nl::trapezoid(y, nl::zeros<double>({5})), nl::shape_error,
                         Message("trapezoid: x of shape (5,) does not fit y of shape (3, 4)"));
    CHECK_THROWS_AS(nl::trapezoid(y, nl::zeros<double>({2, 4})), nl::shape_error);
    CHECK_THROWS_AS(nl::trapezoid(y, nl::zeros<double>({3, 3})), nl::shape_error);
    CHECK_THROWS_AS(nl::trapezoid(y, nl::array<double>(1.5 * nl::ones<double>({3, 4})), 2), nl::index_error);
}

TEST_CASE("differences of more orders than there are elements, and of no elements") {
    CHECK(nl::diff(nl::zeros<double>({0, 5}), 2).shape() == nl::dims<>(0, 3));
    CHECK(nl::diff(nl::zeros<double>({0, 5}), 9).shape() == nl::dims<>(0, 0));
    CHECK(nl::diff(nl::zeros<double>({5, 0}), 2, 0).shape() == nl::dims<>(3, 0));
    CHECK(nl::diff(nl::ones<double>({6}), 1'000'000'000'000).shape() == nl::dims<>(0));
}
