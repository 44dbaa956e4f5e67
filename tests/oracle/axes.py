"""Reductions along axes: every set of axes of many shapes and views, with and without a mask.

The same lists stand in axes.hpp. The values of floats are small integers, whose sums do not round.
"""
import numpy as np

from values import small

SHAPES = [(3,), (1,), (0,), (4, 0), (0, 3), (5, 1, 7), (2, 3, 4, 5), (40, 3), (3, 40), (70, 130), (5000, 2), (2, 9000),
          (65, 9, 70), (33, 17, 5), (300, 1100)]
DTYPES = ["bool", "int8", "int32", "uint64", "float32", "float64", "complex64", "complex128"]
VIEWS = [lambda x: x, lambda x: x.T, lambda x: x[::-1], lambda x: x[..., ::-2], lambda x: x[1:, ..., :-1] if x.ndim > 1 else x[1:]]


def cases():
    """shape, view, axes as bits or -1 for none given."""
    for s, shape in enumerate(SHAPES):
        for v in range(len(VIEWS)):
            yield s, v, -1
            for bits in range(1, 2 ** len(shape)):
                if len(shape) < 4 or v < 2 or bits % 3 == 1:
                    yield s, v, bits


def axis_of(bits, ndim):
    """One axis is negative, several are a tuple that begins with the last."""
    if bits < 0:
        return None
    axes = [a for a in range(ndim) if bits >> a & 1]
    return axes[0] - ndim if len(axes) == 1 else tuple(reversed(axes))


def values(dtype, shape):
    x = small(dtype, shape, 3)
    if dtype.startswith("float") and x.size > 50:
        x.flat[x.size // 2] = np.nan
    if dtype in ("float32", "complex64") and x.size > 50:
        x.flat[3] = np.inf
    if dtype == "complex64" and x.size > 50:  # one only: which of several comes first, NumPy leaves to their places in memory
        x.flat[x.size // 2] = complex(np.nan, 2) if len(shape) % 2 else complex(2, np.nan)
    return x


def empty_of(function, x, axis):
    try:
        return function(x, axis)
    except ValueError:  # there is no extremum of nothing
        return np.zeros(0)


def write_extrema(result, dtype):
    for name in ("min", "max"):
        result(name, lambda x, axis, m: empty_of(getattr(np, name), x, axis), dtype)
        result("masked_" + name, lambda x, axis, m: getattr(np, name)(x, axis, where=m, initial=1), dtype)
        result("nan" + name, lambda x, axis, m: empty_of(getattr(np, "nan" + name), x, axis), dtype)
    for name in ("argmin", "argmax"):
        result(name, lambda x, axis, m: np.zeros(0) if isinstance(axis, tuple) else empty_of(getattr(np, name), x, axis), "i8")
    if dtype != "bool":
        result("ptp", lambda x, axis, m: empty_of(np.ptp, x, axis), dtype)


def write(save):
    table = list(cases())
    save("axes_cases", np.array(table, np.int64))
    masks = [np.random.default_rng(s).random(shape) < 0.6 for s, shape in enumerate(SHAPES)]
    for s, mask in enumerate(masks):
        save(f"axes_mask.{s}", mask)
    for dtype in DTYPES:
        arrays = [values(dtype, shape) for shape in SHAPES]
        for s, x in enumerate(arrays):
            save(f"axes_values.{dtype}.{s}", x)
        wide = {"b": "i8", "i": "i8", "u": "u8"}.get(np.dtype(dtype).kind, dtype)
        mean = wide if np.dtype(dtype).kind in "fc" else "f8"
        real = np.zeros(0, mean).real.dtype

        def result(name, function, out):
            parts = []
            for s, v, bits in table:
                x, mask = VIEWS[v](arrays[s]), VIEWS[v](masks[s])
                parts.append(np.ravel(np.asarray(function(x, axis_of(bits, x.ndim), mask), out)))
            save(f"axes_{name}.{dtype}", np.concatenate(parts).astype(out))

        write_extrema(result, dtype)
        if dtype == "complex64":
            continue
        result("sum", lambda x, axis, m: np.sum(x, axis), wide)
        result("masked_sum", lambda x, axis, m: np.sum(x, axis, where=m, initial=7), wide)
        result("mean", lambda x, axis, m: np.mean(x, axis, dtype=mean), mean)
        result("masked_mean", lambda x, axis, m: np.mean(x, axis, dtype=mean, where=m), mean)
        result("any", lambda x, axis, m: np.any(x, axis), "?")
        result("all", lambda x, axis, m: np.all(x, axis, where=m), "?")
        result("count_nonzero", lambda x, axis, m: np.count_nonzero(x, axis), "i8")
        # Of values of 1 and -1 the products do not round.
        result("prod", lambda x, axis, m: np.prod(np.where(x == x[..., ::-1], 1, -1).astype(dtype), axis), wide)
        # In extended precision: in its own, NumPy's sums along the first axis are not pairwise.
        quad = np.clongdouble if dtype.startswith("complex") else np.longdouble
        result("var", lambda x, axis, m: np.var(x.astype(quad), axis, ddof=1), "f8")
        result("masked_std", lambda x, axis, m: np.std(x.astype(quad), axis, where=m), "f8")
