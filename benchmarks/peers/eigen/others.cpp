// Strides, reductions, small arrays, programs.
#include "peers/eigen/operands.hpp"

namespace bench {
namespace {

using complex = std::complex<double>;

const rows strided{
    {"copy_transposed_f64", [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = a.transpose(); }); }},
    {"copy_transposed_f32",
     [](size n) {
         return into(out<float>(n, n), [a = filled<table<float>>(n, n, 1)](auto& o) { o = a.transpose(); });
     }},
    {"add_transposed_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = a + a.transpose(); }); }},
    {"cubic_transposed_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) {
             const auto t = a.transpose();
             o = ((0.25 * t + 0.5) * t - 2) * t + 1;
         });
     }},
    {"symmetrize_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { o = 0.5 * (a + a.transpose()) - 1; }); }},
    {"every_second_f64",
     [](size n) {
         return into(out(n), [a = f64(2 * n, 1), b = f64(2 * n, 2)](auto& o) {
             using half = Eigen::Map<const vector<double>, 0, Eigen::InnerStride<2>>;
             o = half(a.data(), o.size()) + half(b.data(), o.size());
         });
     }},
    {"reversed_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a.reverse() * 2; }); }},
    {"columns_f64",
     [](size n) {
         return into(out(n),
                     [a = filled<table<double>>(n, 4, 1)](auto& o) { o = a.col(0) * a.col(1) + a.col(2) * a.col(3); });
     }},
};

const rows masks{
    {"mask_count_f64", [](size n) { return fresh([a = f64(n, 1)] { return double((a > 0.5).count()); }); }},
    {"mask_sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return (a > 0.5).select(a, 0.0).sum(); }); }},
    {"mask_any_f64", [](size n) { return fresh([a = f64(n, 1)] { return (a > 2.0).any(); }); }},
};

const rows reductions{
    {"sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return a.sum(); }); }},
    {"sum_f32", [](size n) { return fresh([a = f32(n, 1)] { return a.sum(); }); }},
    {"mean_f64", [](size n) { return fresh([a = f64(n, 1)] { return a.mean(); }); }},
    {"var_f64", [](size n) { return fresh([a = f64(n, 1)] { return (a - a.mean()).square().mean(); }); }},
    {"min_f64", [](size n) { return fresh([a = f64(n, 1)] { return a.minCoeff(); }); }},
    {"min_i32", [](size n) { return fresh([a = i32(n, 1)] { return a.minCoeff(); }); }},
    {"prod_f64", [](size n) { return fresh([a = f64(n, 1, 0.999, 1.001)] { return a.prod(); }); }},
    {"argmax_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] {
             Eigen::Index at = 0;
             a.maxCoeff(&at);
             return double(at);
         });
     }},
    {"sum_axis0_f64", [](size n) { return fresh([a = square(n, 1)] { return vector<double>(a.colwise().sum()); }); }},
    {"sum_axis1_f64", [](size n) { return fresh([a = square(n, 1)] { return vector<double>(a.rowwise().sum()); }); }},
    {"std_axis0_f64",
     [](size n) {
         return fresh([a = square(n, 1)] {
             const auto mean = a.colwise().mean().eval();
             return vector<double>((a.rowwise() - mean).square().colwise().mean().sqrt());
         });
     }},
    {"max_axis1_f64",
     [](size n) { return fresh([a = square(n, 1)] { return vector<double>(a.rowwise().maxCoeff()); }); }},
    {"max_axis0_f32",
     [](size n) {
         return fresh([a = filled<table<float>>(n, n, 1)] { return vector<float>(a.colwise().maxCoeff()); });
     }},
    {"mean_axis0_f32",
     [](size n) { return fresh([a = filled<table<float>>(n, n, 1)] { return vector<float>(a.colwise().mean()); }); }},
    {"sum_squares_f64", [](size n) { return fresh([a = f64(n, 1)] { return a.square().sum(); }); }},
    {"rms_error_f64",
     [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return std::sqrt((a - b).square().mean()); }); }},
    {"center_axis1_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) { o = a.colwise() - a.rowwise().mean().eval(); });
     }},
    {"all_bool", [](size n) { return fresh([a = data<bool>(n, 1, 0, 0.4)] { return a.all(); }); }},
    {"diff_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return vector<double>(a.tail(a.size() - 1) - a.head(a.size() - 1)); });
     }},
};

const rows small{
    {"tiny_add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"tiny_add_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { o = a + b; }); }},
    {"tiny_new_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return vector<double>(a + b); }); }},
    {"tiny_linear_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = 2 * a + 3 * b; }); }},
    {"tiny_sin_exp_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a.sin() * b + (0.3 * a).exp(); });
     }},
    {"tiny_where_f64",
     [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = (a > 0.0).select(a, 0.5 * a); }); }},
    {"tiny_sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return a.sum(); }); }},
    {"tiny_mean_axis0_f64",
     [](size n) { return fresh([a = square(n, 1)] { return vector<double>(a.colwise().mean()); }); }},
    {"tiny_broadcast_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), b = f64(n, 2)](auto& o) { o = a.rowwise() * b.transpose() + 1; });
     }},
    {"tiny_slice_f64", [](size n) { return fresh([a = f64(n, 1)] { return vector<double>(a.tail(a.size() - 1)); }); }},
};

template <class T>
job softmax(size n) {
    return into(out<T>(n, n), [a = filled<table<T>>(n, n, 1, -5, 5)](auto& o) {
        o = (a.colwise() - a.rowwise().maxCoeff().eval()).exp();
        o.colwise() /= o.rowwise().sum().eval();
    });
}

const rows programs{
    {"laplace_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), m = n - 2](auto& o) {
             o.block(1, 1, m, m) =
                 0.25 * (a.block(0, 1, m, m) + a.block(2, 1, m, m) + a.block(1, 0, m, m) + a.block(1, 2, m, m));
         });
     }},
    {"softmax_f64", softmax<double>},
    {"softmax_f32", softmax<float>},
    {"black_scholes_f64",
     [](size n) {
         return into(out(n), [s = f64(n, 1, 10, 50), k = f64(n, 2, 10, 50), t = f64(n, 3, 0.5, 2)](auto& o) {
             const double rate = 0.05, volatility = 0.3;
             const auto normal = [](const vector<double>& x) -> vector<double> {
                 return 1 / (1 + (-1.5976 * x - 0.07056 * x * x * x).exp());
             };
             const vector<double> spread = volatility * t.sqrt();
             const vector<double> d1 = ((s / k).log() + (rate + 0.5 * volatility * volatility) * t) / spread;
             o = s * normal(d1) - k * (-rate * t).exp() * normal(d1 - spread);
         });
     }},
    {"pairwise_f64",
     [](size n) {
         return into(out(n, n), [p = filled<table<double>>(3, n, 1)](auto& o) {
             const auto columns = p.transpose().eval();
             for (Eigen::Index i = 0; i < o.rows(); ++i)
                 o.row(i) = ((p.row(0) - columns(i, 0)).square() + (p.row(1) - columns(i, 1)).square() +
                             (p.row(2) - columns(i, 2)).square())
                                .sqrt();
         });
     }},
    {"horner_complex_f64",
     [](size n) {
         return into(out(n),
                     [z = data<complex>(n, 1)](auto& o) { o = ((z * z - complex(1)) * z + complex(0.5)).abs(); });
     }},
    {"monte_carlo_pi_f64",
     [](size n) {
         return fresh([x = f64(n, 1), y = f64(n, 2)] {
             return 4.0 * double((x * x + y * y <= 1.0).count()) / double(x.size());
         });
     }},
};

}  // namespace
}  // namespace bench
