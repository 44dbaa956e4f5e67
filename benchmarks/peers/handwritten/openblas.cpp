// cblas_dgemm and its sisters called directly, without anything around them. The library is the one of the loader's path.
#include <dlfcn.h>

#include <complex>
#include <vector>

#include "harness/row.hpp"

namespace bench {
namespace {

template <class F>
F* symbol(const char* name) {
    static void* const library = [] {
        void* const found = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
        return found != nullptr ? found : dlopen("libopenblas.so", RTLD_NOW | RTLD_LOCAL);
    }();
    return library == nullptr ? nullptr : reinterpret_cast<F*>(dlsym(library, name));
}

template <class T>
std::vector<T> numbers(size n, std::uint32_t seed) {
    std::vector<T> v(static_cast<std::size_t>(n));
    fill(v.data(), v.size(), seed, -1, 1);
    return v;
}

constexpr int row_major = 101, plain = 111, transposed = 112;

// Real products pass scalars by value.
template <class T>
job gemm(const char* name, size rows, size inner, int transpose_a = plain) {
    using function = void(int, int, int, int, int, int, T, const T*, int, const T*, int, T, T*, int);
    function* const f = symbol<function>(name);
    if (f == nullptr) throw std::runtime_error("no OpenBLAS");
    const int n = int(rows), k = int(inner);
    return into(std::vector<T>(std::size_t(rows * rows)),
                [=, a = numbers<T>(rows * inner, 1), b = numbers<T>(rows * inner, 2)](auto& o) {
                    f(row_major, transpose_a, plain, n, n, k, 1, a.data(), transpose_a == plain ? k : n, b.data(), n, 0,
                      o.data(), n);
                });
}
job zgemm(size n) {
    using complex = std::complex<double>;
    using function =
        void(int, int, int, int, int, int, const void*, const void*, int, const void*, int, const void*, void*, int);
    function* const f = symbol<function>("cblas_zgemm");
    if (f == nullptr) throw std::runtime_error("no OpenBLAS");
    const int m = int(n);
    return into(std::vector<complex>(std::size_t(n * n)),
                [=, a = numbers<complex>(n * n, 1), b = numbers<complex>(n * n, 2)](auto& o) {
                    const complex one = 1, zero = 0;
                    f(row_major, plain, plain, m, m, m, &one, a.data(), m, b.data(), m, &zero, o.data(), m);
                });
}

const rows openblas{
    {"matmul_f64", [](size n) { return gemm<double>("cblas_dgemm", n, n); }},
    {"matmul_f32", [](size n) { return gemm<float>("cblas_sgemm", n, n); }},
    {"matmul_c128", zgemm},
    {"matmul_transposed_f64", [](size n) { return gemm<double>("cblas_dgemm", n, n, transposed); }},
    {"matmul_skinny_f64", [](size n) { return gemm<double>("cblas_dgemm", n, 16); }},
    {"tiny_matmul_f64", [](size n) { return gemm<double>("cblas_dgemm", n, n); }},
};

}  // namespace
}  // namespace bench
