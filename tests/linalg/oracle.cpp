// What NumPy gives for square and other matrices, wherever their elements are.
#include <algorithm>

#include "layouts.hpp"

using namespace oracle;

namespace {

/// In an order that rounding does not change: by the real part to some digits, then by the imaginary one.
template <class C>
nl::array<C> sorted(nl::array<C> w) {
    const index_t n = w.shape(-1);
    const auto key = [](const C& x) { return std::pair(std::round(double(x.real()) * 100), double(x.imag())); };
    for (index_t i = 0; n > 0 && i < w.size(); i += n)
        std::sort(w.data() + i, w.data() + i + n, [&](const C& a, const C& b) { return key(a) < key(b); });
    return w;
}

}  // namespace

TEMPLATE_TEST_CASE("square matrices: NumPy's values", "", std::int32_t, float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    using F = nl::detail::linalg_t<T>;
    matrices::with_more_providers([] {
        for (int number = 0; number < 8 * layouts::places; ++number) {
            const int place = number % layouts::places;
            INFO("place " << place);
            const std::string end =
                std::string(".") + nl::dtype_name<T>() + "." + std::to_string(number / layouts::places);
            const auto a = layouts::read<T>("square" + end, place), b = layouts::read<T>("b" + end, place),
                       v = layouts::read<T>("v" + end, place);
            const auto h = layouts::read<F>("hermitian" + end, place);
            check_close(nl::linalg::det(a), "det" + end, 500);
            check_close(nl::linalg::inv(a), "inv" + end, 500);
            check_close(nl::linalg::solve(a, b), "solve" + end, 500);
            check_close(nl::linalg::solve(a, v), "solve_v" + end, 500);
            check_close(nl::linalg::cholesky(h), "cholesky" + end, 200);
            check_close(nl::linalg::eigvalsh(h), "eigvalsh" + end, 200);
            check_close(nl::linalg::eigvalsh(a, 'U'), "eigvalsh_u" + end, 200);
            check_close(nl::linalg::matrix_power(a, 5), "power_5" + end, 500);
            check_close(nl::linalg::matrix_power(a, 0), "power_0" + end, 0);
            const auto [sign, logabsdet] = nl::linalg::slogdet(a);
            check_close(sign, "sign" + end, 500);
            check_close(logabsdet, "logabsdet" + end, 500);
            if constexpr (!std::is_integral_v<T>) check_close(nl::linalg::matrix_power(a, -2), "power_m2" + end, 2000);
            if (a.shape(-1) > 0) {
                check_close(nl::linalg::cond(a, 1), "cond_1" + end, 2000);
                check_close(nl::linalg::cond(a, -1), "cond_m1" + end, 2000);
                check_close(nl::linalg::cond(a, -std::numeric_limits<double>::infinity()), "cond_minf" + end, 2000);
                check_close(nl::linalg::cond(a, "fro"), "cond_fro" + end, 2000);
                check_close(nl::linalg::cond(a, "nuc"), "cond_nuc" + end, 5000);
                check_close(nl::linalg::cond(a, std::numeric_limits<double>::infinity()), "cond_inf" + end, 2000);
            }
            const auto w = sorted(nl::linalg::eigvals(a));
            const auto expected = sorted(read<typename decltype(w)::value_type>("eigvals" + end));
            REQUIRE(w.shape() == expected.shape());
            for (index_t i = 0; i < w.size(); ++i)
                REQUIRE(std::abs(w.data()[i] - expected.data()[i]) <= 2000 * matrices::eps<F> * 30);
        }
    });
}

TEMPLATE_TEST_CASE("other matrices: NumPy's values", "", std::int32_t, float, double, std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    matrices::with_more_providers([] {
        for (int number = 0; number < 7 * layouts::places; ++number) {
            const int place = number % layouts::places;
            INFO("place " << place);
            const std::string end =
                std::string(".") + nl::dtype_name<T>() + "." + std::to_string(number / layouts::places);
            const auto a = layouts::read<T>("tall" + end, place);
            check_close(nl::linalg::svdvals(a), "svdvals" + end, 200);
            check_close(nl::linalg::pinv(a), "pinv" + end, 5000);
            check_close(nl::linalg::pinv(a, {.rcond = 0.3}), "pinv_rcond" + end, 5000);
            check_close(nl::linalg::pinv(a, {.rcond = read<double>("rcond" + end)}), "pinv_each" + end, 5000);
            check_close(nl::linalg::matrix_rank(a, {.tol = read<double>("tol" + end)}), "rank_tol" + end, 0);
            const auto [q, r] = nl::linalg::qr(a);
            check_close(q, "q" + end, 1000);
            check_close(r, "r" + end, 1000);
            const auto [wide_q, tall_r] = nl::linalg::qr(a, "complete");
            check_close(wide_q, "q_complete" + end, 1000);
            check_close(tall_r, "r_complete" + end, 1000);
            check_close(nl::linalg::qr(a, "r").r, "r_alone" + end, 1000);
            if (a.size() > 0) {
                check_close(nl::linalg::matrix_rank(a), "rank" + end, 0);
                check_close(nl::linalg::cond(a), "cond" + end, 5000);
                check_close(nl::linalg::cond(a, -2), "cond_m2" + end, 5000);
            }
            if (a.ndim() != 2) continue;
            const auto b = layouts::read<T>("right" + end, place);
            const auto check_lstsq = [&](const auto& found, const std::string& which) {
                check_close(found.x, "x" + which, 5000);
                check_close(found.residuals, "residuals" + which, 5000);
                check_close(found.s, "lstsq_s" + end, 200);
                REQUIRE(found.rank == read<std::int64_t>("lstsq_rank" + which).item());
            };
            check_lstsq(nl::linalg::lstsq(a, b), end);
            check_lstsq(nl::linalg::lstsq(a, b, 0.3), "_rcond" + end);
        }
    });
}
