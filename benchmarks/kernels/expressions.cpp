// Two to eight operations, fused.
#include "kernels/operands.hpp"

namespace bench {
namespace {

template <class T>
job linear(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = 2 * a + 3 * b; });
}
template <class T>
job magnitude(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = nl::sqrt(a * a + b * b); });
}
template <class T>
job cubic(size n) {
    return into(out<T>(n), [a = data<T>(n, 1)](auto& o) { o = ((0.25 * a + 0.5) * a - 2) * a + 1; });
}
template <class T>
job sin_exp(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = nl::sin(a) * b + nl::exp(0.3 * a); });
}

const rows expressions{
    {"linear_f64", linear<double>},
    {"linear_f32", linear<float>},
    {"magnitude_f64", magnitude<double>},
    {"magnitude_f32", magnitude<float>},
    {"cubic_f64", cubic<double>},
    {"cubic_f32", cubic<float>},
    {"sin_exp_f64", sin_exp<double>},
    {"sin_exp_f32", sin_exp<float>},
    {"lerp_f32",
     [](size n) {
         return into(out<float>(n),
                     [a = f32(n, 1), b = f32(n, 2), t = f32(n, 3, 0, 1)](auto& o) { o = a + t * (b - a); });
     }},
    {"distance_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2), c = f64(n, 3)](auto& o) {
             o = nl::sqrt(nl::square(a - 0.1) + nl::square(b - 0.2) + nl::square(c - 0.3));
         });
     }},
    {"eight_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2), c = f64(n, 3)](auto& o) {
             o = ((a + b) * (a - c) + 0.5 * b) * c - a / (c + 3);
         });
     }},
    {"outer_sum_f64",
     [](size n) {
         return into(out(n, n), [x = f64(n, 1), y = f64(n, 2)](auto& o) { o = x(nl::_, nl::newaxis) * 2 + y; });
     }},
    {"standardize_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), m = f64(n, 2), s = f64(n, 3, 1, 2)](auto& o) { o = (a - m) / s; });
     }},
    {"column_scale_f32",
     [](size n) {
         return into(out<float>(n, n), [a = square<float>(n, 1), s = matrix<float>(n, 1, 2),
                                        m = matrix<float>(n, 1, 3)](auto& o) { o = a * s + m; });
     }},
};

}  // namespace
}  // namespace bench
