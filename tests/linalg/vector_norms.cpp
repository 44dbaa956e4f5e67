// vector_norms.hpp and matrix_norms.hpp: what the values of NumPy in norm.cpp do not show.
#include <cmath>
#include <limits>

#include "numlane/numlane.hpp"
#include "test.hpp"

namespace {

constexpr double plus_inf = std::numeric_limits<double>::infinity(),
                 some_nan = std::numeric_limits<double>::quiet_NaN();

double norm_of(const nl::array<double>& x, nl::linalg::norm_order ord) { return nl::linalg::norm(x, ord); }

}  // namespace

TEST_CASE("norms of vectors have NumPy's NaN, infinities and empty sums") {
    const nl::array<double> x{3, -4, 0}, with_nan{1, some_nan, 2}, huge{1e200, 1e200}, none = nl::zeros<double>({0});
    CHECK(norm_of(x, 1) == 7);
    CHECK(norm_of(x, 2) == 5);
    CHECK(norm_of(x, 0) == 2);
    CHECK(norm_of(x, plus_inf) == 4);
    CHECK(norm_of(x, -plus_inf) == 0);
    CHECK(norm_of(x, 3) == Approx(std::cbrt(91.0)));
    for (const double ord : {1.0, 2.0, 3.0, plus_inf, -plus_inf}) CHECK(std::isnan(norm_of(with_nan, ord)));
    CHECK(norm_of(huge, 2) == plus_inf);  // nrm2 would scale; NumPy does not
    CHECK(norm_of(huge, plus_inf) == 1e200);
    CHECK(norm_of(none, 1) == 0);
    CHECK(norm_of(none, 2) == 0);
    CHECK_THROWS_AS(norm_of(none, plus_inf), nl::shape_error);
    CHECK_THROWS_AS(norm_of(none, -plus_inf), nl::shape_error);
    CHECK_THROWS_AS(norm_of(x, "nuc"), nl::error);
    CHECK_THROWS_AS(norm_of(x, std::string("max")), nl::error);
    CHECK(norm_of(nl::ones<double>({2, 2}), std::string("fro")) == 2);
}

TEST_CASE("norms along axes keep them, in any layout") {
    const nl::array<double> a = nl::array<double>(nl::arange(24.0) - 11.0).reshape(2, 3, 4);
    for (const double ord : {0.0, 1.0, 2.0, 3.0, plus_inf, -plus_inf}) {
        const auto n = nl::linalg::vector_norm(a, {.ord = ord, .axis = {2, 0}, .keepdims = true});
        REQUIRE(n.shape() == nl::dims<>(1, 3, 1));
        const auto turned = nl::linalg::vector_norm(a.T(), {.ord = ord, .axis = {0, 2}});
        REQUIRE(turned.shape() == nl::dims<>(3));
        for (nl::index_t i = 0; i < 3; ++i) {
            CHECK(n(0, i, 0) == Approx(norm_of(a(nl::_, i, nl::_).ravel(), ord)));
            CHECK(turned(i) == Approx(n(0, i, 0)));
        }
    }
    CHECK_THROWS_AS(nl::linalg::vector_norm(a, {.axis = {0, -3}}), nl::shape_error);
    CHECK_THROWS_AS(nl::linalg::vector_norm(a, {.axis = 3}), nl::index_error);
}

TEST_CASE("the extreme norms over the axes of an empty array are none, or not defined") {
    const nl::array<double> none = nl::zeros<double>({0, 3});
    for (const double ord : {plus_inf, -plus_inf}) {
        CHECK(nl::linalg::norm(none, {.ord = ord, .axis = 1}).shape() == nl::dims<>(0));
        CHECK(nl::linalg::vector_norm(none, {.ord = ord, .axis = -1, .keepdims = true}).shape() == nl::dims<>(0, 1));
        CHECK_THROWS_AS(nl::linalg::norm(none, {.ord = ord, .axis = 0}), nl::shape_error);
        CHECK_THROWS_AS(nl::linalg::vector_norm(none, {.ord = ord}), nl::shape_error);
    }
    // As in NumPy, extremes of nothing are refused where there is no result either.
    const nl::array<double> nothing = nl::zeros<double>({0, 0}), stack = nl::zeros<double>({0, 2, 0});
    CHECK_THROWS_AS(nl::linalg::norm(nothing, {.ord = plus_inf, .axis = 1}), nl::shape_error);
    CHECK_THROWS_AS(nl::linalg::matrix_norm(stack, {.ord = 1}), nl::shape_error);
    CHECK(nl::linalg::matrix_norm(stack, {.ord = plus_inf}).shape() == nl::dims<>(0));
}

TEST_CASE("norms of matrices without elements") {
    const nl::array<double> wide = nl::zeros<double>({0, 3}), tall = nl::zeros<double>({3, 0});
    CHECK(norm_of(wide, "fro") == 0);
    CHECK(norm_of(wide, 1) == 0);
    CHECK(norm_of(tall, plus_inf) == 0);
    CHECK(norm_of(wide, "nuc") == 0);
    CHECK_THROWS_AS(norm_of(tall, 1), nl::shape_error);
    CHECK_THROWS_AS(norm_of(wide, plus_inf), nl::shape_error);
    CHECK(nl::linalg::matrix_norm(nl::zeros<double>({0, 2, 2}), {.ord = 1}).shape() == nl::dims<>(0));
    CHECK_THROWS_AS(nl::linalg::matrix_norm(nl::ones<double>({2, 2}), {.ord = 3}), nl::error);
}
