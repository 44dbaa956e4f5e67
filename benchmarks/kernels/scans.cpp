#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows scans{
    {"cumsum_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::cumsum(a); }); }},
    {"cumsum_i32", [](size n) { return fresh([a = i32(n, 1)] { return nl::cumsum(a); }); }},
    {"cumsum_axis0_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::cumsum(a, {.axis = 0}); }); }},
    {"cumsum_axis1_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::cumsum(a, {.axis = 1}); }); }},
    {"cumprod_f64", [](size n) { return fresh([a = f64(n, 1, 0.999, 1.001)] { return nl::cumprod(a); }); }},
    {"diff_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::diff(a); }); }},
    {"trapezoid_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::trapezoid(a, 0.5); }); }},
};

}  // namespace
}  // namespace bench
