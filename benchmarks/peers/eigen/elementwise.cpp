#include "peers/eigen/operands.hpp"

namespace bench {

contestant self() {
    return {"eigen", std::to_string(EIGEN_WORLD_VERSION) + "." + std::to_string(EIGEN_MAJOR_VERSION) + "." +
                         std::to_string(EIGEN_MINOR_VERSION) + ", -O3 -march=native"};
}

namespace {

using complex = std::complex<double>;
using flags = vector<bool>;

template <class T>
job linear(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = T(2) * a + T(3) * b; });
}
template <class T>
job magnitude(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = (a * a + b * b).sqrt(); });
}
template <class T>
job cubic(size n) {
    return into(out<T>(n), [a = data<T>(n, 1)](auto& o) { o = ((T(0.25) * a + T(0.5)) * a - T(2)) * a + T(1); });
}
template <class T>
job sin_exp(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { o = a.sin() * b + (T(0.3) * a).exp(); });
}
template <class T, class F>
job one(size n, double low, double high, F f) {
    return into(out<T>(n), [a = data<T>(n, 1, low, high), f](auto& o) { o = f(a); });
}

const rows arithmetic{
    {"add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"add_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { o = a + b; }); }},
    {"add_new_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return vector<double>(a + b); }); }},
    {"add_in_place_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o += a; }); }},
    {"add_i32_f64",
     [](size n) { return into(out(n), [a = i32(n, 1), b = f64(n, 2)](auto& o) { o = a.cast<double>() + b; }); }},
    {"scale_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a * 1.5; }); }},
    {"multiply_i32",
     [](size n) { return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { o = a * b; }); }},
    {"divide_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2, 1, 2)](auto& o) { o = a / b; }); }},
    {"multiply_c128",
     [](size n) {
         return into(out<complex>(n), [a = data<complex>(n, 1), b = data<complex>(n, 2)](auto& o) { o = a * b; });
     }},
    {"absolute_c128", [](size n) { return into(out(n), [a = data<complex>(n, 1)](auto& o) { o = a.abs(); }); }},
    {"and_bool",
     [](size n) {
         return into(out<bool>(n), [a = data<bool>(n, 1, 0, 1), b = data<bool>(n, 2, 0, 1)](auto& o) { o = a && b; });
     }},
    {"astype_f64_f32", [](size n) { return into(out<float>(n), [a = f64(n, 1)](auto& o) { o = a.cast<float>(); }); }},
    {"astype_i32_f64", [](size n) { return into(out(n), [a = i32(n, 1)](auto& o) { o = a.cast<double>(); }); }},
};

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
             o = ((a - 0.1).square() + (b - 0.2).square() + (c - 0.3).square()).sqrt();
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
         return into(out(n, n), [x = f64(n, 1), y = f64(n, 2)](auto& o) {
             o = (x * 2).replicate(1, o.cols()).rowwise() + y.transpose();
         });
     }},
    {"standardize_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), m = f64(n, 2), s = f64(n, 3, 1, 2)](auto& o) {
             o = (a.rowwise() - m.transpose()).rowwise() / s.transpose();
         });
     }},
    {"mixed_i32_f64",
     [](size n) { return into(out(n), [i = i32(n, 1), x = f64(n, 2)](auto& o) { o = i.cast<double>() * 0.5 + x; }); }},
    {"mixed_f32_f64",
     [](size n) {
         return into(out(n), [f = f32(n, 1), x = f64(n, 2)](auto& o) { o = f.cast<double>() * x + f.cast<double>(); });
     }},
    {"polynomial_i32",
     [](size n) {
         return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { o = a * a + 3 * b - 7; });
     }},
    {"logic_bool",
     [](size n) {
         return into(out<bool>(n), [a = data<bool>(n, 1, 0, 1), b = data<bool>(n, 2, 0, 1),
                                    c = data<bool>(n, 3, 0, 1)](auto& o) { o = (a && !b) || c; });
     }},
    {"rotate_c128",
     [](size n) {
         return into(out<complex>(n),
                     [a = data<complex>(n, 1), b = data<complex>(n, 2)](auto& o) { o = a * b + a.conjugate(); });
     }},
    {"power_c64",
     [](size n) {
         using c64 = std::complex<float>;
         return into(out<c64>(n), [a = data<c64>(n, 1)](auto& o) { o = a * a * a - c64(1); });
     }},
};

const rows math{
    {"sqrt_f64", [](size n) { return one<double>(n, 0, 100, [](auto& a) { return a.sqrt(); }); }},
    {"sqrt_f32", [](size n) { return one<float>(n, 0, 100, [](auto& a) { return a.sqrt(); }); }},
    {"exp_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return a.exp(); }); }},
    {"exp_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return a.exp(); }); }},
    {"log_f64", [](size n) { return one<double>(n, 0.01, 100, [](auto& a) { return a.log(); }); }},
    {"log_f32", [](size n) { return one<float>(n, 0.01, 100, [](auto& a) { return a.log(); }); }},
    {"sin_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return a.sin(); }); }},
    {"sin_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return a.sin(); }); }},
    {"cos_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return a.cos(); }); }},
    {"cos_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return a.cos(); }); }},
    {"logistic_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return 1.0 / (1.0 + (-a).exp()); }); }},
    {"logistic_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return 1.0f / (1.0f + (-a).exp()); }); }},
    {"gauss_f64",
     [](size n) { return one<double>(n, -3, 3, [](auto& a) { return (-0.5 * a * a).exp() * 0.398942; }); }},
    {"log_ratio_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1, 1, 2), b = f64(n, 2, 1, 2)](auto& o) { o = a * (a / b).log(); });
     }},
};

const rows selection{
    {"less_f64", [](size n) { return into(out<bool>(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a < b; }); }},
    {"equal_i32",
     [](size n) { return into(out<bool>(n), [a = i32(n, 1, 0, 4), b = i32(n, 2, 0, 4)](auto& o) { o = a == b; }); }},
    {"between_f64", [](size n) { return into(out<bool>(n), [a = f64(n, 1)](auto& o) { o = a > 0.0 && a < 0.5; }); }},
    {"maximum_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a.max(b); }); }},
    {"relu_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = a.max(0.0f); }); }},
    {"clip_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = a.max(-0.5).min(0.5); }); }},
    {"clip_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = a.max(-0.5f).min(0.5f); }); }},
    {"where_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = (a > b).select(a, 0.5 * b); }); }},
    {"where_bool_f64",
     [](size n) {
         return into(out(n),
                     [m = data<bool>(n, 3, 0, 1), a = f64(n, 1), b = f64(n, 2)](auto& o) { o = m.select(a, b); });
     }},
    {"leaky_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = (a > 0.0f).select(a, 0.01f * a); }); }},
};

}  // namespace
}  // namespace bench
