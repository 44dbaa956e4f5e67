// Comparisons, where, clip.
#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows selection{
    {"less_f64", [](size n) { return into(out<bool>(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = a < b; }); }},
    {"equal_i32",
     [](size n) { return into(out<bool>(n), [a = i32(n, 1, 0, 4), b = i32(n, 2, 0, 4)](auto& o) { o = a == b; }); }},
    {"between_f64", [](size n) { return into(out<bool>(n), [a = f64(n, 1)](auto& o) { o = (a > 0) & (a < 0.5); }); }},
    {"maximum_f64",
     [](size n) { return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = nl::maximum(a, b); }); }},
    {"relu_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = nl::maximum(a, 0); }); }},
    {"clip_f64", [](size n) { return into(out(n), [a = f64(n, 1)](auto& o) { o = nl::clip(a, -0.5, 0.5); }); }},
    {"clip_f32", [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = nl::clip(a, -0.5, 0.5); }); }},
    {"where_f64",
     [](size n) {
         return into(out(n), [a = f64(n, 1), b = f64(n, 2)](auto& o) { o = nl::where(a > b, a, 0.5 * b); });
     }},
    {"where_bool_f64",
     [](size n) {
         return into(out(n), [m = flags(n, 3), a = f64(n, 1), b = f64(n, 2)](auto& o) { o = nl::where(m, a, b); });
     }},
    {"leaky_f32",
     [](size n) { return into(out<float>(n), [a = f32(n, 1)](auto& o) { o = nl::where(a > 0, a, 0.01f * a); }); }},
};

}  // namespace
}  // namespace bench
