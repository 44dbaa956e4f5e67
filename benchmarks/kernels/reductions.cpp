// Reductions of float64 along each axis.
#include "kernels/operands.hpp"

namespace bench {
namespace {

const rows reductions{
    {"sum_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::sum(a); }); }},
    {"mean_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::mean(a); }); }},
    {"var_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::var(a); }); }},
    {"min_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::min(a); }); }},
    {"prod_f64", [](size n) { return fresh([a = f64(n, 1, 0.999, 1.001)] { return nl::prod(a); }); }},
    {"argmax_f64", [](size n) { return fresh([a = f64(n, 1)] { return double(nl::argmax(a)); }); }},
    {"median_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::median(a); }); }},
    {"sum_axis0_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::sum(a, {.axis = 0}); }); }},
    // Rows of 20 and of 50, and columns of 3, n of them.
    {"sum_rows_of_20_f64",
     [](size n) { return fresh([a = matrix<double>(n, 20, 1)] { return nl::sum(a, {.axis = 1}); }); }},
    {"argmax_rows_of_50_f64",
     [](size n) { return fresh([a = matrix<double>(n, 50, 1)] { return nl::argmax(a, {.axis = 1}); }); }},
    {"mean_columns_of_3_f64",
     [](size n) { return fresh([a = matrix<double>(3, n, 1)] { return nl::mean(a, {.axis = 0}); }); }},
    {"sum_axis1_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::sum(a, {.axis = 1}); }); }},
    {"std_axis0_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::std(a, {.axis = 0}); }); }},
    {"max_axis1_f64", [](size n) { return fresh([a = square(n, 1)] { return nl::max(a, {.axis = 1}); }); }},
    {"sum_middle_f64",
     [](size n) { return fresh([a = cube<double>(n, n, n, 1)] { return nl::sum(a, {.axis = 1}); }); }},
    {"sum_squares_f64", [](size n) { return fresh([a = f64(n, 1)] { return nl::sum(a * a); }); }},
    {"rms_error_f64",
     [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return std::sqrt(nl::mean(nl::square(a - b))); }); }},
    {"center_axis1_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1)](auto& o) { o = a - nl::mean(a, {.axis = 1, .keepdims = true}); });
     }},
};

}  // namespace
}  // namespace bench
