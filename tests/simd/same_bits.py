#!/usr/bin/env python3
"""Arithmetic and reductions have the same bits everywhere.

usage: same_bits.py [--expect TARGET] [EMULATOR...] PROGRAM       (PROGRAM is built from programs/show_bits.cpp)

Runs the program on every target that the CPU has. What it prints must be the lines of bits.txt, which hold for every
architecture; the functions of mathematics must agree among the targets that have FMA. With --expect the best target must
be the one named, or the baseline.
"""
import os
import pathlib
import subprocess
import sys

REFERENCE = pathlib.Path(__file__).with_name("bits.txt")
WITH_FMA = {"AVX2", "AVX3", "AVX3_DL", "AVX3_ZEN4"}


def run(command, target):
    env = {k: v for k, v in os.environ.items() if not k.startswith("NUMLANE_")}
    if target:
        env["NUMLANE_TARGET"] = target
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
    first, *results = done.stdout.splitlines()
    word, active, *supported = first.split()
    assert word == "target" and active in supported, first
    return active, supported, dict(line.split() for line in results)


def differences(found, expected, of):
    return [f"{name} is {found.get(name)}, not {bits} as {of}" for name, bits in expected.items() if found.get(name) != bits]


def main(arguments):
    expected_target = None
    if arguments[0] == "--expect":
        expected_target, arguments = arguments[1], arguments[2:]
    reference = dict(line.split() for line in REFERENCE.read_text().splitlines())
    best, supported, _ = run(arguments, None)
    wrong = []
    if expected_target and best != (supported[-1] if expected_target == "baseline" else expected_target):
        wrong.append(f"the best target is {best} of {supported}, not {expected_target}")
    math = None
    for target in supported:
        active, _, results = run(arguments, target)
        if active != target:
            wrong.append(f"NUMLANE_TARGET={target} runs {active}")
        arithmetic = {name: bits for name, bits in results.items() if not name.startswith("math_")}
        wrong += [f"{target}: {text}" for text in differences(arithmetic, reference, "in bits.txt")]
        wrong += [f"{target}: {name} is not in bits.txt" for name in arithmetic.keys() - reference.keys()]
        if target in WITH_FMA:
            functions = {name: bits for name, bits in results.items() if name.startswith("math_")}
            math = math or (target, functions)
            wrong += [f"{target}: {text}" for text in differences(functions, math[1], "on " + math[0])]
    print("\n".join(wrong))
    print(f"{len(reference)} results on {', '.join(supported)}: {len(wrong)} differences")
    return 1 if wrong or not reference else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1:]))
