// Calls each unit that this CPU can run, and expects the same bits of all.
#include <cstdio>
#include <cstring>

double plain(int size);
double haswell(int size);
double native(int size);

// NUMLANE_NATIVE_NEEDS is the best of these that -march=native means where this was compiled; empty if it is none.
bool can_run_native() {
    const char* const needs = NUMLANE_NATIVE_NEEDS;
    if (std::strcmp(needs, "avx512") == 0)
        return __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
    if (std::strcmp(needs, "avx2") == 0) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return false;
}

int main() {
    const int size = 100'003;  // several chunks and a remainder
    const double expected = plain(size);
    std::printf("plain    %.17g\n", expected);
    bool same = expected > size;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        const double got = haswell(size);
        std::printf("haswell  %.17g\n", got);
        same = same && got == expected;
    }
    if (can_run_native()) {
        const double got = native(size);
        std::printf("native   %.17g\n", got);
        same = same && got == expected;
    }
    return same ? 0 : 1;
}
