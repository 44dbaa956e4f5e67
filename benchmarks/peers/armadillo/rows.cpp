// Armadillo, with the BLAS and LAPACK of the system. Its matrices stand in columns: rows along the axes of a matrix take the
// other axis, so that the memory is walked as in the others.
#include <armadillo>

#include "harness/row.hpp"

namespace bench {

contestant self() {
    return {"armadillo", std::to_string(ARMA_VERSION_MAJOR) + "." + std::to_string(ARMA_VERSION_MINOR) + "." +
                             std::to_string(ARMA_VERSION_PATCH) + ", -O3 -march=native"};
}

namespace {

template <class T>
arma::Col<T> data(size n, std::uint32_t seed, double low = -1, double high = 1) {
    arma::Col<T> a(arma::uword(n), arma::fill::zeros);
    fill(a.memptr(), std::size_t(n), seed, low, high);
    return a;
}
arma::vec f64(size n, std::uint32_t seed, double low = -1, double high = 1) { return data<double>(n, seed, low, high); }
arma::fvec f32(size n, std::uint32_t seed, double low = -1, double high = 1) { return data<float>(n, seed, low, high); }
/// The matrix of these numbers in C order.
template <class T = double>
arma::Mat<T> filled(size rows, size columns, std::uint32_t seed) {
    arma::Mat<T> a = arma::zeros<arma::Mat<T>>(arma::uword(columns), arma::uword(rows));
    fill(a.memptr(), std::size_t(rows * columns), seed, -1, 1);
    return a.t();
}
/// Its transposed, whose columns are its rows: the memory is that of C order.
arma::mat turned(size n, std::uint32_t seed) {
    arma::mat a = arma::zeros(arma::uword(n), arma::uword(n));
    fill(a.memptr(), std::size_t(n * n), seed, -1, 1);
    return a;
}
arma::mat spd(size n, std::uint32_t seed) {
    const arma::mat m = filled(n, n, seed);
    return m * m.t() / double(n) + arma::eye(arma::uword(n), arma::uword(n));
}
template <class T = double>
arma::Col<T> out(size n) {
    return arma::Col<T>(arma::uword(n), arma::fill::zeros);
}
arma::mat out(size rows, size columns) { return arma::mat(arma::uword(rows), arma::uword(columns), arma::fill::zeros); }

template <class T>
job linear(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = T(2) * a + T(3) * b; });
}
template <class T>
job magnitude(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = arma::sqrt(a % a + b % b); });
}
template <class T>
job product(size n) {
    return into(arma::Mat<T>(arma::uword(n), arma::uword(n)),
                [a = filled<T>(n, n, 1), b = filled<T>(n, n, 2)](auto& o) { o = a * b; });
}

const rows elementwise{
    {"add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"add_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { o = a + b; }); }},
    {"add_new_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return arma::vec(a + b); }); }},
    {"add_in_place_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o += a; }); }},
    {"scale_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a * 1.5; }); }},
    {"divide_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2, 1, 2)](auto& o) { o = a / b; }); }},
    {"linear_f64", linear<double>},
    {"linear_f32", linear<float>},
    {"magnitude_f64", magnitude<double>},
    {"magnitude_f32", magnitude<float>},
    {"cubic_f64",
     [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = ((0.25 * a + 0.5) % a - 2) % a + 1; }); }},
    {"sin_exp_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = arma::sin(a) % b + arma::exp(0.3 * a); });
     }},
    {"eight_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2), c = f64(n, 3)](auto& o) {
             o = ((a + b) % (a - c) + 0.5 * b) % c - a / (c + 3);
         });
     }},
    {"exp_f64", [](size n) { return into(out(n), [a = f64(n, 1, -10, 10)](auto& o) { o = arma::exp(a); }); }},
    {"sqrt_f64", [](size n) { return into(out(n), [a = f64(n, 1, 0, 100)](auto& o) { o = arma::sqrt(a); }); }},
    {"clip_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = arma::clamp(a, -0.5, 0.5); }); }},
    {"maximum_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = arma::max(a, b); }); }},
    {"copy_transposed_f64", [](size n) { return into(out(n, n), [a = filled(n, n, 1)](auto& o) { o = a.t(); }); }},
    {"tiny_add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"tiny_linear_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = 2 * a + 3 * b; }); }},
    {"tiny_sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::accu(a); }); }},
    {"black_scholes_f64",
     [](size n) {
         return into(out(n), [s = f64(n, 1, 10, 50), k = f64(n, 2, 10, 50), t = f64(n, 3, 0.5, 2)](auto& o) {
             const double rate = 0.05, volatility = 0.3;
             const auto normal = [](const arma::vec& x) -> arma::vec {
                 return 1 / (1 + arma::exp(-1.5976 * x - 0.07056 * x % x % x));
             };
             const arma::vec spread = volatility * arma::sqrt(t);
             const arma::vec d1 = (arma::log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread;
             o = s % normal(d1) - k % arma::exp(-rate * t) % normal(d1 - spread);
         });
     }},
};

const rows reductions{
    {"sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::accu(a); }); }},
    {"sum_f32", [](size n) { return fresh([a = f32(n, 1)] { return arma::accu(a); }); }},
    {"mean_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::mean(a); }); }},
    {"var_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::var(a, 1); }); }},
    {"min_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::min(a); }); }},
    {"argmax_f64", [](size n) { return fresh([a = f64(n, 1)] { return double(arma::index_max(a)); }); }},
    {"median_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::median(a); }); }},
    {"sum_axis0_f64", [](size n) { return fresh([a = turned(n, 1)] { return arma::vec(arma::sum(a, 1)); }); }},
    {"sum_axis1_f64", [](size n) { return fresh([a = turned(n, 1)] { return arma::vec(arma::sum(a, 0).t()); }); }},
    {"max_axis1_f64", [](size n) { return fresh([a = turned(n, 1)] { return arma::vec(arma::max(a, 0).t()); }); }},
    {"sum_squares_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::accu(a % a); }); }},
    {"cumsum_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::vec(arma::cumsum(a)); }); }},
};

const rows linalg{
    {"matmul_f64", product<double>},
    {"matmul_f32", product<float>},
    {"tiny_matmul_f64", product<double>},
    {"matvec_f64", [](size n) { return into(out(n), [a = filled(n, n, 1), x = f64(n, 2)](auto& o) { o = a * x; }); }},
    {"dot_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return arma::dot(a, b); }); }},
    {"solve_f64",
     [](size n) {
         return fresh([a = spd(n, 1), b = f64(n, 2)] { return arma::vec(arma::solve(a, b, arma::solve_opts::fast)); });
     }},
    {"inv_f64", [](size n) { return fresh([a = spd(n, 1)] { return arma::mat(arma::inv(a)); }); }},
    {"det_f64", [](size n) { return fresh([a = spd(n, 1)] { return arma::det(a); }); }},
    {"cholesky_f64", [](size n) { return fresh([a = spd(n, 1)] { return arma::mat(arma::chol(a, "lower")); }); }},
    {"eigh_f64",
     [](size n) {
         struct result {
             arma::vec values;
             arma::mat vectors;
         };
         return fresh(
             [a = spd(n, 1)] {
                 result r;
                 arma::eig_sym(r.values, r.vectors, a);
                 return r;
             },
             [](const auto& r) { return r.values; });
     }},
    {"svd_f64",
     [](size n) {
         struct result {
             arma::mat u, v;
             arma::vec s;
         };
         return fresh(
             [a = filled(n, n, 1)] {
                 result r;
                 arma::svd(r.u, r.s, r.v, a);
                 return r;
             },
             [](const auto& r) { return r.s; });
     }},
    {"norm_f64", [](size n) { return fresh([a = f64(n, 1)] { return arma::norm(a); }); }},
};

}  // namespace
}  // namespace bench
