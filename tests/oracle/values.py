"""The operands of the cases: every pair of special values of a dtype, then random ones."""
import numpy as np

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float32", "float64"]
COMPLEX = ["complex64", "complex128"]
DTYPES = ["bool", *INTEGERS, *FLOATS, *COMPLEX]
SIZE = 1801  # no multiple of any register


def special(dtype):
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return np.array([False, True])
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        near = [0, 1, 2, 3, 7, 10, info.bits - 1, info.bits, 100, info.max // 2, info.max // 2 + 1, info.max - 1, info.max]
        if dtype.kind == "i":
            near += [-1, -2, -3, -7, -10, -100, info.min // 2, info.min + 1, info.min]
        return np.array(near, dtype)
    info = np.finfo(dtype)
    positive = [0, 1, 0.5, 1.5, 2, 2.5, 3, 7, 0.1, 1e-3, np.pi, 2.0**24 + 1, 2.0**31, 2.0**63, info.max, info.tiny,
                info.tiny / 4, np.nextafter(dtype.type(0), dtype.type(1)), np.inf]
    return np.array([*positive, *(-x for x in positive), np.nan], dtype)


def random(rng, dtype, size):
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return rng.random(size) < 0.5
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        x = rng.integers(info.min, info.max, size, dtype, endpoint=True)
        return np.right_shift(x, rng.integers(0, info.bits - 1, size).astype(dtype))
    if dtype.kind == "c":
        part = f"float{dtype.itemsize * 4}"
        x = np.empty(size, dtype)
        for side in (x.real, x.imag):
            odd = rng.choice(special(part), size)
            side[...] = np.where(rng.random(size) < 0.3, odd, random(rng, part, size))
        return x
    x = rng.standard_normal(size) * 10.0 ** rng.integers(-8, 9, size)
    return np.where(rng.random(size) < 0.3, np.round(x), x).astype(dtype)


def operands(dtype):
    """Three arrays of SIZE elements; the first two hold every pair of special values."""
    rng = np.random.default_rng([SIZE, DTYPES.index(dtype)])
    if np.dtype(dtype).kind == "c":
        return tuple(random(rng, dtype, SIZE) for _ in range(3))
    values = special(dtype)
    pairs = rng.permutation(len(values) ** 2)
    rest = SIZE - len(pairs)
    a = np.concatenate([values[pairs // len(values)], random(rng, dtype, rest)])
    b = np.concatenate([values[pairs % len(values)], random(rng, dtype, rest)])
    c = np.concatenate([rng.choice(values, len(pairs)), random(rng, dtype, rest)])
    return a, b, c


def small(dtype, shape, seed=0):
    """An array for the cases of shapes, where the values matter little: they differ, and no operation on them rounds."""
    rng = np.random.default_rng([seed, *shape])
    if dtype == "bool":
        return rng.random(shape) < 0.5
    x = rng.integers(0 if dtype.startswith("u") else -20, 21, shape)
    if np.dtype(dtype).kind == "c":
        x = x + 1j * rng.integers(-20, 21, shape)
    return x.astype(dtype)
