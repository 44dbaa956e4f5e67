#!/usr/bin/env python3
"""The namespace of numlane tells apart any two sets of instructions that a compiler may use by itself.

usage: abi_names.py COMPILER INCLUDE

For every CPU and option below, the compiler says which features it has (its macros) and what numlane's namespace is called.
Where two have the same name, they may differ only in features that no compiler uses unasked.
"""
import re
import subprocess
import sys

OPTIONS = [f"-march={cpu}" for cpu in """x86-64 x86-64-v2 x86-64-v3 x86-64-v4 nocona core2 nehalem westmere sandybridge ivybridge
    haswell broadwell skylake skylake-avx512 cannonlake icelake-client icelake-server cascadelake cooperlake tigerlake
    sapphirerapids alderlake graniterapids sierraforest arrowlake bonnell silvermont goldmont goldmont-plus tremont knl knm
    k8 k8-sse3 barcelona bdver1 bdver2 bdver3 bdver4 btver1 btver2 znver1 znver2 znver3 znver4 znver5 native""".split()]
OPTIONS += [f"-m{feature}" for feature in """sse3 ssse3 sse4.1 sse4.2 avx avx2 fma f16c bmi bmi2 lzcnt popcnt movbe tbm xop fma4
    avx512f avx512cd avx512bw avx512vbmi2 avx512bitalg avxvnni gfni""".split()]
UNUSED = re.compile(
    "AES|PCLMUL|VAES|VPCLMULQDQ|SHA|SHA512|SM3|SM4|RDRND|RDSEED|FSGSBASE|ADX|PRFCHW|PREFETCHWT1|PREFETCHI|3dNOW|3dNOW_A|MMX|"
    "SSE4A|SAHF|LAHF_SAHF|XSAVE[A-Z]*|FXSR|CLFLUSHOPT|CLWB|CLZERO|CLDEMOTE|MWAITX|WBNOINVD|RDPID|RDPRU|PKU|SGX|LWP|CRC32|"
    "MOVDIRI|MOVDIR64B|WAITPKG|SERIALIZE|HRESET|PTWRITE|TSXLDTRK|UINTR|ENQCMD|INVPCID|RTM|HLE|SHSTK|CET|KL|WIDEKL|"
    "AMX_[A-Z0-9]+|AVX512ER|AVX512PF|AVX5124FMAPS|AVX5124VNNIW|AVX512VP2INTERSECT|CMPCCXADD|RAOINT|USERMSR|EVEX256|EVEX512|"
    "AVXIFMA|AVXNECONVERT|AVXVNNIINT8|AVXVNNIINT16|GCC_HAVE_SYNC_COMPARE_AND_SWAP_[0-9]+|SSE_MATH|SSE2_MATH|SSE[12]?|[a-z].*|"
    "LAHF|ABM|PCONFIG|MOVRS|BIGGEST_ALIGNMENT|tune.*|.*_H|CLWB|SEG_[FG]S|code_model.*|ATOMIC.*"
)


def preprocess(*arguments, text=""):
    return subprocess.run(arguments, input=text, capture_output=True, text=True)


def main(compiler, include):
    common = [compiler, "-std=c++20", "-E", "-x", "c++", "-"]
    source = '#include "numlane/core/abi.hpp"\n#define TEXT(x) TEXT_(x)\n#define TEXT_(x) #x\nTEXT(NUMLANE_ABI)\n'
    seen, wrong = {}, 0
    for option in OPTIONS:
        macros = preprocess(*common, "-dM", option)
        if macros.returncode != 0:
            continue  # unknown to this compiler
        features = {line.split()[1] for line in macros.stdout.splitlines() if line.endswith(" 1")}
        features = {f.strip("_") for f in features if f.startswith("__")}
        features = {f for f in features if not UNUSED.fullmatch(f)}
        name = preprocess(*common, "-P", f"-I{include}", option, text=source).stdout.split()[-1]
        for other, (before, known) in seen.items():
            if other == name and known != features:
                wrong += 1
                print(f"{option} and {before} are both {name} but differ in {sorted(known ^ features)}")
        seen.setdefault(name, (option, features))
    print(f"{len(seen)} names, {wrong} of which stand for different CPUs")
    return 1 if wrong or len(seen) < 20 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
