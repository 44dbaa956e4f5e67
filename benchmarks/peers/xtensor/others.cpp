// Strides, reductions, small arrays, programs.
#include "peers/xtensor/operands.hpp"
#include "xtensor/xsort.hpp"
#include "xtensor/xstrided_view.hpp"

namespace bench {
namespace {

template <class T>
vector<T> collected(vector<T> v) {
    return v;
}

const rows strided{
    {"copy_transposed_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { put(o, xt::transpose(a)); }); }},
    {"add_transposed_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { put(o, a + xt::transpose(a)); }); }},
    {"symmetrize_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) { put(o, 0.5 * (a + xt::transpose(a)) - 1.0); });
     }},
    {"every_second_f64",
     [](size n) {
         return into(out(n), [a = f64(2 * n, 1), b = f64(2 * n, 2), n](auto& o) {
             put(o, xt::view(a, xt::range(0, 2 * n, 2)) + xt::view(b, xt::range(0, 2 * n, 2)));
         });
     }},
    {"columns_f64",
     [](size n) {
         return into(out(n), [a = filled(n, 4, 1)](auto& o) {
             const auto column = [&](int k) { return xt::view(a, xt::all(), k); };
             put(o, column(0) * column(1) + column(2) * column(3));
         });
     }},
};

const rows reductions{
    {"sum_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return double(xt::sum(a, xt::evaluation_strategy::immediate)()); });
     }},
    {"sum_f32",
     [](size n) {
         return fresh([a = f32(n, 1)] { return double(xt::sum<float>(a, xt::evaluation_strategy::immediate)()); });
     }},
    {"mean_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return double(xt::mean(a, xt::evaluation_strategy::immediate)()); });
     }},
    {"min_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return double(xt::amin(a, xt::evaluation_strategy::immediate)()); });
     }},
    {"argmax_f64", [](size n) { return fresh([a = f64(n, 1)] { return double(xt::argmax(a)()); }); }},
    {"sum_axis0_f64",
     [](size n) {
         return fresh(
             [a = square(n, 1)] { return collected<double>(xt::sum(a, {0}, xt::evaluation_strategy::immediate)); });
     }},
    {"sum_axis1_f64",
     [](size n) {
         return fresh(
             [a = square(n, 1)] { return collected<double>(xt::sum(a, {1}, xt::evaluation_strategy::immediate)); });
     }},
    {"max_axis1_f64",
     [](size n) {
         return fresh(
             [a = square(n, 1)] { return collected<double>(xt::amax(a, {1}, xt::evaluation_strategy::immediate)); });
     }},
    {"sum_squares_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return double(xt::sum(a * a, xt::evaluation_strategy::immediate)()); });
     }},
    {"cumsum_f64", [](size n) { return fresh([a = f64(n, 1)] { return vector<double>(xt::cumsum(a)); }); }},
};

const rows small{
    {"tiny_add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, a + b); }); }},
    {"tiny_add_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { put(o, a + b); }); }},
    {"tiny_new_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return vector<double>(a + b); }); }},
    {"tiny_linear_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, 2.0 * a + 3.0 * b); }); }},
    {"tiny_sin_exp_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, xt::sin(a) * b + xt::exp(0.3 * a)); });
     }},
    {"tiny_where_f64",
     [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { put(o, xt::where(a > 0.0, a, 0.5 * a)); }); }},
    {"tiny_sum_f64",
     [](size n) {
         return fresh([a = f64(n, 1)] { return double(xt::sum(a, xt::evaluation_strategy::immediate)()); });
     }},
    {"tiny_broadcast_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1), b = f64(n, 2)](auto& o) { put(o, a * b + 1.0); }); }},
};

const rows programs{
    {"laplace_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), n](auto& o) {
             auto in = xt::range(1, n - 1), up = xt::range(0, n - 2), down = xt::range(2, n);
             xt::noalias(xt::view(o, in, in)) =
                 0.25 * (xt::view(a, up, in) + xt::view(a, down, in) + xt::view(a, in, up) + xt::view(a, in, down));
         });
     }},
    {"black_scholes_f64",
     [](size n) {
         return into(out(n), [s = f64(n, 1, 10, 50), k = f64(n, 2, 10, 50), t = f64(n, 3, 0.5, 2)](auto& o) {
             const double rate = 0.05, volatility = 0.3;
             const auto normal = [](const vector<double>& x) -> vector<double> {
                 return 1.0 / (1.0 + xt::exp(-1.5976 * x - 0.07056 * x * x * x));
             };
             const vector<double> spread = volatility * xt::sqrt(t);
             const vector<double> d1 = (xt::log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread;
             put(o, s * normal(d1) - k * xt::exp(-rate * t) * normal(d1 - spread));
         });
     }},
    {"pairwise_f64",
     [](size n) {
         return into(out(n, n), [p = filled(3, n, 1)](auto& o) {
             const vector<double> x = xt::view(p, 0), y = xt::view(p, 1), z = xt::view(p, 2);
             const auto column = [](const vector<double>& v) { return xt::view(v, xt::all(), xt::newaxis()); };
             put(o, xt::sqrt(xt::square(column(x) - x) + xt::square(column(y) - y) + xt::square(column(z) - z)));
         });
     }},
};

}  // namespace
}  // namespace bench
