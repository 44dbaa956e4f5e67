// The other forms of calls: labels for einsum, lists for multi_dot, and the raw factors of qr.
#include "numlane/numlane.hpp"
#include "oracle.hpp"
#include "test.hpp"

namespace {

template <class A, class B>
bool same(const A& a, const B& b) {
    return a.shape() == b.shape() && nl::all(a == b);
}

}  // namespace

TEST_CASE("einsum takes labels for letters") {
    const nl::array<double> a{{1, 2, 3}, {4, 5, 6}}, b{{1, 0}, {2, 1}, {0, 3}};
    const nl::array<double> ab = nl::matmul(a, b);
    CHECK(same(nl::einsum(a, {0, 1}, b, {1, 2}, {0, 2}), ab));
    CHECK(same(nl::einsum(a, {0, 1}, b, {1, 2}, {2, 0}), ab.T()));
    CHECK(same(nl::einsum(a, {7, 51}, b, {51, 30}), ab));
    CHECK(same(nl::einsum(a, {1, 0}), a.T()));
    CHECK(same(nl::einsum(a, {nl::ellipsis, 0}, {0, nl::ellipsis}), a.T()));
    CHECK(same(nl::einsum(a, {0, 1}, b, {1, 0}, 2.0, {}), nl::einsum("ij,ji,", a, b, 2.0)));
    CHECK(same(nl::einsum(a, {0, 1}, b, {1, 2}, a, {2, 3}, {0, 3}), nl::matmul(ab, a)));
    const double total = nl::einsum(a, {0, 1}, {});
    CHECK(total == 21);
    CHECK(same(nl::einsum(a, std::vector<int>{0, 1}, std::vector<int>{1, 0}), a.T()));
    CHECK_THROWS_WITH(nl::einsum(a, {0, 52}), "einsum: a label is from 0 to 51, not 52");
    CHECK_THROWS_AS(nl::einsum(a, {0}), nl::shape_error);
}

TEST_CASE("einsum computes in the dtype that is asked for") {
    const nl::array<std::int8_t> a{{100, 100}, {100, 100}};
    const auto product = nl::einsum<std::int32_t>("ij,jk->ik", a, a);
    static_assert(std::is_same_v<decltype(product), const nl::array<std::int32_t>>);
    CHECK(nl::all(product == 20000));
    const double sum = nl::einsum<double>("ij->", {.optimize = "greedy"}, a);
    CHECK(sum == 400);
}

TEST_CASE("multi_dot takes lists") {
    const nl::array<double> a{{1, 2, 3}, {4, 5, 6}}, b{{1, 0}, {2, 1}, {0, 3}}, v{1, 2};
    const auto expected = nl::linalg::multi_dot(a, b, v);
    CHECK(same(nl::linalg::multi_dot({a, b, v}), expected));
    CHECK(same(nl::linalg::multi_dot(std::vector<nl::array<double>>{a, b, v}), expected));
    CHECK(same(nl::linalg::multi_dot({b.T(), a.T()}), nl::array<double>(nl::matmul(a, b).T())));
    CHECK_THROWS_WITH(nl::linalg::multi_dot({a}), "multi_dot: it takes two matrices or more, not 1");
}

TEMPLATE_TEST_CASE("qr_raw is NumPy's", "", double, std::complex<float>) {
    using T = TestType;
    for (int number = 0; number < 7; ++number) {
        const std::string end = std::string(nl::dtype_name<T>()) + "." + std::to_string(number);
        const auto [h, tau] = nl::linalg::qr_raw(oracle::read<T>("tall." + end));
        oracle::check_close(h, "qr_h." + end, 100);
        oracle::check_close(tau, "qr_tau." + end, 100);
    }
}
