// Arrays of 1 to 64 elements: what a call costs.
#include <chrono>
#include <thread>

#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows small{
    {"tiny_add_f64", [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a + b; }); }},
    {"tiny_add_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1), b = f32(n, 2)](auto& o) { o = a + b; }); }},
    {"tiny_add_any_rank_f64",
     [](size n) {
         return into(nl::array<double>(out(n)),
                     [a = nl::array<double>(f64(n, 1)), b = nl::array<double>(f64(n, 2))](auto& o) { o = a + b; });
     }},
    {"tiny_new_f64",
     [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return nl::array<double, 1>(a + b); }); }},
    {"tiny_linear_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = 2 * a + 3 * b; }); }},
    {"tiny_sin_exp_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = nl::sin(a) * b + nl::exp(0.3 * a); });
     }},
    {"tiny_where_f64",
     [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = nl::where(a > 0, a, 0.5 * a); }); }},
    {"tiny_sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::sum(a); }); }},
    {"tiny_mean_axis0_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::mean(a, {.axis = 0}); }); }},
    {"tiny_broadcast_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1), b = f64(n, 2)](auto& o) { o = a * b + 1; }); }},
    {"tiny_slice_f64",
     [](size n) { return fresh([a = f64(n, 1)] { return nl::array<double, 1>(a(nl::slice(1, nl::_))); }); }},
    {"tiny_matmul_f64",
     [](size n) { return into(out(n, n), [a = square(n, 1), b = square(n, 2)](auto& o) { nl::matmul(a, b, o); }); }},
    {"tiny_cumsum_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::cumsum(a); }); }},
    // The first call after the threads have gone to sleep.
    {"sqrt_after_idling_f64",
     [](size n) {
         auto o = std::make_shared<nl::array<double, 1>>(out(n));
         return after([] { std::this_thread::sleep_for(std::chrono::milliseconds(10)); },
                      [o, a = f64(n, 1, 0, 1)] {
                          *o = nl::sqrt(a);
                          return (*o)(-1);
                      });
     }},
};

}  // namespace
}  // namespace bench
