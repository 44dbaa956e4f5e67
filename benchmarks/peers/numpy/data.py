"""The operands: the numbers of harness/data.hpp."""
import numpy as np


def uniform(n, seed):
    x = (np.arange(n, dtype=np.uint64) + seed * 0x9E3779B9).astype(np.uint32)
    x = (x ^ (x >> np.uint32(16))) * np.uint32(0x7FEB352D)
    x = (x ^ (x >> np.uint32(15))) * np.uint32(0x846CA68B)
    return (x ^ (x >> np.uint32(16))) * 2.0 ** -32


def data(dtype, shape, seed, low=-1.0, high=1.0):
    """Numbers of [low, high), as bench::fill."""
    dtype = np.dtype(dtype)
    n = int(np.prod(shape))
    x = low + (high - low) * uniform(2 * n if dtype.kind == "c" else n, seed)
    if dtype.kind == "c":
        part = np.float64 if dtype.itemsize == 16 else np.float32
        return x.astype(part).view(dtype).reshape(shape)
    if dtype.kind == "b":
        return (x < 0.5).reshape(shape)
    return (np.floor(x) if dtype.kind in "iu" else x).astype(dtype).reshape(shape)


def f64(shape, seed, low=-1.0, high=1.0):
    return data(np.float64, shape, seed, low, high)


def f32(shape, seed, low=-1.0, high=1.0):
    return data(np.float32, shape, seed, low, high)


def i32(shape, seed, low=-100, high=100):
    return data(np.int32, shape, seed, low, high)


def c128(shape, seed, low=-1.0, high=1.0):
    return data(np.complex128, shape, seed, low, high)


def flags(shape, seed):
    return data(bool, shape, seed, 0, 1)


def spd(n, seed):
    """A symmetric positive definite matrix."""
    m = f64((n, n), seed)
    return m @ m.T / n + np.eye(n)
