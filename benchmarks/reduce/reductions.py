"""NumPy's medians for reductions.cpp, one line each: dtype, function, axis, seconds.

usage: reductions.py REPEATS
"""
import sys
import time

import numpy as np

REPEATS = int(sys.argv[1])
FUNCTIONS = ["sum", "mean", "prod", "min", "max", "ptp", "var", "std", "any", "all", "count_nonzero", "argmin", "argmax", "cumsum"]


def median(run):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def value(dtype):
    n = 1_000_000
    if dtype == "bool":
        return np.arange(n) % 3 == 0
    return ((np.arange(n) * 7919 % 1009) - 500).astype(dtype)


for dtype in ["float32", "float64", "int32", "bool"]:
    flat = value(dtype)
    square = flat.reshape(1000, 1000)
    for name in FUNCTIONS:
        if dtype == "bool" and name == "ptp":
            continue
        function = getattr(np, name)
        with np.errstate(all="ignore"):
            print(dtype, name, "all", median(lambda: function(flat)))
            print(dtype, name, "0", median(lambda: function(square, axis=0)))
            print(dtype, name, "1", median(lambda: function(square, axis=1)))
x = value("float64")[:100_000].copy()
print("float64", "sum", "1e5", median(lambda: x.sum()))
print("float64", "mean", "1e5", median(lambda: x.mean()))
