// Calls each unit that this CPU can run, and expects the same bits of all.
#include <cstdio>

double plain(int size);
double haswell(int size);
double x86_64_v4(int size);

int main() {
    const int size = 100'003;  // several chunks and a remainder
    const double expected = plain(size);
    std::printf("plain      %.17g\n", expected);
    bool same = expected > size;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        const double got = haswell(size);
        std::printf("haswell    %.17g\n", got);
        same = same && got == expected;
    }
    if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
        const double got = x86_64_v4(size);
        std::printf("x86-64-v4  %.17g\n", got);
        same = same && got == expected;
    }
    return same ? 0 : 1;
}
