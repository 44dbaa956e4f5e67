// dot, inner, outer, tensordot and the other products, and views of matrices: NumPy's values, in every layout.
#include "numlane/linalg/sum_products.hpp"

#include "products.hpp"

using namespace products;

TEMPLATE_TEST_CASE("the products are NumPy's", "", std::int32_t, double, std::complex<float>, bool) {
    using T = TestType;
    const std::string end = std::string(".") + nl::dtype_name<T>();
    const auto load = [&](const char* name) { return read<T>(name + end); };
    const auto whole = load("t");
    const nl::array<T> s0 = load("s"), x0 = load("x"), y0 = load("y"), a0 = load("a"), b0 = load("b"), t0 = whole,
                       u0 = load("u"), v30 = load("v3"), w30 = load("w3"), v20 = load("v2"), w20 = load("w2");
    const auto check = [&](const auto& got, const char* name) {
        oracle::check_close(nl::array<typename std::remove_cvref_t<decltype(got)>::value_type>(got), name + end, 40);
    };
    const auto check_layout = [&](int layout) {
        INFO("layout " << layout);
        const auto placed = [&](const nl::array<T>& from) { return layouts::lay_out(from, layout); };
        const auto s = placed(s0), x = placed(x0), y = placed(y0), a = placed(a0), b = placed(b0), t = placed(t0),
                   u = placed(u0);
        check(nl::dot(x, y), "dot_xy");
        check(nl::dot(a, b), "dot_ab");
        check(nl::dot(t, x), "dot_tx");
        check(nl::dot(t, u), "dot_tu");
        check(nl::dot(x, u), "dot_xu");
        check(nl::dot(s, a), "dot_sa");
        check(nl::dot(s0.item(), a), "dot_sa");
        check(nl::dot(t, b), "dot_tb");
        check(nl::inner(x, y), "inner_xy");
        check(nl::inner(a, t), "inner_at");
        check(nl::inner(x, a), "inner_xa");
        check(nl::inner(a, s), "inner_as");
        check(nl::outer(x, t), "outer_xt");
        check(nl::tensordot(a, b, 1), "tensordot_1");
        check(nl::tensordot(x, a, 0), "tensordot_0");
        check(nl::tensordot(t, t[0], 2), "tensordot_2");
        check(nl::tensordot(t, u, {{0, 2}, {2, 1}}), "tensordot_pairs");
        check(nl::linalg::tensordot(t, u, {{2, 0}, {-2, -1}}), "tensordot_swapped");
        check(nl::tensordot(t, t, 3), "tensordot_all");
        check(nl::kron(x, a), "kron_xa");
        check(nl::kron(a, b), "kron_ab");
        check(nl::kron(t, x), "kron_tx");
        check(nl::trace(a), "trace_a");
        check(nl::trace(a, 1), "trace_offset");
        check(nl::trace(a, -2), "trace_below");
        check(nl::trace(a, 9), "trace_far");
        check(nl::trace(t, 0, 2, 0), "trace_t");
        check(nl::linalg::trace(t, 1), "trace_last");
        check(nl::linalg::matrix_transpose(a), "transpose_a");
        check(nl::linalg::matrix_transpose(t), "transpose_t");
        check(nl::linalg::diagonal(a), "diagonal_a");
        check(nl::linalg::diagonal(a, 2), "diagonal_above");
        check(nl::linalg::diagonal(a, -2), "diagonal_below");
        check(nl::linalg::diagonal(a, 9), "diagonal_far");
        check(nl::linalg::diagonal(t, 1), "diagonal_t");
        check(nl::linalg::diagonal(u, -3), "diagonal_u");
        check(nl::vecdot(t, a), "vecdot");
        check(nl::vecdot(t, t, -2), "vecdot_axis");
        check(nl::matvec(t, x), "matvec");
        check(nl::matvec(t, t(nl::_, 0)), "matvec_many");
        check(nl::vecmat(x, b), "vecmat");
        check(nl::vecmat(t(nl::_, nl::_, 0), t), "vecmat_many");
        const auto of_vectors = nl::vdot(x, y), turned = nl::vdot(a, a(nl::slice(nl::_, nl::_, -1)));
        check(nl::array<T>(&of_vectors, nl::dims<>()), "vdot_xy");
        check(nl::array<T>(&turned, nl::dims<>()), "vdot_a");
        if constexpr (!std::is_same_v<T, bool>) {
            const auto v3 = placed(v30), w3 = placed(w30), v2 = placed(v20), w2 = placed(w20);
            check(nl::cross(v3, w3), "cross_33");
            check(nl::linalg::cross(v3, w3), "cross_33");
            check(nl::cross(v3, v2), "cross_32");
            check(nl::cross(v2, w3), "cross_23");
            check(nl::cross(v2, w2), "cross_22");
            check(nl::cross(v3.T(), w3, {.axisa = 0, .axisc = 0}), "cross_axes");
            const auto columns = v3.T();
            check(nl::cross(columns, columns(nl::_, nl::slice(nl::_, nl::_, -1)), {.axis = 0}), "cross_axis");
        }
    };
    matrices::with_more_providers([&] {
        for (int layout = 0; layout < layouts::count; ++layout) check_layout(layout);
    });
}

TEMPLATE_TEST_CASE("NaN and infinities are in the products where NumPy has them", "", double, std::complex<float>) {
    using T = TestType;
    const auto load = [](const char* name) {
        return read<T>(std::string("special_") + name + "." + nl::dtype_name<T>());
    };
    const nl::array<T> x0 = load("x"), y0 = load("y"), z0 = load("z"), a0 = load("a"), b0 = load("b"), t0 = load("t"),
                       v0 = load("v"), w0 = load("w");
    const auto check = [](const auto& got, const char* name, oracle::special_parts parts = oracle::special_parts::any) {
        oracle::check_special(nl::array<T>(got), std::string("special_") + name + "." + nl::dtype_name<T>(), 200,
                              parts);
    };
    matrices::with_every_provider([&] {
        for (int layout = 0; layout < layouts::count; ++layout) {
            INFO("layout " << layout);
            const auto placed = [&](const nl::array<T>& from) { return layouts::lay_out(from, layout); };
            const auto x = placed(x0), y = placed(y0), z = placed(z0), a = placed(a0), b = placed(b0), t = placed(t0),
                       v = placed(v0), w = placed(w0);
            check(nl::dot(x, y), "dot_xy");
            check(nl::dot(y, z), "dot_yz");
            check(nl::dot(a, b), "dot_ab");
            check(nl::dot(t, x), "dot_tx");
            check(nl::dot(t, b), "dot_tb");
            check(nl::inner(a, x), "inner_ax");
            check(nl::inner(a, t), "inner_at");
            check(nl::vecdot(t, a), "vecdot");
            const T of_vectors = nl::vdot(x, y);
            check(nl::array<T>(&of_vectors, nl::dims<>()), "vdot_xy");
            check(nl::outer(y, z), "outer_yz", oracle::special_parts::each);
            check(nl::kron(z, v), "kron_zv", oracle::special_parts::each);
            check(nl::cross(v, w), "cross", oracle::special_parts::each);
        }
    });
}

TEST_CASE("products with C++ scalars take their dtype from the arrays") {
    const nl::array<float> x{1, 2};
    static_assert(std::is_same_v<decltype(nl::dot(x, 2.5))::value_type, float>);
    static_assert(std::is_same_v<decltype(nl::outer(2, nl::array<std::int8_t>{1}))::value_type, std::int8_t>);
    CHECK(nl::dot(2.5, x)(1) == 5);
    CHECK(nl::inner(x, 3)(1) == 6);
    CHECK(nl::outer(2, x)(0, 1) == 4);
    CHECK(nl::kron(2, x)(1) == 4);
    CHECK(nl::tensordot(x, 2, 0)(1) == 4);
}

TEST_CASE("products: what does not fit is named") {
    using Catch::Matchers::ContainsSubstring;
    const auto a = nl::ones<double>({2, 3}), b = nl::ones<double>({3, 4});
    const nl::array<double> x{1, 2, 3};
    CHECK_THROWS_WITH(nl::dot(a, a), ContainsSubstring("dot") && ContainsSubstring("(2, 3)") &&
                                         ContainsSubstring("size 2 is different from 3"));
    CHECK_THROWS_AS(nl::dot(x, nl::ones<double>({4})), nl::shape_error);
    CHECK_THROWS_WITH(nl::inner(a, b), ContainsSubstring("inner") && ContainsSubstring("(3, 4)"));
    CHECK_THROWS_WITH(nl::vdot(a, b), ContainsSubstring("vdot") && ContainsSubstring("(3, 4)"));
    CHECK_THROWS_WITH(nl::vecdot(a, b), ContainsSubstring("vecdot"));
    CHECK_THROWS_AS(nl::vecdot(a, a, 2), nl::index_error);
    CHECK_THROWS_WITH(nl::matvec(a, nl::ones<double>({2})),
                      ContainsSubstring("matvec") && ContainsSubstring("size 2 is different from 3"));
    CHECK_THROWS_AS(nl::vecmat(x, a), nl::shape_error);
    CHECK_THROWS_WITH(nl::tensordot(a, b, 3), ContainsSubstring("tensordot") && ContainsSubstring("3 axes"));
    CHECK_THROWS_WITH(nl::tensordot(a, b, {{0}, {1}}), ContainsSubstring("axis 0 of the first has size 2"));
    CHECK_THROWS_AS(nl::tensordot(a, b, {{0, 1}, {1}}), nl::shape_error);
    CHECK_THROWS_AS(nl::tensordot(a, b, {{5}, {1}}), nl::index_error);
    CHECK_THROWS_AS(nl::tensordot(a, a, {{0, 0}, {0, 0}}), nl::shape_error);
    CHECK_THROWS_WITH(nl::cross(nl::ones<double>({4}), x), ContainsSubstring("cross") && ContainsSubstring("(4,)"));
    CHECK_THROWS_AS(nl::cross(nl::ones<double>({2, 3}), nl::ones<double>({3, 3})), nl::shape_error);
    CHECK_THROWS_AS(nl::linalg::cross(nl::ones<double>({2}), nl::ones<double>({2})), nl::shape_error);
    CHECK_THROWS_AS(nl::linalg::outer(a, x), nl::shape_error);
    CHECK_THROWS_WITH(nl::trace(x), ContainsSubstring("trace"));
    CHECK_THROWS_WITH(nl::trace(a, 0, 0, 0), ContainsSubstring("the same"));
    CHECK_THROWS_AS(nl::trace(a, 0, 0, 2), nl::index_error);
}

TEST_CASE("sums of products over the last axes broadcast, and conjugate the first factor where asked") {
    using C = std::complex<double>;
    const nl::array<C> x{C(1, 2), C(3, -1)}, y{{C(2, 0), C(0, 1)}, {C(1, 1), C(4, 0)}};
    nl::array<C> c = nl::zeros<C>({2});
    nl::detail::sum_products<C>(x, y, c.as_view(), true);
    CHECK(c(0) == C(1, -1));  // (1-2i)·2 + (3+i)·i
    CHECK(c(1) == C(15, 3));  // (1-2i)(1+i) + (3+i)·4
    nl::detail::sum_products<C>(x, y, c.as_view());
    CHECK(c(0) == C(3, 7));    // (1+2i)·2 + (3-i)·i
    CHECK(c(1) == C(11, -1));  // (1+2i)(1+i) + (3-i)·4
}
