#!/usr/bin/env python3
"""Writes the cases of the tests in this folder, operands and what NumPy makes of them, as .npy files.

usage: make_cases.py FOLDER
"""
import os
import sys
from pathlib import Path

# On some CPUs NumPy's loops for complex numbers fuse multiplications with additions and have an abs of their own; the
# plain loops round each operation, and take the C library's hypot.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "FMA3 AVX2 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"

import numpy as np

import axes
import layouts
import reductions
import samples
import ufuncs


def check_that_numpy_rounds_every_operation():
    rng = np.random.default_rng(1)
    for dtype in (np.complex64, np.complex128):
        a, b = ((rng.standard_normal(1000) + 1j * rng.standard_normal(1000)).astype(dtype) for _ in range(2))
        product = a * b
        assert np.array_equal(product.real, a.real * b.real - a.imag * b.imag), "this NumPy fuses complex products"
        assert np.array_equal(product.imag, a.real * b.imag + a.imag * b.real), "this NumPy fuses complex products"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    count = 0

    def save(name, x):
        nonlocal count
        count += 1
        np.save(folder / f"{name}.npy", np.asarray(x))

    check_that_numpy_rounds_every_operation()
    with np.errstate(all="ignore"):
        ufuncs.write(save)
        layouts.write(save)
        reductions.write(save)
        axes.write(save)
        samples.write(save)
    print(f"NumPy {np.__version__}: {count} arrays in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
