#!/usr/bin/env python3
"""No weak symbol of an object file has code above the baseline, unless its name says which CPUs it is for.

usage: weak_symbols.py OBJECT...

The linker keeps one copy of a weak symbol, whichever file it comes from. One whose code needs more than x86-64's baseline
must therefore bear the name of a target (N_AVX2) or of flags (for_cpu_..._avx2) somewhere in its own, template arguments
included. That holds for what numlane instantiates of the standard library too. xsimd's functions bear its own name of the
architecture (xsimd::avx2).
"""
import re
import subprocess
import sys

ABOVE_BASELINE = re.compile(
    r"v(?!err|erw|mcall|mlaunch|mresume|mxo)[a-z]|k(mov|and|or|xor|not|unpck|shift|test|add)|"
    # SSE3 to SSE4.2, AES, bit manipulation
    r"(addsub|hadd|hsub)p|lddqu|mov(ddup|shdup|sldup|be|ntdqa)|p(shufb|hadd|hsub|maddub|mulhrsw|sign|alignr|abs)|"
    r"p?blend|dpp[sd]|extractps|insertps|mpsad|packusdw|pcmp(eqq|gtq|.str)|p(extr|insr)[bdq]|phmin|"
    r"p(max|min)(s[bd]|u[dw])|pmov[sz]x|pmul(dq|ld)|ptest|round[ps]|crc32|popcnt|aes|pclmul|"
    r"andn |bextr|bls|[tl]zcnt|bzhi|mulx|pdep|pext |rorx|sarx|shlx|shrx"
)
NAMES_TARGET = re.compile(r"\d+N_(SSSE3|SSE4|AVX2|AVX3)|\d+(?:xsimd_|scalar_)?for_cpu(?:_(?!no)[a-z0-9]+)|"
                          r"5xsimd.*(?:INS_|5xsimd)\d+(?:sse3|ssse3|sse4_[12]|avx\w*|fma[34])[EI]")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def weak_symbols(path):
    """The names of the weak functions."""
    names = set()
    for line in run("nm", "--defined-only", path).splitlines():
        fields = line.split()
        if len(fields) == 3 and fields[1] in "WVwvu":
            names.add(fields[2])
    return names


def code_above_baseline(path):
    """{function: its first instruction above the baseline}"""
    found, function = {}, None
    for line in run("objdump", "-d", "--no-show-raw-insn", "-w", path).splitlines():
        head = re.match(r"[0-9a-f]+ <(.+)>:$", line)
        if head:
            function = head.group(1)
            continue
        instruction = re.match(r"\s+[0-9a-f]+:\s+((?:rep\w* |lock |data16 |notrack )*)(.+)", line)
        if instruction and function not in found and ABOVE_BASELINE.match(instruction.group(2) + " "):
            found[function] = instruction.group(2).strip()
    return found


def demangled(name):
    return run("c++filt", name).strip()


def main(arguments):
    wrong = checked = 0
    for path in arguments:
        above, weak = code_above_baseline(path), weak_symbols(path)
        checked += len(weak)
        for name in sorted(weak & above.keys()):
            if NAMES_TARGET.search(name):
                continue
            wrong += 1
            print(f"{path}: {demangled(name)[:300]} has {above[name]}")
        if not any(NAMES_TARGET.search(name) for name in weak & above.keys()):
            wrong += 1
            print(f"{path}: no code of any target was found: the check sees nothing")
    print(f"{checked} weak symbols, {wrong} above the baseline without saying so")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
