#pragma once

// NUMLANE_BASELINE_LEVEL is the x86-64-v level of the lowest CPU that the program serves; CMake's NUMLANE_BASELINE sets it
// with the flags. On a lower one the program says so and ends, instead of dying of an illegal instruction: the check runs
// before the other initialisers of the program, and is itself compiled for every x86-64. The level counts, and not the
// flags of the file: a program may hold files for CPUs above its baseline, which it only calls where they can run.
#if NUMLANE_BASELINE_LEVEL > 1 && defined(__x86_64__) && defined(__ELF__)

#include <cpuid.h>

#include <cstdio>
#include <cstdlib>

#include "numlane/core/abi.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

#define NUMLANE_FOR_ANY_CPU __attribute__((target("arch=x86-64")))

NUMLANE_FOR_ANY_CPU inline void need_feature(bool& missing, bool has, const char* feature) {
    if (has) return;
    if (!missing) std::fputs("numlane: this program is compiled for a higher CPU than this one, which lacks", stderr);
    missing = true;
    std::fputs(feature, stderr);
}

NUMLANE_FOR_ANY_CPU __attribute__((constructor(101), used)) static void check_baseline() {
    __builtin_cpu_init();
    bool missing = false;
    need_feature(missing, __builtin_cpu_supports("sse3"), " SSE3");
    need_feature(missing, __builtin_cpu_supports("ssse3"), " SSSE3");
    need_feature(missing, __builtin_cpu_supports("sse4.1"), " SSE4.1");
    need_feature(missing, __builtin_cpu_supports("sse4.2"), " SSE4.2");
    need_feature(missing, __builtin_cpu_supports("popcnt"), " POPCNT");
    need_feature(missing, __builtin_cpu_supports("aes"), " AES");
    need_feature(missing, __builtin_cpu_supports("pclmul"), " PCLMUL");
#if NUMLANE_BASELINE_LEVEL > 2
    need_feature(missing, __builtin_cpu_supports("avx"), " AVX");
    need_feature(missing, __builtin_cpu_supports("fma"), " FMA");
    need_feature(missing, __builtin_cpu_supports("bmi"), " BMI");
    need_feature(missing, __builtin_cpu_supports("bmi2"), " BMI2");
    need_feature(missing, __builtin_cpu_supports("avx2"), " AVX2");
    // Those that older compilers have no names for.
    unsigned a, b, c = 0, d;
    __get_cpuid(1, &a, &b, &c, &d);
    need_feature(missing, (c & bit_MOVBE) != 0, " MOVBE");
    need_feature(missing, (c & bit_F16C) != 0, " F16C");
    c = 0;
    __get_cpuid(0x80000001u, &a, &b, &c, &d);
    need_feature(missing, (c & bit_LZCNT) != 0, " LZCNT");
#endif
#if NUMLANE_BASELINE_LEVEL > 3
    need_feature(missing, __builtin_cpu_supports("avx512f"), " AVX512F");
    need_feature(missing, __builtin_cpu_supports("avx512cd"), " AVX512CD");
    need_feature(missing, __builtin_cpu_supports("avx512dq"), " AVX512DQ");
    need_feature(missing, __builtin_cpu_supports("avx512bw"), " AVX512BW");
    need_feature(missing, __builtin_cpu_supports("avx512vl"), " AVX512VL");
#endif
    if (!missing) return;
    std::fputs("; build it with a lower NUMLANE_BASELINE\n", stderr);
    std::_Exit(1);
}

#undef NUMLANE_FOR_ANY_CPU

}  // namespace detail
NUMLANE_END_NAMESPACE

#endif
