#include "numlane/blas/library_vector.hpp"

#include <string_view>

#include "guarded_pages.hpp"
#include "libraries.hpp"
#include "numlane/linalg.hpp"

#if defined(__linux__)
using nl::_, nl::slice;

TEMPLATE_TEST_CASE("products of complex vectors read nothing beside them", "", std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    guarded_pages pages;
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        for (const nl::index_t n : {9, 16, 61})
            for (const nl::index_t stride : {1, 2, 3, -1, -2})
                for (const bool at_end : {false, true}) {
                    INFO(n << " elements, stride " << stride);
                    const nl::index_t span = (n - 1) * (stride < 0 ? -stride : stride) + 1;
                    const auto x = pages.ones<T>(span, at_end)(slice(_, _, stride));
                    const auto y = nl::full({n}, T(1, 1));
                    CHECK(nl::dot(x, x).item() == T(0, nl::real_t<T>(2 * n)));
                    CHECK(nl::dot(y, x).item() == T(0, nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(x, x) == T(nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(x, y) == T(nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(y, x) == T(nl::real_t<T>(2 * n)));
                }
    }
    nl::blas::use("auto");
}

TEMPLATE_TEST_CASE("operations read nothing beside their operands", "", float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    using nl::index_t;
    namespace blas = nl::blas;
    constexpr index_t most = 140;
    guarded_pages of_a(most * most * sizeof(T)), of_b(most * most * sizeof(T)), of_c(most * most * sizeof(T));
    const int threads = nl::get_num_threads();
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        blas::use(library.name);
        // Where two columns are left, BLIS 0.9 reads four float32 of the result with AVX-512, two of them behind it.
        const index_t behind_c = std::string_view(library.package).find("blis") != std::string_view::npos ? 2 : 0;
        for (const int budget : {1, 2})
            for (const auto& [m, n] : {std::pair<index_t, index_t>(34, 9), {41, 33}, {102, 50}, {138, 139}, {1, 17}})
                for (const bool at_end : {false, true})
                    for (const bool by_rows : {false, true}) {
                        INFO(m << " rows, " << n << " columns" << (by_rows ? ", by rows" : ""));
                        nl::set_num_threads(budget);
                        const T value = one<T>() * one<T>();
                        const index_t row = by_rows ? n : 1, column = by_rows ? 1 : m;
                        auto a = of_a.ones<T>(m * n, at_end), x = of_b.ones<T>(n, at_end), y = of_c.ones<T>(m, at_end);
                        blas::gemv<T>({m, n, {a.data(), row, column}, {x.data()}, {y.data()}});
                        CHECK(y(m - 1) == value * T(nl::real_t<T>(n)));
                        blas::gemv<T>({m, n, {a.data(), row, column}, {x.data() + n - 1, -1}, {y.data()}});
                        CHECK(y(0) == value * T(nl::real_t<T>(n)));
                        y = of_c.ones<T>(m, at_end);
                        blas::ger<T>({m, n, {y.data()}, {x.data()}, {a.data(), row, column}});
                        CHECK(a(m * n - 1) == one<T>() + value);
                        a = of_a.ones<T>(m * n, at_end);
                        blas::axpy<T>({n, {x.data()}, {a.data(), column}});
                        blas::scal<T>({m, {y.data()}, T(2)});
                        CHECK(y(m - 1) == one<T>() * T(2));
                        CHECK(blas::asum<T>({n, {x.data()}}) ==
                              std::abs(std::real(one<T>())) * nl::real_t<T>(n) * (nl::is_complex_v<T> ? 2 : 1));
                        CHECK(blas::nrm2<T>({n, {x.data()}}) > 0);
                        CHECK(blas::iamax<T>({n, {x.data()}}) == 0);
                        a = of_a.ones<T>(m * n, at_end);
                        const auto b = of_b.ones<T>(n * m, at_end);
                        const auto c = of_c.ones<T>(m * m + behind_c, at_end);
                        blas::gemm<T>({m, m, n, {a.data(), row, column}, {b.data(), m, 1}, {c.data(), m, 1}});
                        CHECK(c(m * m - 1) == value * T(nl::real_t<T>(n)));
                        blas::syrk<T>({m, n, {a.data(), row, column}, {c.data(), m, 1}});
                        CHECK(c(m * m - 1) == value * T(nl::real_t<T>(n)));
                        // The triangle alone: ones on the diagonal and below.
                        const auto triangular = of_c.ones<T>(m * m, at_end);
                        blas::trsm<T>({m, n, {triangular.data(), m, 1}, {b.data(), n, 1}, T(1), blas::triangle::lower});
                        CHECK(std::abs(b(0) - T(1)) < 1e-5f);
                    }
    }
    nl::set_num_threads(threads);
    blas::use("auto");
}

TEMPLATE_TEST_CASE("factorizations of complex matrices read no more than one column behind them", "",
                   std::complex<float>, std::complex<double>) {
    using T = TestType;
    using nl::index_t;
    using nl::blas::lapack::matrix;
    constexpr index_t n = 138;  // so many that they are factorized in blocks
    constexpr std::size_t bytes = n * (n + 1) * sizeof(T);
    guarded_pages of_a(bytes), of_b(bytes), of_c(bytes);
    const matrix<T> a{of_a.ones<T>(n * (n + 1), true).data(), n, n, n},
        b{of_b.ones<T>(n * (n + 1), true).data(), n, n, n}, c{of_c.ones<T>(n * (n + 1), true).data(), n, n, n};
    std::vector<nl::real_t<T>> real(n);
    std::vector<T> values(n);
    std::vector<index_t> pivots(n);
    const auto fill = [&] {  // Hermitian and positive definite
        for (index_t j = 0; j < n; ++j)
            for (index_t i = 0; i < n; ++i)
                a(i, j) = i == j ? T(nl::real_t<T>(n)) : T(1 / nl::real_t<T>(1 + i + j), i < j ? 1 : -1);
    };
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        fill();
        CHECK(nl::blas::lapack::svd<T>(a, real.data(), b, c) == 0);
        fill();
        CHECK(nl::blas::lapack::hermitian_eigen(a, nl::blas::triangle::lower, true, real.data()) == 0);
        CHECK(real.front() > 0);
        fill();
        CHECK(nl::blas::lapack::general_eigen(a, values.data(), b) == 0);
        fill();
        CHECK(nl::blas::lapack::cholesky(a) == 0);
        fill();
        nl::blas::lapack::qr(a, values.data());
        nl::blas::lapack::form_q(a, values.data(), n, b);
        fill();
        CHECK(nl::blas::lapack::lu(a, pivots.data()) == 0);
        nl::blas::lapack::lu_invert(a, pivots.data(), b);
    }
    nl::blas::use("auto");
}
#endif
