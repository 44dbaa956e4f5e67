// Reductions of other dtypes.
#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows reductions{
    {"sum_f32", [](size n) { return fresh([a = f32(n, 1)] { return nl::sum(a); }); }},
    {"sum_i32", [](size n) { return fresh([a = i32(n, 1)] { return double(nl::sum(a)); }); }},
    {"sum_bool", [](size n) { return fresh([a = flags(n, 1)] { return double(nl::sum(a)); }); }},
    {"max_axis0_f32", [](size n) { return fresh([a = square<float>(n, 1)] { return nl::max(a, {.axis = 0}); }); }},
    {"mean_axis0_f32", [](size n) { return fresh([a = square<float>(n, 1)] { return nl::mean(a, {.axis = 0}); }); }},
    {"argmin_f32", [](size n) { return fresh([a = f32(n, 1)] { return double(nl::argmin(a)); }); }},
    {"argmax_axis1_i32",
     [](size n) { return fresh([a = square<std::int32_t>(n, 1, -1e6, 1e6)] { return nl::argmax(a, {.axis = 1}); }); }},
    {"min_i32", [](size n) { return fresh([a = i32(n, 1)] { return double(nl::min(a)); }); }},
    {"all_bool", [](size n) { return fresh([a = data<bool>(n, 1, 0, 0.4)] { return nl::all(a); }); }},
    {"count_nonzero_i32", [](size n) { return fresh([a = i32(n, 1, 0, 4)] { return double(nl::count_nonzero(a)); }); }},
};

}  // namespace
}  // namespace bench
