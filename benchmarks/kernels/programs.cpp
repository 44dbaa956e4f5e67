// What people write with arrays.
#include "kernels/operands.hpp"

namespace bench {
namespace {

const auto inner = nl::slice(1, -1);
const auto up = nl::slice(nl::_, -2), down = nl::slice(2, nl::_);

// The normal distribution by the logistic curve 1/(1 + exp(-1.5976 x - 0.07056 x³)) (H. Page, Applied Statistics 26, 1977).
const auto normal = [](const auto& x) { return 1 / (1 + nl::exp(-1.5976 * x - 0.07056 * x * x * x)); };

// A softmax of the rows of a.
template <class T>
job softmax(size n) {
    return into(out<T>(n, n), [a = square<T>(n, 1, -5, 5)](auto& o) {
        o = nl::exp(a - nl::max(a, {.axis = 1, .keepdims = true}));
        o /= nl::sum(o, {.axis = 1, .keepdims = true});
    });
}

const rows programs{
    {"laplace_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) {
             o(inner, inner) = 0.25 * (a(up, inner) + a(down, inner) + a(inner, up) + a(inner, down));
         });
     }},
    {"softmax_f64", softmax<double>},
    {"softmax_f32", softmax<float>},
    {"black_scholes_f64",
     [](size n) {
         return into(out(n), [s = f64(n, 1, 10, 50), k = f64(n, 2, 10, 50), t = f64(n, 3, 0.5, 2)](auto& o) {
             const double rate = 0.05, volatility = 0.3;
             const nl::array<double, 1> spread = volatility * nl::sqrt(t);
             const nl::array<double, 1> d1 = (nl::log(s / k) + (rate + 0.5 * volatility * volatility) * t) / spread;
             o = s * normal(d1) - k * nl::exp(-rate * t) * normal(d1 - spread);
         });
     }},
    {"pairwise_f64",
     [](size n) {
         return into(out(n, n), [p = matrix<double>(3, n, 1)](auto& o) {
             const auto x = p[0], y = p[1], z = p[2];
             const auto column = [](const auto& v) { return v(nl::_, nl::newaxis); };
             o = nl::sqrt(nl::square(column(x) - x) + nl::square(column(y) - y) + nl::square(column(z) - z));
         });
     }},
    {"normalize_f32",
     [](size n) {
         return into(out<float>(n, n), [a = square<float>(n, 1)](auto& o) {
             o = (a - nl::mean(a, {.axis = 0})) / nl::std(a, {.axis = 0});
         });
     }},
    {"horner_complex_f64",
     [](size n) {
         using complex = std::complex<double>;
         return into(out(n), [z = data<complex>(n, 1)](auto& o) { o = nl::abs((z * z - 1.0) * z + 0.5); });
     }},
    {"monte_carlo_pi_f64",
     [](size n) {
         return fresh([x = f64(n, 1), y = f64(n, 2)] {
             return 4.0 * double(nl::count_nonzero(x * x + y * y <= 1)) / double(x.size());
         });
     }},
    {"life_u8",
     [](size n) {
         using u8 = std::uint8_t;
         return into(out<u8>(n, n), [a = square<u8>(n, 1, 0, 2)](auto& o) {
             const nl::array<u8, 2> near = a(up, up) + a(up, inner) + a(up, down) + a(inner, up) + a(inner, down) +
                                           a(down, up) + a(down, inner) + a(down, down);
             o(inner, inner) = (near == 3) | ((near == 2) & (a(inner, inner) == 1));
         });
     }},
};

}  // namespace
}  // namespace bench
