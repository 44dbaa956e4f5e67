#include "kernels/operands.hpp"

namespace bench {
namespace {

template <class T, class F>
job one(size n, double low, double high, F f) {
    return into(out<T>(n), [a = data<T>(n, 1, low, high), f](auto& o) { o = f(a); });
}

const rows math{
    {"sqrt_f64", [](size n) { return one<double>(n, 0, 100, [](auto& a) { return nl::sqrt(a); }); }},
    {"sqrt_f32", [](size n) { return one<float>(n, 0, 100, [](auto& a) { return nl::sqrt(a); }); }},
    {"exp_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return nl::exp(a); }); }},
    {"exp_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return nl::exp(a); }); }},
    {"log_f64", [](size n) { return one<double>(n, 0.01, 100, [](auto& a) { return nl::log(a); }); }},
    {"log_f32", [](size n) { return one<float>(n, 0.01, 100, [](auto& a) { return nl::log(a); }); }},
    {"sin_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return nl::sin(a); }); }},
    {"sin_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return nl::sin(a); }); }},
    {"cos_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return nl::cos(a); }); }},
    {"cos_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return nl::cos(a); }); }},
    {"logistic_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return 1 / (1 + nl::exp(-a)); }); }},
    {"logistic_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return 1 / (1 + nl::exp(-a)); }); }},
    {"gauss_f64",
     [](size n) { return one<double>(n, -3, 3, [](auto& a) { return nl::exp(-0.5 * a * a) * 0.398942; }); }},
    {"log_ratio_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1, 1, 2), b = f64(n, 2, 1, 2)](auto& o) { o = a * nl::log(a / b); });
     }},
};

}  // namespace
}  // namespace bench
