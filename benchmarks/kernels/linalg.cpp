// Factorizations. What is compared of them does not depend on the signs of vectors.
#include "kernels/operands.hpp"

namespace bench {
namespace {

// Symmetric and positive definite, as spd() of peers/numpy/data.py.
nl::array<double, 2> spd(size n, std::uint32_t seed) {
    const auto m = square(n, seed);
    nl::array<double, 2> s = nl::matmul(m, m.T());
    s /= double(n);
    for (size i = 0; i < n; ++i) s(i, i) += 1;
    return s;
}

const rows linalg{
    {"solve_f64", [](size n) { return fresh([a = spd(n, 1), b = f64(n, 2)] { return nl::linalg::solve(a, b); }); }},
    {"inv_f64", [](size n) { return fresh([a = spd(n, 1)] { return nl::linalg::inv(a); }); }},
    {"det_f64", [](size n) { return fresh([a = spd(n, 1)] { return nl::linalg::det(a).item(); }); }},
    {"cholesky_f64", [](size n) { return fresh([a = spd(n, 1)] { return nl::linalg::cholesky(a); }); }},
    {"qr_f64",
     [](size n) {
         return fresh([a = square(n, 1)] { return nl::linalg::qr(a); },
                      [](const auto& qr) { return nl::array<double>(nl::abs(qr.r)); });
     }},
    {"eigh_f64",
     [](size n) {
         return fresh([a = spd(n, 1)] { return nl::linalg::eigh(a); }, [](const auto& e) { return e.eigenvalues; });
     }},
    {"eigvalsh_f64", [](size n) { return fresh([a = spd(n, 1)] { return nl::linalg::eigvalsh(a); }); }},
    {"svd_f64",
     [](size n) {
         return fresh([a = square(n, 1)] { return nl::linalg::svd(a); }, [](const auto& s) { return s.s; });
     }},
    {"eig_f64",
     [](size n) {
         return fresh([a = square(n, 1)] { return nl::linalg::eig(a); },
                      [](const auto& e) { return nl::sum(nl::abs(e.eigenvalues)); });
     }},
    {"lstsq_f64",
     [](size n) {
         return fresh([a = matrix<double>(2 * n, n, 1), b = f64(2 * n, 2)] { return nl::linalg::lstsq(a, b); },
                      [](const auto& l) { return l.x; });
     }},
    {"norm_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::linalg::norm(a); }); }},
    {"solve_batch_f64",
     [](size n) {
         nl::array<double, 3> a = cube<double>(n, 4, 4, 1);
         for (size k = 0; k < n; ++k)
             for (size i = 0; i < 4; ++i) a(k, i, i) += 4;
         return fresh([a, b = cube<double>(n, 4, 1, 2)] { return nl::linalg::solve(a, b); });
     }},
};

}  // namespace
}  // namespace bench
