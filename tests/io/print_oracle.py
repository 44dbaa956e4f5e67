#!/usr/bin/env python3
"""Compares how numlane prints arrays with NumPy's repr, byte for byte.

usage: print_oracle.py PROGRAM      (PROGRAM is built from oracle/main.cpp)

numlane prints as NumPy 1.24 does. Newer versions differ in three points, which are put back or left out here:
they append shape= to summarised arrays and print large float32 in scientific notation earlier (both undone by NumPy's
own option legacy="2.1"), and compare the smallest float32 with 1e-4 in float32 instead of float64 (case left out).
"""
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "oracle"))
from driver import ask

VERSION = tuple(int(part) for part in np.__version__.split(".")[:2])
INTEGERS = [np.dtype(kind + str(size)) for kind in "iu" for size in (1, 2, 4, 8)]
DTYPES = [np.dtype(bool), *INTEGERS, *map(np.dtype, ("f4", "f8", "c8", "c16"))]
SHAPES = [(), (0,), (1,), (7,), (0, 3), (3, 0), (2, 0, 3), (1, 1), (2, 3), (3, 4, 2), (2, 1, 3, 2), (40,), (5, 30),
          (1000,), (1001,), (2, 501), (501, 2), (7, 7, 21), (12, 3, 40), (6, 167), (7, 143), (3, 3, 3, 50), (1, 1100),
          (1100, 1), (2,) * 10]


def random_array(rng, dtype, shape):
    if dtype.kind == "b":
        return rng.random(shape) < 0.5
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        shift = dtype.type(2 ** rng.integers(8 * dtype.itemsize - 1))
        return np.asarray(rng.integers(info.min, info.max, shape, dtype, endpoint=True) // shift)
    if dtype.kind == "c":
        x = np.empty(shape, dtype)
        x.real, x.imag = (random_array(rng, np.dtype(f"f{dtype.itemsize // 2}"), shape) for _ in range(2))
        return x
    style = rng.integers(6)
    x = rng.standard_normal(shape)
    if style == 0:
        x = np.round(x * 100)
    elif style == 1:
        x = np.round(x, 2)
    elif style == 2:
        x = x * 10.0 ** rng.integers(-12, 12)
    elif style == 3:
        x = x * 10.0 ** rng.uniform(-30, 30, shape)
    elif style == 4:
        x = np.where(rng.random(shape) < 0.3, rng.choice([np.nan, np.inf, -np.inf, -0.0, 0.0], shape), np.round(x, 3))
    return np.asarray(x).astype(dtype)


def chosen_floats():
    inf, nan = np.inf, np.nan
    yield from ([5.0], [-0.0], [0.0, -0.0], [nan], [inf], [-inf], [nan, -inf], [nan, nan, 1], [inf, -1.5], [-nan, 1e10])
    yield from ([1e8], [99999999.0], [99999999.9], [1e8 - 1, 1e5], [16777217.0], [99999992.0], [33554432.0])
    yield from ([1e-4], [9.9999e-5], [1e-4, 0.1], [1e-4, 0.1000001], [1, 1000], [1, 1000.1], [0.5, 1e-3, 999])
    yield from ([1e300, 1e-300], [1e100, 1], [1.1e-310], [5e-324], [np.finfo(float).max], [3.4028235e38, 1], [1e-45])
    yield from ([1 / 3], [2 / 3, 1], [0.123456785], [0.123456775, 1], [0.1234567849999], [9.999999999], [0.999999995])
    yield from ([99.999999999, 1], [0.00012345678912], [1234567.891, 5], [123456789.125], [1.1, 2.123456789])
    yield from ([1.1e10, 2.123456789e-10], [1e15, 1e16, 1e17], [1e22, 1e23], [-1e10, 1e-10], [0.1, 0.2, 0.3, 1e5])
    yield from ([1e10, nan, -inf], [1e10, inf, 1], [1.5e-5, nan], [-1, 1])


def cases():
    rng = np.random.default_rng(20240229)
    for dtype in DTYPES:
        for shape in SHAPES:
            for _ in range(1 if dtype.kind == "b" else 2 if dtype.kind in "iu" else 6):
                yield random_array(rng, dtype, shape)
    for dtype in INTEGERS:
        info = np.iinfo(dtype)
        yield np.array([info.min, info.max, 0], dtype)
        yield np.array(info.min, dtype)
    for values in chosen_floats():
        for dtype in ("f4", "f8"):
            x = np.array(values)
            with np.errstate(over="ignore"):
                x = x.astype(dtype)
            if VERSION >= (2, 0) and dtype == "f4" and np.float32(1e-4) in np.abs(x):
                continue
            yield x
            if len(x) == 1:
                yield x[0].reshape(())
            yield np.tile(x, 30)
            c = np.empty(len(x), "c8" if dtype == "f4" else "c16")
            for real, imag in ((x, x[::-1]), (x, 0), (1.5, x), (-x, -x)):
                c.real, c.imag = real, imag
                yield c.copy()
    # Powers of two are where the neighbours of a float stand at unequal distances.
    for dtype, exponents in (("f4", range(-149, 128)), ("f8", range(-1074, 1024, 3))):
        powers = np.array([2.0 ** e for e in exponents]).astype(dtype)
        yield from powers
        yield powers
        for tail in (1.23456789e-5, 1.2345678e-5, 1.234567e-5):
            yield from (np.array([p, tail], dtype) for p in powers)
    # Widths around the break of a line, and a dtype that does or does not fit behind the last element.
    for dtype in ("i2", "i4", "i8", "f4", "f8", "c8", "?"):
        for count in range(1, 45):
            yield np.ones(count, dtype)
            yield np.ones((2, count), dtype)
    for axes in (20, 32):
        yield np.ones((1,) * (axes - 1) + (40,), "f4")
    yield np.full((2, 3), 0.1234567890123) * 10.0 ** np.arange(3)
    yield np.array([12345678901234567] * 12)


def main(*program):
    if VERSION >= (2, 2):
        np.set_printoptions(legacy="2.1")
    arrays = [np.asarray(a) for a in cases()]
    with tempfile.TemporaryDirectory() as folder:
        requests = []
        for i, a in enumerate(arrays):
            path = Path(folder) / f"{i}.npy"
            np.save(path, a)
            requests.append(("print", a.dtype.name, path, path.with_suffix(".txt")))
        wrong = 0
        for a, request, answer in zip(arrays, requests, ask(program, requests)):
            found = request[3].read_text() if answer == "ok" else answer
            if found != repr(a):
                wrong += 1
                if wrong <= 10:
                    print(f"NumPy prints\n{a!r}\nand numlane\n{found}\n")
    print(f"{len(arrays)} arrays, {wrong} printed differently from NumPy {np.__version__}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
