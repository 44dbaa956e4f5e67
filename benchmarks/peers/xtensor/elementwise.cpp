#include "peers/xtensor/operands.hpp"
#include "xtensor/xtensor_config.hpp"

namespace bench {

contestant self() {
    std::string version = std::to_string(XTENSOR_VERSION_MAJOR) + "." + std::to_string(XTENSOR_VERSION_MINOR) + "." +
                          std::to_string(XTENSOR_VERSION_PATCH);
#ifdef XTENSOR_USE_XSIMD
    version += ", xsimd " + std::to_string(XSIMD_VERSION_MAJOR) + "." + std::to_string(XSIMD_VERSION_MINOR) + "." +
               std::to_string(XSIMD_VERSION_PATCH);
#endif
    return {"xtensor", version + ", -O3 -march=native"};
}

namespace {

using complex = std::complex<double>;

template <class T>
job linear(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { put(o, T(2) * a + T(3) * b); });
}
template <class T>
job magnitude(size n) {
    return into(out<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { put(o, xt::sqrt(a * a + b * b)); });
}
template <class T>
job cubic(size n) {
    return into(out<T>(n), [a = data<T>(n, 1)](auto& o) { put(o, ((T(0.25) * a + T(0.5)) * a - T(2)) * a + T(1)); });
}
template <class T>
job sin_exp(size n) {
    return into(out<T>(n),
                [a = data<T>(n, 1), b = data<T>(n, 2)](auto& o) { put(o, xt::sin(a) * b + xt::exp(T(0.3) * a)); });
}
template <class T, class F>
job one(size n, double low, double high, F f) {
    return into(out<T>(n), [a = data<T>(n, 1, low, high), f](auto& o) { put(o, f(a)); });
}

const rows arithmetic{
    {"add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, a + b); }); }},
    {"add_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { put(o, a + b); }); }},
    {"add_new_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return vector<double>(a + b); }); }},
    {"add_in_place_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { xt::noalias(o) += a; }); }},
    {"add_i32_f64", [](size n) { return into(out(n), [a = i32(n, 1), b = f64(n, 2)](auto& o) { put(o, a + b); }); }},
    {"scale_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { put(o, a * 1.5); }); }},
    {"multiply_i32",
     [](size n) { return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { put(o, a * b); }); }},
    {"divide_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2, 1, 2)](auto& o) { put(o, a / b); }); }},
    {"multiply_c128",
     [](size n) {
         return into(out<complex>(n), [a = data<complex>(n, 1), b = data<complex>(n, 2)](auto& o) { put(o, a * b); });
     }},
    {"astype_f64_f32",
     [](size n) { return into(out<float>(n), [a = f64(n, 1)](auto& o) { put(o, xt::cast<float>(a)); }); }},
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
                     [a = f32(n, 1), b = f32(n, 2), t = f32(n, 3, 0, 1)](auto& o) { put(o, a + t * (b - a)); });
     }},
    {"distance_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2), c = f64(n, 3)](auto& o) {
             put(o, xt::sqrt(xt::square(a - 0.1) + xt::square(b - 0.2) + xt::square(c - 0.3)));
         });
     }},
    {"eight_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2), c = f64(n, 3)](auto& o) {
             put(o, ((a + b) * (a - c) + 0.5 * b) * c - a / (c + 3.0));
         });
     }},
    {"outer_sum_f64",
     [](size n) {
         return into(out(n, n), [x = f64(n, 1), y = f64(n, 2)](auto& o) {
             put(o, xt::view(x, xt::all(), xt::newaxis()) * 2.0 + y);
         });
     }},
    {"standardize_f64",
     [](size n) {
         return into(out(n, n),
                     [a = square(n, 1), m = f64(n, 2), s = f64(n, 3, 1, 2)](auto& o) { put(o, (a - m) / s); });
     }},
    {"column_scale_f32",
     [](size n) {
         return into(out<float>(n, n), [a = filled<float>(n, n, 1), s = filled<float>(n, 1, 2),
                                        m = filled<float>(n, 1, 3)](auto& o) { put(o, a * s + m); });
     }},
    {"mixed_i32_f64",
     [](size n) { return into(out(n), [i = i32(n, 1), x = f64(n, 2)](auto& o) { put(o, i * 0.5 + x); }); }},
    {"mixed_f32_f64",
     [](size n) { return into(out(n), [f = f32(n, 1), x = f64(n, 2)](auto& o) { put(o, f * x + f); }); }},
    {"polynomial_i32",
     [](size n) {
         return into(out<std::int32_t>(n), [a = i32(n, 1), b = i32(n, 2)](auto& o) { put(o, a * a + 3 * b - 7); });
     }},
};

const rows math{
    {"sqrt_f64", [](size n) { return one<double>(n, 0, 100, [](auto& a) { return xt::sqrt(a); }); }},
    {"sqrt_f32", [](size n) { return one<float>(n, 0, 100, [](auto& a) { return xt::sqrt(a); }); }},
    {"exp_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return xt::exp(a); }); }},
    {"exp_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return xt::exp(a); }); }},
    {"log_f64", [](size n) { return one<double>(n, 0.01, 100, [](auto& a) { return xt::log(a); }); }},
    {"log_f32", [](size n) { return one<float>(n, 0.01, 100, [](auto& a) { return xt::log(a); }); }},
    {"sin_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return xt::sin(a); }); }},
    {"sin_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return xt::sin(a); }); }},
    {"cos_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return xt::cos(a); }); }},
    {"cos_f32", [](size n) { return one<float>(n, -10, 10, [](auto& a) { return xt::cos(a); }); }},
    {"logistic_f64", [](size n) { return one<double>(n, -10, 10, [](auto& a) { return 1.0 / (1.0 + xt::exp(-a)); }); }},
    {"logistic_f32",
     [](size n) { return one<float>(n, -10, 10, [](auto& a) { return 1.0f / (1.0f + xt::exp(-a)); }); }},
    {"gauss_f64",
     [](size n) { return one<double>(n, -3, 3, [](auto& a) { return xt::exp(-0.5 * a * a) * 0.398942; }); }},
    {"log_ratio_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1, 1, 2), b = f64(n, 2, 1, 2)](auto& o) { put(o, a * xt::log(a / b)); });
     }},
};

const rows selection{
    {"less_f64", [](size n) { return into(out<bool>(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, a < b); }); }},
    {"maximum_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, xt::maximum(a, b)); }); }},
    {"relu_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { put(o, xt::maximum(a, 0.0f)); }); }},
    {"clip_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { put(o, xt::clip(a, -0.5, 0.5)); }); }},
    {"clip_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { put(o, xt::clip(a, -0.5f, 0.5f)); }); }},
    {"where_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { put(o, xt::where(a > b, a, 0.5 * b)); });
     }},
    {"leaky_f32",
     [](size n) {
         return into(out<float>(n), [a = f32(n, 1)](auto& o) { put(o, xt::where(a > 0.0f, a, 0.01f * a)); });
     }},
};

}  // namespace
}  // namespace bench
