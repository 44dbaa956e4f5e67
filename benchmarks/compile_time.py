#!/usr/bin/env python3
"""What a file costs the compiler that uses numlane, and its peers where they are installed: seconds, memory, and bytes of
code, of the same small programs.

usage: compile_time.py [--compiler CXX] [--rounds N] [--json FILE] [PATTERN]   (PATTERN selects libraries)
"""
import argparse
import dataclasses
import fnmatch
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

INCLUDE = pathlib.Path(__file__).resolve().parents[1] / "include"
OPTIONS = ["-std=c++20", "-O2"]


@dataclasses.dataclass
class Library:
    header: str
    array: str  # the type of a vector of double
    cube: str  # of an array of three axes; empty where the library has none
    broadcast: str = "a + b"
    functions: str = ""  # the namespace of sqrt, sin and exp
    options: tuple = ()
    header_first: bool = False  # parse the header once, as a precompiled header


NUMLANE = Library("numlane/numlane.hpp", "numlane::array<double>", "numlane::array<double, 3>", functions="numlane::",
                  options=(f"-I{INCLUDE}",))


def numlane(*options, **others):
    return dataclasses.replace(NUMLANE, options=NUMLANE.options + options, **others)


LIBRARIES = {
    "numlane": numlane(),
    "numlane, 2 targets": numlane("-DNUMLANE_NO_SSE4", "-DNUMLANE_NO_AVX3"),
    "numlane, 1 target": numlane("-DNUMLANE_NO_SSE4", "-DNUMLANE_NO_AVX2", "-DNUMLANE_NO_AVX3"),
    "numlane, xsimd": numlane("-DNUMLANE_SIMD=xsimd"),
    "numlane, scalar": numlane("-DNUMLANE_SIMD=scalar"),
    "numlane::compiled": numlane("-DNUMLANE_COMPILED"),
    "numlane::compiled, precompiled header": numlane("-DNUMLANE_COMPILED", header_first=True),
    "Eigen": Library("Eigen/Dense", "Eigen::ArrayXd", "", options=("-I/usr/include/eigen3",)),
    "xtensor": Library("xtensor/xtensor.hpp", "xt::xarray<double>", "xt::xtensor<double, 3>", functions="xt::"),
    "xtensor, xsimd": Library("xtensor/xtensor.hpp", "xt::xarray<double>", "xt::xtensor<double, 3>", functions="xt::",
                              options=("-DXTENSOR_USE_XSIMD",)),
    "Armadillo": Library("armadillo", "arma::vec", "", functions="arma::"),
}
EXPRESSIONS = [
    "F sqrt(a * a + b * b) * 2.0", "F sin(a) * b", "F exp(a) + b", "a + b", "a - b * 2.0", "a / b + 1.0", "a * a * b",
    "F sqrt(a) + F sqrt(b)", "(a + b) * (a - b)", "a * 3.0 - b * 0.5",
]


def programs(library):
    """The programs by name; the library's own spelling of the same arithmetic."""
    times = "%" if library.array.startswith("arma") else "*"
    eigen = library.array.startswith("Eigen")

    def spell(text):
        text = re.sub(r"(?<=[ab)]) \* (?=[ab(F])", f" {times} ", text)
        if eigen:
            text = re.sub(r"F (\w+)\(([^()]*)\)", r"(\2).\1()", text)
        return text.replace("F ", library.functions)

    def function(name, type_, text):
        return f"{type_} {name}(const {type_}& a, const {type_}& b) {{ return {spell(text)}; }}\n"

    include = f"#include <{library.header}>\n"
    if library.functions == "xt::":
        include += "#include <xtensor/xarray.hpp>\n#include <xtensor/xmath.hpp>\n"
    yield "include", include
    yield "one expression", include + function("f", library.array, EXPRESSIONS[0])
    ten = (function(f"f{i}", library.array, text) for i, text in enumerate(EXPRESSIONS))
    yield "ten expressions", include + "".join(ten)
    if library.cube:
        yield "3-D broadcast", include + function("f", library.cube, library.broadcast)


def run(command):
    """User and system seconds, and peak memory in MB, of the command; None if it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def code_size(path):
    out = subprocess.run(["size", path], capture_output=True, text=True, check=True).stdout
    return int(out.splitlines()[1].split()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--compiler", default=os.environ.get("CXX", "g++"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("pattern", nargs="?", default="*")
    arguments = parser.parse_args()

    results = {}
    with tempfile.TemporaryDirectory() as directory:
        folder = pathlib.Path(directory)
        jobs = []
        for name, library in LIBRARIES.items():
            if not fnmatch.fnmatch(name, arguments.pattern):
                continue
            options = [arguments.compiler, *OPTIONS, *library.options]
            probe = folder / "probe.cpp"
            probe.write_text(f"#include <{library.header}>\n")
            if run([*options, "-fsyntax-only", probe]) is None:
                print(f"# not installed: {name}")
                continue
            if library.header_first:
                copy = folder / f"header{len(jobs)}"
                (copy / library.header).parent.mkdir(parents=True)
                (copy / library.header).write_text(f'#include "{INCLUDE / library.header}"\n')
                cost = run([*options, "-x", "c++-header", copy / library.header, "-o", f"{copy / library.header}.gch"])
                results[name, "the precompiled header itself"] = {"seconds": [cost[0]], "memory": cost[1], "code": 0}
                options.insert(1, f"-I{copy}")
            for program, text in programs(library):
                source = folder / f"program{len(jobs)}.cpp"
                source.write_text(text)
                jobs.append((name, program, [*options, "-c", source, "-o", source.with_suffix(".o")]))
        for _ in range(arguments.rounds):
            for name, program, command in jobs:
                cost = run(command)
                if cost is None:
                    raise SystemExit(f"{name}: {program} does not compile: {' '.join(map(str, command))}")
                row = results.setdefault((name, program), {"seconds": [], "memory": 0})
                row["seconds"].append(cost[0])
                row["memory"] = max(row["memory"], cost[1])
                row["code"] = code_size(command[-1])

    print(f"# {arguments.compiler} {' '.join(OPTIONS)}: CPU seconds (median of {arguments.rounds}), peak MB, KB of code\n")
    print("| library | program | seconds | MB | KB |\n|---|---|---|---|---|")
    for (name, program), row in results.items():
        print(f"| {name} | {program} | {statistics.median(row['seconds']):.2f} | {row['memory']:.0f} "
              f"| {row['code'] / 1024:.1f} |")
    if arguments.json:
        rows = [{"library": name, "program": program, **row} for (name, program), row in results.items()]
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
