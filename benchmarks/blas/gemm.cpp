// Matrix products: the native kernels and the seam beside OpenBLAS's own cblas_dgemm, on one thread and on two.
// Run it without OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE in the environment, which make OpenBLAS slower.
#include <dlfcn.h>

#include <chrono>
#include <complex>
#include <cstdio>
#include <thread>
#include <vector>

#include "../bench.hpp"
#include "numlane/blas.hpp"
#include "numlane/simd/control.hpp"

namespace nl = numlane;

namespace {

template <class T>
std::vector<T> filled(nl::index_t size, int seed) {
    std::vector<T> v(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < v.size(); ++i) v[i] = T(int(i * 7 + std::size_t(seed)) % 13 - 6);
    return v;
}

using cblas_dgemm_type = void (*)(int, int, int, int, int, int, double, const double*, int, const double*, int, double,
                                  double*, int);
using cblas_sgemm_type = void (*)(int, int, int, int, int, int, float, const float*, int, const float*, int, float,
                                  float*, int);
using cblas_zgemm_type = void (*)(int, int, int, int, int, int, const void*, const void*, int, const void*, int,
                                  const void*, void*, int);

template <class T, class Direct>
void square(bench::table& table, const char* type, nl::index_t n, const Direct& direct) {
    const auto a = filled<T>(n * n, 1), b = filled<T>(n * n, 2);
    std::vector<T> c(a.size());
    const nl::blas::gemm_args<T> g{n, n, n, {a.data(), n, 1}, {b.data(), n, 1}, {c.data(), n, 1}};
    const std::string name = std::string(type) + " " + std::to_string(n);
    const bench::contestant library{"OpenBLAS", [&] { direct(int(n), a.data(), b.data(), c.data()); }};
    const bench::contestant seam{"seam", [&] { nl::blas::gemm(g); }},
        native{"native", [&] { nl::blas::native::gemm(g); }};
    if (nl::get_num_threads() == 1) {
        table.row(name, {library, native, seam}, 0.3);
        return;
    }
    // Threads of OpenBLAS go on spinning for a while after a product, on the processors that others then lack: the native
    // kernels wait until those sleep, and do not alternate with them.
    const bench::seconds others = table.row(name, {library, seam}, 0.2)[0];
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const bench::seconds ours = table.row(name, {native}, 0.2)[0];
    char text[60];
    std::snprintf(text, sizeof text, "native x%.2f of OpenBLAS", ours / others);
    table.note(text);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        nl::blas::use("openblas");
    } catch (const nl::blas_error& e) {
        std::printf("%s\n", e.what());
        return 0;
    }
    void* const library = dlopen(nl::blas::info().path.c_str(), RTLD_NOW | RTLD_LOCAL);
    const auto dgemm = reinterpret_cast<cblas_dgemm_type>(dlsym(library, "cblas_dgemm"));
    const auto sgemm = reinterpret_cast<cblas_sgemm_type>(dlsym(library, "cblas_sgemm"));
    const auto zgemm = reinterpret_cast<cblas_zgemm_type>(dlsym(library, "cblas_zgemm"));
    const auto set_threads = reinterpret_cast<void (*)(int)>(dlsym(library, "openblas_set_num_threads"));
    const int most = nl::get_num_threads() < 2 ? 1 : 2;
    for (int threads = 1; threads <= most; ++threads) {
        nl::set_num_threads(threads);
        set_threads(threads);
        const std::string name = threads == 1 ? "gemm, one thread" : "gemm, two threads";
        bench::table table(name.c_str(), argc, argv);
        table.note(nl::blas::info().version + "; target " + nl::simd::active_target());
        for (const nl::index_t n : {8, 16, 32, 64, 128, 256, 500, 1000}) {
            square<double>(table, "float64", n, [&](int s, const double* a, const double* b, double* c) {
                dgemm(101, 111, 111, s, s, s, 1.0, a, s, b, s, 0.0, c, s);
            });
        }
        for (const nl::index_t n : {32, 256, 1000}) {
            square<float>(table, "float32", n, [&](int s, const float* a, const float* b, float* c) {
                sgemm(101, 111, 111, s, s, s, 1.0f, a, s, b, s, 0.0f, c, s);
            });
        }
        for (const nl::index_t n : {32, 256, 500}) {
            using complex = std::complex<double>;
            square<complex>(table, "complex128", n, [&](int s, const complex* a, const complex* b, complex* c) {
                const complex one = 1, zero = 0;
                zgemm(101, 111, 111, s, s, s, &one, a, s, b, s, &zero, c, s);
            });
        }
    }
}
