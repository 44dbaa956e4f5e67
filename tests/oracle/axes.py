"""Reductions along axes: every set of axes of many shapes and views, with and without a mask, keepdims and dtype.

The same lists stand in axes.hpp. The values of floats are small integers, whose sums do not round.
"""
import numpy as np

from values import small

SHAPES = [(3,), (1,), (0,), (4, 0), (0, 3), (5, 1, 7), (2, 3, 4, 5), (40, 3), (3, 40), (70, 130), (5000, 2), (2, 9000),
          (65, 9, 70), (33, 17, 5), (300, 1100)]
SMALL = 1000  # elements, where NumPy gives as many results, or computes them one by one in Python
DTYPES = ["bool", "int8", "int32", "uint64", "float32", "float64", "complex64", "complex128"]
VIEWS = [lambda x: x, lambda x: x.T, lambda x: x[::-1], lambda x: x[..., ::-2], lambda x: x[1:, ..., :-1] if x.ndim > 1 else x[1:]]


def cases():
    """shape, view, axes as bits or -1 for none given, keepdims."""
    for s, shape in enumerate(SHAPES):
        for v in range(len(VIEWS)):
            yield s, v, -1, v % 2
            for bits in range(1, 2 ** len(shape)):
                if len(shape) < 4 or v < 2 or bits % 3 == 1:
                    yield s, v, bits, v % 2


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


def with_nan(dtype, shape):
    rng = np.random.default_rng([7, *shape])
    return np.where(rng.random(shape) < 0.3, np.nan, values(dtype, shape)).astype(dtype)


def signs(x):
    """Of values of 1 and -1 the products do not round."""
    return np.where(x == x[..., ::-1], 1, -1).astype(x.dtype)


def row(shape):
    """-1 instead of the number of axes where NumPy raises an error."""
    return [-1] + [0] * 6 if shape is None else [len(shape), *shape] + [0] * (6 - len(shape))


def quantiles(function, x, q, method="linear", **along):
    if x.size:
        return function(x, q, method=method, **along)
    # NumPy has medians of nothing, but no quantiles.
    return np.full(np.shape(q) + np.shape(np.median(x, **along)), np.nan)


def write_extrema(result, dtype):
    for name in ("min", "max"):
        result(name, lambda x, m, **along: getattr(np, name)(x, **along), dtype)
        result("masked_" + name, lambda x, m, **along: getattr(np, name)(x, **along, where=m, initial=1), dtype)
        result("nan" + name, lambda x, m, **along: getattr(np, "nan" + name)(x, **along), dtype)
    for name in ("argmin", "argmax"):
        result(name, lambda x, m, **along: getattr(np, name)(x, **along), "i8")
    if dtype != "bool":
        result("ptp", lambda x, m, **along: np.ptp(x, **along), dtype)


def write_moments(result, dtype):
    if dtype not in ("int32", "float32", "complex128"):
        return
    wide = "i8" if dtype == "int32" else dtype
    result("prod", lambda x, m, **along: np.prod(signs(x), **along), wide)
    result("masked_prod", lambda x, m, **along: np.prod(signs(x), **along, where=m, initial=3), wide)
    # In extended precision: in its own, NumPy's sums along the first axis are not pairwise.
    quad = np.clongdouble if dtype.startswith("complex") else np.longdouble
    result("var", lambda x, m, **along: np.var(x.astype(quad), **along, ddof=1), "f8")
    result("masked_var", lambda x, m, **along: np.var(x.astype(quad), **along, where=m, ddof=1), "f8")
    result("std", lambda x, m, **along: np.std(x.astype(quad), **along), "f8")
    result("masked_std", lambda x, m, **along: np.std(x.astype(quad), **along, where=m), "f8")


def write_dtypes(result, dtype):
    """In another dtype than NumPy's own choice."""
    if dtype not in ("int32", "float32"):
        return
    other, mean = {"int32": ("i1", "f4"), "float32": ("f8", "f8")}[dtype]
    result("sum_as", lambda x, m, **along: np.sum(x, **along, dtype=other), other)
    result("prod_as", lambda x, m, **along: np.prod(signs(x), **along, dtype=other, initial=3), other)
    result("mean_as", lambda x, m, **along: np.mean(x, **along, dtype=mean), mean)
    result("sum_as_bool", lambda x, m, **along: np.sum(x, **along, dtype="?", where=m), "?")
    result("prod_as_bool", lambda x, m, **along: np.prod(x, **along, dtype="?", where=m), "?")
    for name in ("cumsum", "cumprod"):
        result(name + "_as", lambda x, m, axis, keepdims: getattr(np, name)(x, axis, dtype=other), other, SMALL)


def write_quantiles(result, dtype):
    if dtype == "float32":  # of infinities, of which NumPy makes NaN where it interpolates
        result("nearest_percentile", lambda x, m, **along: quantiles(np.percentile, x, 30, "nearest", **along), "f8")
    if dtype not in ("int32", "float64"):
        return
    result("median", lambda x, m, **along: np.median(x, **along), "f8")
    result("quantile", lambda x, m, **along: quantiles(np.quantile, x, [0, 0.1, 0.5, 1], **along), "f8")
    result("percentile", lambda x, m, **along: quantiles(np.percentile, x, [[0, 12.5], [66.6, 100]], **along), "f8")
    # Without weights NumPy divides by the number of results, even if there is none.
    result("average", lambda x, m, **along: (np.average if x.size else np.mean)(x, **along), "f8")
    result("weighted_average", lambda x, m, **along: np.average(x, **along, weights=m + 1.0), "f8")
    result("sum_of_weights", lambda x, m, **along: np.average(x, **along, weights=m + 1.0, returned=True)[1], "f8")


def write_of_nan(result, dtype):
    result("nansum", lambda x, m, **along: np.nansum(x, **along, where=m, initial=7), dtype)
    result("nanprod", lambda x, m, **along: np.nanprod(x / abs(x), **along, where=m, initial=3), dtype)
    result("nanmean", lambda x, m, **along: np.nanmean(x, **along, where=m), dtype)
    result("nanvar", lambda x, m, **along: np.nanvar(x.astype(np.longdouble), **along, where=m, ddof=1), "f8")
    result("nanstd", lambda x, m, **along: np.nanstd(x.astype(np.longdouble), **along, where=m), "f8")
    for name in ("nanmin", "nanmax"):
        result(name, lambda x, m, **along: getattr(np, name)(x, **along, where=m, initial=1), dtype)
    for name in ("nanargmin", "nanargmax"):
        result(name, lambda x, m, **along: getattr(np, name)(x, **along), "i8")
    result("nanmedian", lambda x, m, **along: np.nanmedian(x, **along), dtype, SMALL)
    for name in ("nancumsum", "nancumprod"):
        result(name, lambda x, m, axis, keepdims: getattr(np, name)(x, axis, dtype="f8"), "f8", SMALL)
    if dtype == "float64":
        result("nanquantile", lambda x, m, **along: quantiles(np.nanquantile, x, [0, 0.1, 0.5, 1], **along), "f8", SMALL)
        result("nanpercentile", lambda x, m, **along: quantiles(np.nanpercentile, x, 66.6, **along), "f8", SMALL)


def write(save):
    table = list(cases())
    save("axes_cases", np.array(table, np.int64))
    masks = [np.random.default_rng(s).random(shape) < 0.6 for s, shape in enumerate(SHAPES)]
    for s, mask in enumerate(masks):
        save(f"axes_mask.{s}", mask)
    for dtype in DTYPES:
        def writer(prefix, make):
            arrays = [make(dtype, shape) for shape in SHAPES]
            for s, x in enumerate(arrays):
                save(f"axes_{prefix}values.{dtype}.{s}", x)

            def result(name, function, out, most=np.inf):
                parts, shapes = [], []
                for s, v, bits, keepdims in table:
                    if arrays[s].size > most:
                        continue
                    x, mask = VIEWS[v](arrays[s]), VIEWS[v](masks[s])
                    try:
                        y = function(x, mask, axis=axis_of(bits, x.ndim), keepdims=keepdims == 1)
                    except (ValueError, TypeError, ZeroDivisionError):
                        shapes.append(row(None))
                        continue
                    parts.append(np.ravel(np.asarray(y, out)))
                    shapes.append(row(np.shape(y)))
                save(f"axes_{prefix}{name}.{dtype}", np.concatenate(parts).astype(out))
                save(f"axes_{prefix}{name}_shapes.{dtype}", np.array(shapes, np.int64))

            return result

        result = writer("", values)
        wide = {"b": "i8", "i": "i8", "u": "u8"}.get(np.dtype(dtype).kind, dtype)
        mean = wide if np.dtype(dtype).kind in "fc" else "f8"
        write_extrema(result, dtype)
        if dtype == "complex64":
            continue
        result("sum", lambda x, m, **along: np.sum(x, **along), wide)
        result("masked_sum", lambda x, m, **along: np.sum(x, **along, where=m, initial=7), wide)
        result("mean", lambda x, m, **along: np.mean(x, **along, dtype=mean), mean)
        result("masked_mean", lambda x, m, **along: np.mean(x, **along, dtype=mean, where=m), mean)
        for name in ("any", "all"):
            result(name, lambda x, m, **along: getattr(np, name)(x, **along), "?")
            result("masked_" + name, lambda x, m, **along: getattr(np, name)(x, **along, where=m), "?")
        result("count_nonzero", lambda x, m, **along: np.count_nonzero(x, **along), "i8")
        write_moments(result, dtype)
        write_dtypes(result, dtype)
        write_quantiles(result, dtype)
        if dtype.startswith("float"):
            write_of_nan(writer("of_nan_", with_nan), dtype)
