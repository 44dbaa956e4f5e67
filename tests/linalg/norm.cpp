// norm, vector_norm and matrix_norm; multi_dot, tensorsolve and tensorinv; the views.
#include "layouts.hpp"

using namespace oracle;

TEMPLATE_TEST_CASE("norms: NumPy's values", "", std::int32_t, float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    constexpr double inf = std::numeric_limits<double>::infinity();
    const std::string end = std::string(".") + nl::dtype_name<T>();
    using R = nl::real_t<nl::detail::linalg_t<T>>;
    const std::pair<const char*, nl::linalg::norm_order> orders[] = {
        {"none", {}}, {"0", 0},     {"1", 1},     {"m1", -1},     {"2", 2},       {"m2", -2},
        {"3", 3},     {"half", .5}, {"inf", inf}, {"minf", -inf}, {"fro", "fro"}, {"nuc", "nuc"}};
    for (int place = 0; place < layouts::places; ++place) {
        INFO("place " << place);
        const auto a = layouts::read<T>("tensor" + end, place);
        check_close(nl::array<R>(nl::full(nl::dims<>::with_rank(0), R(nl::linalg::norm(a)))), "norm" + end, 8);
        for (const auto& [name, ord] : orders) {
            const bool of_matrices =
                ord.is(nl::linalg::norm_order::form::frobenius) || ord.is(nl::linalg::norm_order::form::nuclear);
            if (!of_matrices) {
                check_close(nl::linalg::norm(a, {.ord = ord, .axis = 1}), "vector_norm_" + std::string(name) + end, 20);
                check_close(nl::linalg::vector_norm(a, {.ord = ord, .axis = -2}),
                            "vector_norm_" + std::string(name) + end, 20);
            }
            if (ord.is(0.0) || ord.is(3.0) || ord.is(0.5)) continue;
            const nl::linalg::norm_options options{.ord = ord, .axis = {0, 2}, .keepdims = true};
            check_close(nl::linalg::norm(a, options), "matrix_norm_" + std::string(name) + end, 50);
            check_close(nl::linalg::matrix_norm(a, options), "matrix_norm_" + std::string(name) + end, 50);
        }
    }
}

TEMPLATE_TEST_CASE("chains and tensors: NumPy's values", "", std::int32_t, float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    const std::string end = std::string(".") + nl::dtype_name<T>();
    for (int place = 0; place < layouts::places; ++place) {
        INFO("place " << place);
        const auto link = [&](int i) { return layouts::read<T>("chain_" + std::to_string(i) + end, place); };
        check_close(nl::linalg::multi_dot(link(0), link(1), link(2), link(3), link(4)), "multi_dot" + end, 100);
        const auto a = layouts::read<T>("system" + end, place), b = layouts::read<T>("system_right" + end, place);
        check_close(nl::linalg::tensorsolve(a, b), "tensorsolve" + end, 2000);
        check_close(nl::linalg::tensorsolve(nl::moveaxis(a, 2, 0), b, nl::dims<>(0)), "tensorsolve_axes" + end, 2000);
        check_close(nl::linalg::tensorinv(a), "tensorinv" + end, 2000);
    }
}

TEST_CASE("vector_norm over several axes and over all of them") {
    const auto a = matrices::random<double>({3, 4, 5});
    const auto n = nl::linalg::vector_norm(a, {.axis = {0, 2}, .keepdims = true});
    REQUIRE(n.shape() == nl::dims<>(1, 4, 1));
    CHECK(n(0, 1, 0) == Approx(nl::linalg::norm(a(nl::_, 1, nl::_))));
    CHECK(nl::linalg::vector_norm(a).item() == Approx(nl::linalg::norm(a)));
    CHECK(nl::linalg::vector_norm(a, {.ord = 1}).item() == Approx(nl::sum(nl::abs(a))));
    CHECK(nl::linalg::matrix_norm(a).shape() == nl::dims<>(3));
    CHECK(std::isnan(nl::linalg::norm(nl::array<double>{1, std::nan(""), 2}, std::numeric_limits<double>::infinity())));
}

TEST_CASE("matrix_transpose and diagonal are views") {
    nl::array<int> a = nl::array<int>(nl::arange(24)).reshape(2, 3, 4);
    CHECK(nl::linalg::matrix_transpose(a)(1, 3, 2) == a(1, 2, 3));
    const auto d = nl::linalg::diagonal(a);
    REQUIRE(d.shape() == nl::dims<>(2, 3));
    CHECK(d(1, 2) == a(1, 2, 2));
    CHECK(nl::linalg::diagonal(a, 2)(1, 1) == a(1, 1, 3));
    CHECK(nl::linalg::diagonal(a, 2).shape() == nl::dims<>(2, 2));
    CHECK(nl::linalg::diagonal(a, -2)(0, 0) == a(0, 2, 0));
    CHECK(nl::linalg::diagonal(a, 9).shape() == nl::dims<>(2, 0));
    nl::linalg::diagonal(a) = -1;
    CHECK(a(1, 1, 1) == -1);
}

TEST_CASE("matrix_power of integers wraps, as products of matrices do") {
    const nl::array<std::int8_t> fibonacci{{1, 1}, {1, 0}};
    CHECK(nl::linalg::matrix_power(fibonacci, 13)(0, 0) == std::int8_t(377));
    const nl::array<std::uint64_t> a{{1ull << 33, 1}, {0, 1ull << 33}};
    CHECK(nl::linalg::matrix_power(a, 2)(0, 1) == 1ull << 34);
    CHECK(nl::linalg::matrix_power(a, 2)(0, 0) == 0);
}
