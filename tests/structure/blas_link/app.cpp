// Computes by the BLAS that is linked, and says whether that is what the program chose of its own accord.
#include <dlfcn.h>

#include <cstdio>
#include <string>
#include <vector>

#include "numlane/blas.hpp"

namespace {

/// The file of the dgemm that was loaded with the program; empty where it is part of the program, linked statically.
std::string linked_file() {
    void* const dgemm = dlsym(RTLD_DEFAULT, "dgemm_");
    Dl_info of;
    return dgemm != nullptr && dladdr(dgemm, &of) != 0 ? of.dli_fname : "";
}

/// Whether a product of whole numbers, larger than what the native kernels keep for themselves, is exact.
bool computes() {
    constexpr int n = 50;
    std::vector<double> a(n * n), b(n * n), c(n * n);
    for (int i = 0; i < n * n; ++i) a[std::size_t(i)] = i % 7 - 3, b[std::size_t(i)] = i % 11 - 5;
    numlane::blas::gemm<double>({n, n, n, {a.data(), n, 1}, {b.data(), n, 1}, {c.data(), n, 1}});
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j) {
            double sum = 0;
            for (int k = 0; k < n; ++k) sum += a[std::size_t(i * n + k)] * b[std::size_t(k * n + j)];
            if (c[std::size_t(i * n + j)] != sum) return false;
        }
    return true;
}

}  // namespace

int main() {
    const numlane::blas::provider_info at_start = numlane::blas::info();
    const bool right = computes();
    numlane::blas::use("linked");  // throws where there is none
    const numlane::blas::provider_info linked = numlane::blas::info();
    const bool chosen = at_start.provider == linked.provider && at_start.path == linked.path;
    std::printf("chose %s: %s %s\n", chosen ? "what is linked" : "another", at_start.provider.c_str(),
                at_start.path.c_str());
    std::printf("%s\n", linked.path == linked_file() ? "linked is the program's dgemm" : "linked is another dgemm");
    std::printf("product %s\n", right && computes() ? "exact" : "wrong");
}
