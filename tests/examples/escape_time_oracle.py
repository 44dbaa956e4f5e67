#!/usr/bin/env python3
"""Compares the counts of the mandelbrot program with those of the lesson's NumPy program, pixel by pixel.

usage: escape_time_oracle.py PROGRAM
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# What lesson.py advises for plain arithmetic must be enough for it. Names that this NumPy does not know do no harm.
EXAMPLE = pathlib.Path(__file__).parents[2] / "examples" / "mandelbrot"
ADVICE = re.search(r'(NPY_DISABLE_CPU_FEATURES)="(.*)"', (EXAMPLE / "lesson.py").read_text())
os.environ[ADVICE[1]] = ADVICE[2]

import numpy as np  # noqa: E402

sys.path.insert(0, str(EXAMPLE))
import lesson  # noqa: E402

GRIDS = [
    # xmin, xmax, ymin, ymax, width, height, max_iter
    (-2, 1, -1.5, 1.5, 200, 200, 100),
    (-2, 1, -1.5, 1.5, 1, 1, 100),
    (-2, 1, -1.5, 1.5, 1, 211, 50),
    (-2, 1, -1.5, 1.5, 199, 1, 50),
    (-2, 1, -1.5, 1.5, 101, 307, 30),
    (-0.1, 0.1, -0.1, 0.1, 60, 50, 100),
    (-0.75, -0.74, 0.1, 0.11, 150, 101, 500),
    (-1.768778833, -1.768778799, -0.001738996, -0.001738962, 97, 89, 700),
    (-2, 2, -1e-3, 1e-3, 801, 3, 60),
    (-2, 2, -2, 2, 201, 201, 40),
    (-1000, 1000, -1000, 1000, 83, 71, 10),
    # CLI11 by itself takes the double beside this xmin, which lies near chaotic orbits.
    (-0.7432338, -0.74, 0.1315, 0.1325, 1, 601, 1500),
]
# About |c| = 2 in steps of one unit in the last place, of double and of float. Only NumPy is compared with itself there: its
# hypot is the C library's, and that and numlane's are within a unit of the truth, not always the same.
NEAR_TWO = [
    (0.7 - 2**-50, 0.7 + 2**-50, 1.8734993995195195 - 2**-50, 1.8734993995195195 + 2**-50, 33, 33, 10),
    (0.7 - 2**-20, 0.7 + 2**-20, 1.8734993995195195 - 2**-20, 1.8734993995195195 + 2**-20, 33, 33, 10),
]
TARGETS = ["AVX3_SPR", "AVX3_ZEN4", "AVX3", "AVX2", "SSE4", "SSSE3", "SSE2", "NEON", "SCALAR", "EMU128"]


def plain_escape_time(xmin, xmax, ymin, ymax, width, height, max_iter, dtype):
    """The lesson's program in real numbers, where NumPy rounds every operation."""
    c_re = np.linspace(xmin, xmax, width).astype(dtype)[:, np.newaxis]
    c_im = np.linspace(ymin, ymax, height).astype(dtype)[np.newaxis, :]
    x = np.zeros((width, height), dtype)
    y = np.zeros((width, height), dtype)
    counts = np.zeros((width, height), np.int32)
    for _ in range(max_iter):
        mask = np.hypot(x, y) <= 2
        x, y = np.where(mask, x * x - y * y + c_re, x), np.where(mask, x * y + y * x + c_im, y)
        counts[mask] += 1
    return counts


def numpy_rounds_every_operation():
    z = np.random.default_rng(1).standard_normal((2, 10007))
    return np.array_equal(((z[0] + 1j * z[1]) ** 2).real, z[0] * z[0] - z[1] * z[1])


def main():
    program = sys.argv[1]
    failures = runs = 0
    one_pixel = [program, "--width=1", "--height=1"]
    best = json.loads(subprocess.run([*one_pixel, "--json"], stdout=subprocess.PIPE, check=True).stdout)["target"]
    targets = [best] + [t for t in TARGETS if t != best and
                        subprocess.run([*one_pixel, "--quiet", "--target", t], stderr=subprocess.DEVNULL).returncode == 0]
    ask_the_lesson = numpy_rounds_every_operation()
    if not ask_the_lesson:
        print("this NumPy fuses complex arithmetic and cannot be told not to: comparing with the program in real numbers")
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "counts.npy")
        for grid in GRIDS + NEAR_TWO:
            for precision, dtype in (("double", np.float64), ("float", np.float32)):
                expected = plain_escape_time(*grid, dtype)
                if ask_the_lesson and not np.array_equal(lesson.escape_time(*grid, dtype), expected):
                    print(f"the lesson and the definition differ: {grid} {precision}")
                    failures += 1
                for method in ("kernel", "arrays") if grid in GRIDS else ():
                    for number, target in enumerate(targets):
                        threads = (1, 2, 3, 7)[(number + runs) % 4]
                        names = ["xmin", "xmax", "ymin", "ymax", "width", "height", "max-iter"]
                        subprocess.run(
                            [program, "--quiet", "--output", path, "--precision", precision, "--method", method,
                             "--target", target, "--threads", str(threads)] + [f"--{n}={v}" for n, v in zip(names, grid)],
                            check=True)
                        counts = np.load(path)
                        runs += 1
                        if counts.dtype != np.int32 or counts.shape != grid[4:6]:
                            print(f"{counts.dtype} {counts.shape} for {grid}")
                            failures += 1
                        elif not np.array_equal(counts, expected):
                            wrong = np.argwhere(counts != expected)
                            i, j = wrong[0]
                            print(f"{grid} {precision} {method} {target} {threads} threads: {len(wrong)} pixels differ; "
                                  f"the first is ({i}, {j}): {counts[i, j]} instead of {expected[i, j]}")
                            failures += 1
    print(f"{runs} pictures compared, {failures} failures")
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
