#!/usr/bin/env python3
"""Seconds that g++ -O2 takes for a file that includes numlane.hpp, alone and with one fused expression.

usage: compile_time.py [COMPILER]
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

INCLUDE = pathlib.Path(__file__).resolve().parents[1] / "include"
PROGRAMS = {
    "an empty file": "",
    "numlane.hpp alone": "#include <numlane/numlane.hpp>\n",
    "and one fused expression": """#include <numlane/numlane.hpp>
numlane::array<double> f(const numlane::array<double>& a, const numlane::array<double>& b) {
    return numlane::sqrt(a * a + b * b) * 2;
}
""",
    "with sin and exp": """#include <numlane/numlane.hpp>
numlane::array<double> f(const numlane::array<double>& a, const numlane::array<double>& b) {
    return numlane::sin(a) * b + numlane::exp(0.5 * a);
}
""",
}


def main():
    compiler = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CXX", "g++")
    times = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(5):
            for name, text in PROGRAMS.items():
                source = pathlib.Path(directory, "program.cpp")
                source.write_text(text)
                start = time.perf_counter()
                subprocess.run([compiler, "-std=c++20", "-O2", f"-I{INCLUDE}", "-c", source, "-o", "/dev/null"], check=True)
                times[name].append(time.perf_counter() - start)
    print(f"# {compiler} -std=c++20 -O2, median of five")
    for name, seconds in times.items():
        print(f"{name:28} {statistics.median(seconds):5.2f} s")


if __name__ == "__main__":
    main()
