// What is thrown, NaN, and empty matrices.
#include "matrices.hpp"

using namespace matrices;
using nl::linalg_error, nl::shape_error;

namespace {

template <class E, class Call>
std::string message_of(const Call& call) {
    try {
        call();
    } catch (const E& e) {
        return e.what();
    }
    FAIL("nothing was thrown");
    return "";
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN(),
                 infinite = std::numeric_limits<double>::infinity();

nl::array<double> batch_of_identities() {
    nl::array<double> a = nl::zeros<double>({2, 3, 2, 2});
    for (index_t i = 0; i < 2; ++i)
        for (index_t j = 0; j < 3; ++j) a(i, j, 0, 0) = a(i, j, 1, 1) = 1;
    return a;
}

}  // namespace

TEST_CASE("shapes that do not fit are named") {
    const auto a = nl::zeros<double>({2, 3}), v = nl::zeros<double>({3}), s = nl::zeros<double>({2, 2});
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    const auto message = [](const auto& call) { return message_of<shape_error>(call); };
    CHECK(has(message([&] { nl::linalg::inv(a); }), "inv: the last two axes must be equal, but the shape is (2, 3)"));
    CHECK(
        has(message([&] { nl::linalg::inv(v); }), "inv: the array must have at least two axes, but its shape is (3,)"));
    CHECK(has(message([&] { nl::linalg::solve(s, v); }), "shape (2, 2) and a right side of shape (3,)"));
    CHECK(has(message([&] { nl::linalg::lstsq(a, v); }), "shape (2, 3) and a right side of shape (3,)"));
    CHECK(has(message([&] { nl::linalg::multi_dot(a, a); }), "shapes (2, 3) and (2, 3)"));
    CHECK(has(message([&] { nl::linalg::det(a); }), "det"));
    CHECK(has(message([&] { nl::linalg::cholesky(a); }), "cholesky"));
    CHECK(has(message([&] { nl::linalg::eig(a); }), "eig"));
    CHECK(has(message([&] { nl::linalg::eigvalsh(a); }), "eigvalsh"));
    CHECK(has(message([&] { nl::linalg::svd(v); }), "svd"));
    CHECK(has(message([&] { nl::linalg::qr(v); }), "qr"));
    CHECK(has(message([&] { nl::linalg::matrix_power(a, 2); }), "matrix_power"));
    CHECK(has(message([&] { nl::linalg::tensorinv(a, 1); }), "(2, 3)"));
    CHECK(has(message([&] { nl::linalg::tensorsolve(a, v); }), "(2, 3)"));
    CHECK_THROWS_AS(nl::linalg::tensorinv(a, 0), nl::error);
    CHECK_THROWS_AS(nl::linalg::cond(nl::zeros<double>({0, 0})), linalg_error);
    CHECK_THROWS_AS(nl::linalg::matrix_rank(nl::zeros<double>({0, 3})), shape_error);
    CHECK(nl::linalg::matrix_rank(nl::zeros<double>({0, 3}), {.tol = 3}).item() == 0);
    CHECK_THROWS_AS(nl::linalg::matrix_rank(nl::zeros<double>({2, 3, 3}), {.tol = nl::zeros<double>({3})}),
                    shape_error);
    CHECK_THROWS_AS(nl::linalg::pinv(nl::zeros<double>({2, 3, 3}), {.rcond = nl::zeros<double>({3})}), shape_error);
    CHECK_THROWS_AS(nl::linalg::pinv(nl::zeros<double>({3, 3}), {.rcond = nl::zeros<double>({1})}), shape_error);
    CHECK_THROWS_WITH(
        nl::linalg::pinv(nl::zeros<double>({2, 3, 0}), {.rcond = nl::zeros<double>({4})}),
        "pinv: rcond of matrices of shape (2, 3, 0): could not broadcast from shape (4,) into shape (2,)");
    CHECK_THROWS_WITH(nl::linalg::matrix_rank(nl::zeros<double>({2, 3, 3}), {.tol = nl::zeros<double>({4})}),
                      Catch::Matchers::Contains("matrix_rank: matrices of shape (2, 3, 3) and tol"));
    CHECK(nl::linalg::matrix_rank(nl::zeros<double>({2, 3, 0}), {.tol = 3}).shape() == nl::dims<>(2));
    CHECK_THROWS_AS(nl::linalg::matrix_power(nl::array<int>{{1, 0}, {0, 1}}, -1), nl::dtype_error);
}

TEST_CASE("axes out of range are named with the operation and the shape") {
    const auto a = nl::zeros<double>({2, 3}), c = nl::zeros<double>({4, 3});
    const auto message = [](const auto& call) { return message_of<nl::index_error>(call); };
    const auto text = [](const char* operation, const char* axis, const char* shape) {
        return std::string(operation) + ": axis " + axis + " is out of bounds for shape " + shape;
    };
    CHECK(message([&] { nl::cross(a, a, {.axisa = 2}); }) == text("cross", "2", "(2, 3)"));
    CHECK(message([&] { nl::cross(a, a, {.axisb = -3}); }) == text("cross", "-3", "(2, 3)"));
    CHECK(message([&] { nl::cross(a, a, {.axisc = 5}); }) == text("cross", "5", "(2, 3)"));
    CHECK(message([&] { nl::linalg::cross(a, a, 4); }) == text("linalg::cross", "4", "(2, 3)"));
    CHECK(message([&] { nl::vecdot(a, c, 2); }) == text("vecdot", "2", "(2, 3)"));
    CHECK(message([&] { nl::tensordot(a, c, {{1}, {2}}); }) == text("tensordot", "2", "(4, 3)"));
    CHECK(message([&] { nl::trace(a, 0, 0, 2); }) == text("trace", "2", "(2, 3)"));
    CHECK(message([&] { nl::linalg::norm(a, {.axis = 2}); }) == text("norm", "2", "(2, 3)"));
    CHECK(message([&] { nl::linalg::norm(a, {.axis = {0, 2}}); }) == text("norm", "2", "(2, 3)"));
    CHECK(message([&] { nl::linalg::vector_norm(a, {.ord = infinite, .axis = 2}); }) ==
          text("vector_norm", "2", "(2, 3)"));
    CHECK(message([&] { nl::linalg::tensorsolve(a, c, {3}); }) == text("tensorsolve", "3", "(2, 3)"));
}

TEST_CASE("batches that do not broadcast are named with the whole shapes") {
    const auto a = nl::zeros<double>({2, 3, 4}), b = nl::zeros<double>({5, 4, 6}), s = nl::zeros<double>({2, 3, 3});
    const auto message = [](const auto& call) { return message_of<shape_error>(call); };
    const auto text = [](const char* operation, const char* shapes, const char* others) {
        return nl::detail::message({operation, ": operands of shapes ", shapes, " do not fit: their other axes, ",
                                    others, ", must be equal or 1, from the last to the first"});
    };
    CHECK(message([&] { nl::matmul(a, b); }) == text("matmul", "(2, 3, 4) and (5, 4, 6)", "(2,) and (5,)"));
    CHECK(message([&] { nl::vecdot(a, nl::zeros<double>({4, 4})); }) ==
          text("vecdot", "(2, 3, 4) and (4, 4)", "(2, 3) and (4,)"));
    CHECK(message([&] { nl::cross(s, nl::zeros<double>({4, 3})); }) ==
          text("cross", "(2, 3, 3) and (4, 3)", "(2, 3) and (4,)"));
    CHECK(message([&] { nl::linalg::cross(s, nl::zeros<double>({4, 3})); }) ==
          text("linalg::cross", "(2, 3, 3) and (4, 3)", "(2, 3) and (4,)"));
    CHECK(message([&] { nl::linalg::solve(s, nl::zeros<double>({4, 3, 1})); }) ==
          text("solve", "(2, 3, 3) and (4, 3, 1)", "(2,) and (4,)"));
    CHECK(message([&] { nl::matvec(a, nl::zeros<double>({5, 4})); }) ==
          text("matvec", "(2, 3, 4) and (5, 4)", "(2,) and (5,)"));
    CHECK(message([&] { nl::vecmat(nl::zeros<double>({5, 3}), a); }) ==
          text("vecmat", "(5, 3) and (2, 3, 4)", "(5,) and (2,)"));
}

TEST_CASE("products of more axes than an array has are refused by name") {
    nl::dims<> ones = nl::dims<>::with_rank(18);
    for (index_t& extent : ones) extent = 1;
    const nl::array<double> x = nl::zeros<double>(ones);
    CHECK(message_of<shape_error>([&] { nl::inner(x, x); }) == "inner: the product of shapes " + nl::to_string(ones) +
                                                                   " and " + nl::to_string(ones) +
                                                                   " would have 34 axes, but an array has 0 to 32");
    CHECK(message_of<shape_error>([&] { nl::dot(x, x); }).substr(0, 4) == "dot:");
    CHECK(message_of<shape_error>([&] { nl::tensordot(x, x, 0); }).substr(0, 10) == "tensordot:");
}

TEST_CASE("the matrix of the batch that has no answer is named, the first if there are more") {
    auto a = batch_of_identities();
    a(0, 2, 0, 0) = 0;
    a(1, 1, 0, 0) = 0;
    CHECK(message_of<linalg_error>([&] { nl::linalg::inv(a); }) ==
          "inv: matrix (0, 2) of the batch of shape (2, 3) is singular");
    CHECK(message_of<linalg_error>([&] { nl::linalg::solve(a, nl::ones<double>({2, 3, 2})); }) ==
          "solve: matrix (0, 2) of the batch of shape (2, 3) is singular");
    CHECK(message_of<linalg_error>([&] { nl::linalg::cholesky(a); }) ==
          "cholesky: matrix (0, 2) of the batch of shape (2, 3) is not positive definite");
    CHECK(message_of<linalg_error>([&] { nl::linalg::matrix_power(a, -2); }) ==
          "matrix_power: matrix (0, 2) of the batch of shape (2, 3) is singular");
    CHECK(message_of<linalg_error>([&] { nl::linalg::inv(a[1][1]); }) == "inv: the matrix is singular");
    const auto zeros = nl::zeros<double>({2, 2});
    CHECK(message_of<linalg_error>([&] { nl::linalg::tensorinv(zeros, 1); }) == "tensorinv: the matrix is singular");
    CHECK(message_of<linalg_error>([&] { nl::linalg::tensorsolve(zeros, nl::ones<double>({2})); }) ==
          "tensorsolve: the matrix is singular");
    CHECK(nl::linalg::det(a)(0, 2) == 0);
    const auto [sign, log] = nl::linalg::slogdet(a);
    CHECK(sign(0, 2) == 0);
    CHECK(log(0, 2) == -infinite);
    CHECK(nl::linalg::cond(a)(1, 1) == infinite);
    CHECK(nl::linalg::cond(a, 1)(1, 1) == infinite);
    CHECK(nl::linalg::cond(a, 1)(1, 0) == 1);
    // Large enough for a library.
    with_every_provider([] {
        nl::array<double> big = nl::zeros<double>({2, 50, 50});
        for (index_t i = 0; i < 50; ++i) big(0, i, i) = 1;
        CHECK(message_of<linalg_error>([&] { nl::linalg::inv(big); }) ==
              "inv: matrix (1,) of the batch of shape (2,) is singular");
        big(1, 0, 0) = -1;
        CHECK(message_of<linalg_error>([&] { nl::linalg::cholesky(big); }) ==
              "cholesky: matrix (1,) of the batch of shape (2,) is not positive definite");
    });
}

#ifdef NUMLANE_UNCONVERGED_LAPACK
TEST_CASE("the matrix of the batch whose iteration does not converge is named with the operation") {
    // Large enough for the library, whose LAPACK fails for what begins with a negative element.
    nl::blas::use(NUMLANE_UNCONVERGED_LAPACK);
    auto a = nl::ones<double>({2, 3, 40, 40});
    a(0, 2, 0, 0) = a(1, 1, 0, 0) = -1;
    const auto text = [](const char* operation, const char* values) {
        return nl::detail::message(
            {operation, ": matrix (0, 2) of the batch of shape (2, 3) has ", values, " that do not converge"});
    };
    const auto singular = [&](const char* operation) { return text(operation, "singular values"); };
    const auto eigen = [&](const char* operation) { return text(operation, "eigenvalues"); };
    const auto message = [](const auto& call) { return message_of<linalg_error>(call); };
    CHECK(message([&] { nl::linalg::svd(a); }) == singular("svd"));
    CHECK(message([&] { nl::linalg::svd(a, {.full_matrices = false}); }) == singular("svd"));
    CHECK(message([&] { nl::linalg::svd(a, {.hermitian = true}); }) == singular("svd"));
    CHECK(message([&] { nl::linalg::pinv(a); }) == singular("pinv"));
    CHECK(message([&] { nl::linalg::cond(a); }) == singular("cond"));
    CHECK(message([&] { nl::linalg::eigh(a); }) == eigen("eigh"));
    CHECK(message([&] { nl::linalg::eigvalsh(a); }) == eigen("eigvalsh"));
    CHECK(message([&] { nl::linalg::eig(a); }) == eigen("eig"));
    CHECK(message([&] { nl::linalg::eigvals(a); }) == eigen("eigvals"));
    CHECK(message([&] { nl::linalg::eigvals(a[0][2]); }) == "eigvals: the matrix has eigenvalues that do not converge");
    CHECK(message([&] { nl::linalg::svd(a[0][2]); }) == "svd: the matrix has singular values that do not converge");
    CHECK(message([&] { nl::linalg::lstsq(a[0][2], nl::ones<double>({40})); }) ==
          "lstsq: the matrix has singular values that do not converge");
    // A matrix that has no answer for its elements comes first, wherever it stands.
    a(1, 2, 3, 4) = not_a_number;
    CHECK(message([&] { nl::linalg::svd(a); }) ==
          "svd: matrix (1, 2) of the batch of shape (2, 3) contains infinities or NaN");
    CHECK_NOTHROW(nl::linalg::eigvals(a[0][1]));
    nl::blas::use("auto");
}
#endif

TEST_CASE("NaN and infinities") {
    with_every_provider([] {
        for (const index_t n : {2, 40}) {
            INFO(n);
            auto a = random<double>({2, n, n});
            a(1, n - 1, 0) = not_a_number;
            const auto is_nan = [](const auto& x) {
                for (const auto& value : x)
                    if (value == value) return false;
                return true;
            };
            CHECK(std::isnan(nl::linalg::det(a)(1)));
            CHECK(!std::isnan(nl::linalg::det(a)(0)));
            CHECK(std::isnan(nl::linalg::inv(a)(1, 0, 0)));
            CHECK(std::isnan(nl::linalg::solve(a, nl::ones<double>({2, n}))(1, n - 1)));
            CHECK(is_nan(nl::linalg::cholesky(nl::array<double>(a[1]))(nl::slice(0, n), 0)));
            CHECK(is_nan(nl::linalg::qr(a[1]).q(nl::_, 0)));
            CHECK(std::isnan(nl::linalg::cond(a, 1)(1)));
            for (const double bad : {not_a_number, infinite}) {
                a(1, n - 1, 0) = bad;
                CHECK(message_of<linalg_error>([&] { nl::linalg::svd(a); }) ==
                      "svd: matrix (1,) of the batch of shape (2,) contains infinities or NaN");
                CHECK(message_of<linalg_error>([&] { nl::linalg::eigh(a); }) ==
                      "eigh: matrix (1,) of the batch of shape (2,) contains infinities or NaN");
                CHECK(message_of<linalg_error>([&] { nl::linalg::eigvals(a); }) ==
                      "eigvals: matrix (1,) of the batch of shape (2,) contains infinities or NaN");
                CHECK_THROWS_AS(nl::linalg::pinv(a), linalg_error);
                CHECK_THROWS_AS(nl::linalg::lstsq(a[1], nl::ones<double>({n})), linalg_error);
            }
        }
    });
}

TEST_CASE("empty matrices, as NumPy") {
    for (const index_t n : {3, 40}) {  // singular, but nothing is to be solved
        CHECK(nl::linalg::solve(nl::zeros<double>({n, n}), nl::zeros<double>({n, 0})).shape() == nl::dims<>(n, 0));
        CHECK(nl::linalg::solve(nl::zeros<std::complex<float>>({2, n, n}), nl::zeros<std::complex<float>>({2, n, 0}))
                  .shape() == nl::dims<>(2, n, 0));
    }
    const auto none = nl::zeros<double>({0, 0}), batch = nl::zeros<double>({0, 3, 3});
    CHECK(nl::linalg::det(none).item() == 1);
    CHECK(nl::linalg::slogdet(none).sign.item() == 1);
    CHECK(nl::linalg::slogdet(none).logabsdet.item() == 0);
    CHECK(nl::linalg::inv(none).shape() == nl::dims<>(0, 0));
    CHECK(nl::linalg::cholesky(none).shape() == nl::dims<>(0, 0));
    CHECK(nl::linalg::eigh(none).eigenvalues.shape() == nl::dims<>(0));
    CHECK(nl::linalg::eig(none).eigenvectors.shape() == nl::dims<>(0, 0));
    CHECK(nl::linalg::solve(none, nl::zeros<double>({0, 2})).shape() == nl::dims<>(0, 2));
    CHECK(nl::linalg::det(batch).shape() == nl::dims<>(0));
    CHECK(nl::linalg::inv(batch).shape() == nl::dims<>(0, 3, 3));
    CHECK(nl::linalg::eigvals(batch).shape() == nl::dims<>(0, 3));
    const auto [u, s, vh] = nl::linalg::svd(nl::zeros<double>({0, 3}));
    CHECK(u.shape() == nl::dims<>(0, 0));
    CHECK(s.size() == 0);
    CHECK(vh(2, 2) == 1);
    CHECK(nl::linalg::svd(nl::zeros<double>({3, 0}), {.full_matrices = false}).u.shape() == nl::dims<>(3, 0));
    CHECK(nl::linalg::qr(nl::zeros<double>({3, 0}), "complete").q(1, 1) == 1);
    CHECK(nl::linalg::pinv(nl::zeros<double>({0, 3})).shape() == nl::dims<>(3, 0));
    CHECK(nl::linalg::matrix_power(none, 3).shape() == nl::dims<>(0, 0));
    CHECK(nl::linalg::norm(none) == 0);
    CHECK(nl::linalg::norm(none, "nuc") == 0);
    CHECK(nl::linalg::norm(nl::zeros<double>({0}), -1) == infinite);
    for (const double ord : {1.0, -1.0, 2.0, -2.0, infinite, -infinite})
        CHECK_THROWS_AS(nl::linalg::norm(none, ord), shape_error);
    CHECK_THROWS_AS(nl::linalg::norm(nl::zeros<double>({0}), infinite), shape_error);
    const auto [x, residuals, rank, values] = nl::linalg::lstsq(nl::zeros<double>({3, 0}), nl::ones<double>({3, 2}));
    CHECK(x.shape() == nl::dims<>(0, 2));
    CHECK(residuals(1) == 3);
    CHECK(rank == 0);
    CHECK(nl::linalg::lstsq(nl::zeros<double>({0, 3}), nl::zeros<double>({0})).x.shape() == nl::dims<>(3));
}

TEST_CASE("orders and axes of norms that do not exist") {
    const auto a = nl::ones<double>({2, 2}), v = nl::ones<double>({2}), t = nl::ones<double>({2, 2, 2});
    CHECK_THROWS_AS(nl::linalg::norm(v, "fro"), nl::error);
    CHECK_THROWS_AS(nl::linalg::norm(a, 3), nl::error);
    CHECK_THROWS_AS(nl::linalg::norm(a, "max"), nl::error);
    CHECK_THROWS_AS(nl::linalg::norm(t, 2), shape_error);
    CHECK_THROWS_AS(nl::linalg::norm(a, {.axis = 2}), nl::index_error);
    CHECK_THROWS_AS(nl::linalg::norm(a, {.axis = {0, 0}}), shape_error);
    CHECK_THROWS_AS(nl::linalg::matrix_norm(v), shape_error);
}
