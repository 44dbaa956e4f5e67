#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows masks{
    {"mask_fill_f64", [](size n) { return into(f64(n, 1), [m = flags(n, 2)](auto& o) { o(m) = 0.25; }); }},
    {"mask_compare_fill_f64", [](size n) { return into(f64(n, 1), [](auto& o) { o(o > 0.5) = 0.75; }); }},
    {"mask_take_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::array<double, 1>(a(a > 0.5)); }); }},
    {"mask_add_f64", [](size n) { return into(f64(n, 1), [m = flags(n, 2)](auto& o) { o(m) += 0.5; }); }},
    {"mask_count_f64", [](size n) { return fresh([a = f64(n, 1)] { return double(nl::count_nonzero(a > 0.5)); }); }},
    {"mask_sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::sum(nl::where(a > 0.5, a, 0)); }); }},
    {"mask_any_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::any(a > 2); }); }},
};

}  // namespace
}  // namespace bench
