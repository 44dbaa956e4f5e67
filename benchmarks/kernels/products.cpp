#include "kernels/operands.hpp"

namespace bench {
namespace {

using complex = std::complex<double>;

template <class T>
job square_product(size n) {
    return into(out<T>(n, n), [a = square<T>(n, 1), b = square<T>(n, 2)](auto& o) { nl::matmul(a, b, o); });
}

const rows products{
    {"matmul_f64", square_product<double>},
    {"matmul_f32", square_product<float>},
    {"matmul_c128", square_product<complex>},
    {"matmul_i32",
     [](size n) {
         using i = std::int32_t;
         return into(out<i>(n, n),
                     [a = square<i>(n, 1, -9, 9), b = square<i>(n, 2, -9, 9)](auto& o) { nl::matmul(a, b, o); });
     }},
    {"matmul_new_f64", [](size n) { return fresh([a = square(n, 1), b = square(n, 2)] { return nl::matmul(a, b); }); }},
    {"matmul_transposed_f64",
     [](size n) {
         return into(out(n, n), [a = square(n, 1), b = square(n, 2)](auto& o) { nl::matmul(a.T(), b, o); });
     }},
    {"gram_f64", [](size n) { return into(out(n, n), [a = square(n, 1)](auto& o) { nl::matmul(a, a.T(), o); }); }},
    {"matmul_skinny_f64",
     [](size n) {
         return into(out(n, n),
                     [a = matrix<double>(n, 16, 1), b = matrix<double>(16, n, 2)](auto& o) { nl::matmul(a, b, o); });
     }},
    {"matvec_f64",
     [](size n) { return into(out(n), [a = square(n, 1), x = f64(n, 2)](auto& o) { nl::matmul(a, x, o); }); }},
    {"matmul_batch_f64",
     [](size n) {
         return fresh([a = cube<double>(n, 8, 8, 1), b = cube<double>(n, 8, 8, 2)] { return nl::matmul(a, b); });
     }},
    {"matmul_batch32_f64",
     [](size n) {
         return fresh([a = cube<double>(n, 32, 32, 1), b = cube<double>(n, 32, 32, 2)] { return nl::matmul(a, b); });
     }},
    {"dot_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return nl::vdot(a, b); }); }},
    {"vecdot_f64",
     [](size n) {
         return fresh([a = matrix<double>(n, 32, 1), b = matrix<double>(n, 32, 2)] { return nl::vecdot(a, b); });
     }},
    {"outer_f64", [](size n) { return fresh([a = f64(n, 1), b = f64(n, 2)] { return nl::outer(a, b); }); }},
    {"einsum_f64",
     [](size n) {
         return fresh(
             [a = cube<double>(n, n, n, 1), b = cube<double>(n, n, n, 2)] { return nl::einsum("bij,bkj->bik", a, b); });
     }},
};

}  // namespace
}  // namespace bench
