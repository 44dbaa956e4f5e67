// Every back end gives the bits of Highway, in one program.
#include <cstdio>

#include "unit.hpp"

namespace {

int compare(const char* name, const std::vector<result>& got, const std::vector<result>& expected) {
    int wrong = got.size() != expected.size();
    std::size_t count = 0;
    for (std::size_t i = 0; i < got.size() && !wrong; ++i) {
        count += got[i].bits.size();
        if (got[i].name == expected[i].name && got[i].bits == expected[i].bits) continue;
        ++wrong;
        std::printf("%s: \"%s\" (result %zu) differs\n", name, expected[i].name.c_str(), i);
    }
    std::printf("%s: %zu values\n", name, count);
    return wrong != 0 || count < 10000;
}

}  // namespace

int main() {
    const std::vector<result> expected = highway();
    int failed = compare("scalar", scalar(), expected);
#ifdef HAVE_XSIMD
    failed |= compare("xsimd", xsimd_baseline(), expected);
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        failed |= compare("xsimd for AVX2", xsimd_avx2(), expected);
    if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        failed |= compare("xsimd for AVX-512", xsimd_avx512(), expected);
#endif
#endif
    return failed;
}
