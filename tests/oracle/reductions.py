"""Reductions of whole arrays of many sizes. The exact sums of floats are math.fsum's."""
import math

import numpy as np

from values import DTYPES, random

SIZES = [0, 1, 2, 3, 31, 64, 65, 127, 256, 1000, 4095, 4096, 4097, 20000, 100003]


def array(dtype, size):
    rng = np.random.default_rng([size, DTYPES.index(dtype)])
    kind = np.dtype(dtype).kind
    if kind == "c":
        x = rng.standard_normal(size) + 1j * rng.standard_normal(size)
        return x.astype(dtype)
    x = random(rng, dtype, size)
    if kind == "f":
        # Every third array holds one NaN, which min and max must find.
        x = (x * rng.random(size)).astype(dtype)
        if size % 3 == 1 and size > 1:
            x[rng.integers(size)] = np.nan
    elif size % 2 == 1:
        x[x == 0] = 1  # all elements are true
    return x


def exact_sum(x):
    if np.isnan(x).any():
        return complex(math.nan, math.nan) if x.dtype.kind == "c" else math.nan
    if x.dtype.kind == "c":
        return complex(exact_sum(x.real), exact_sum(x.imag))
    return math.fsum(x.astype(np.float64))


def write(save):
    save("reduce_sizes", np.array(SIZES, np.int64))
    for dtype in DTYPES:
        arrays = [array(dtype, size) for size in SIZES]
        for size, x in zip(SIZES, arrays):
            save(f"reduce.{dtype}.{size}", x)
        save(f"any.{dtype}", [x.any() for x in arrays])
        save(f"all.{dtype}", [x.all() for x in arrays])
        save(f"count_nonzero.{dtype}", np.array([np.count_nonzero(x) for x in arrays], np.int64))
        kind = np.dtype(dtype).kind
        if kind in "fc":
            save(f"sum.{dtype}", np.array([exact_sum(x) for x in arrays], "f8" if kind == "f" else "c16"))
            save(f"sum_of_magnitudes.{dtype}", np.array([math.fsum(np.abs(x).astype("f8")) for x in arrays], "f8"))
        else:
            save(f"sum.{dtype}", np.array([x.sum() for x in arrays]))
            save(f"mean.{dtype}", np.array([x.mean(dtype="f8") if x.size else np.nan for x in arrays]))
        if kind != "c":
            save(f"min.{dtype}", np.array([x.min() for x in arrays if x.size], dtype))
            save(f"max.{dtype}", np.array([x.max() for x in arrays if x.size], dtype))
