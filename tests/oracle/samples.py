"""Scans, differences, quantiles and the nan-functions of small arrays; the list of shapes stands in samples.hpp too."""
import numpy as np

from values import small

SHAPES = [(1,), (2,), (9,), (5, 4), (4, 1, 33), (3, 101), (101, 3)]
METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull",
           "linear", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]
QUANTILES = [0, 0.1, 0.25, 0.5, 0.77, 0.99, 1]
PERCENTILES = [0, 12.5, 66.6, 100]


def quantile(x, axis, method):
    if method != "closest_observation" or np.lib.NumpyVersion(np.__version__) >= "2.1.0":
        return np.quantile(x, QUANTILES, axis, method=method)
    # NumPy before 2.1 takes the observation with an odd number where two are equally close.
    x = np.sort(x, axis)
    at = np.array(QUANTILES) * (x.size if axis is None else x.shape[axis]) - 1.5
    below = np.floor(at)
    index = np.where((at == below) & (below % 2 == 1), below, below + 1)
    return np.moveaxis(x.take(np.maximum(index, 0).astype(int), axis), axis or 0, 0)


def write(save):
    for dtype in ("bool", "int32", "uint64", "float32", "float64", "complex128"):
        arrays = [small(dtype, shape, 5) for shape in SHAPES]
        for s, x in enumerate(arrays):
            if dtype.startswith("float"):  # sums that round
                x = arrays[s] = (x * np.random.default_rng(s).random(x.shape)).astype(dtype)
            save(f"samples.{dtype}.{s}", x)

        def result(name, function):
            parts = [np.ravel(function(x, axis)) for x in arrays for axis in range(-1, x.ndim)]
            save(f"samples_{name}.{dtype}", np.concatenate(parts))

        # Axis -1 stands for none, where there may be none.
        result("cumsum", lambda x, axis: np.cumsum(x, None if axis < 0 else axis))
        result("cumprod", lambda x, axis: np.cumprod(x, None if axis < 0 else axis))
        result("diff", lambda x, axis: np.diff(x, 1, axis))
        if dtype != "bool":
            result("diff2", lambda x, axis: np.diff(x, 2, axis))
            result("diff_ends", lambda x, axis: np.diff(x, 1, axis, x.dtype.type(3), np.flip(x)))
            result("diff0_ends", lambda x, axis: np.diff(x, 0, axis, x.dtype.type(3), np.flip(x)))
        if dtype != "bool":
            result("median", lambda x, axis: np.median(x, None if axis < 0 else axis))
        if dtype in ("bool", "complex128", "uint64"):
            continue
        result("trapezoid", lambda x, axis: np.trapz(x, dx=0.5, axis=axis))
        result("gradient", lambda x, axis: np.gradient(x, 2.0, axis=axis) if x.shape[axis] > 1 else np.zeros(0, "f4" if dtype == "float32" else "f8"))
        def points(x, axis):
            i = np.arange(x.shape[axis])
            return i * i * 0.25 + i

        for order in (1, 2):
            def slopes(x, axis, *spacing):
                if x.shape[axis] <= order:
                    return np.zeros(0, "f4" if dtype == "float32" else "f8")
                return np.gradient(x, *spacing, axis=axis, edge_order=order)

            result(f"gradient_{order}", lambda x, axis: slopes(x, axis, 0.75))
            result(f"gradient_points_{order}", lambda x, axis: slopes(x, axis, points(x, axis)))
        result("ediff1d", lambda x, axis: np.ediff1d(x, [axis, 7], 3))
        result("average", lambda x, axis: np.average(x, axis, weights=np.arange(x.shape[axis]) + 1.0))
        result("average_weights", lambda x, axis: np.average(x, axis, weights=np.arange(x.shape[axis]) + 1.0, returned=True)[1])
        for method in METHODS:
            result(method, lambda x, axis: quantile(x, None if axis < 0 else axis, method).astype("f8"))
        for method in ("weibull", "linear"):
            result(method + "_percentile", lambda x, axis: np.percentile(x, PERCENTILES, None if axis < 0 else axis, method=method).astype("f8"))
        if dtype == "int32":
            continue
        rng = np.random.default_rng(11)
        for s, x in enumerate(arrays):
            arrays[s] = np.where(rng.random(x.shape) < 0.3, np.nan, x).astype(dtype)
            if s % 2 == 0:
                arrays[s].flat[-1] = np.inf
            save(f"samples.{dtype}.{s + 100}", arrays[s])
        for name in ("nansum", "nanprod", "nanmin", "nanmax", "nanmean", "nanvar", "nanstd", "nanmedian", "nancumsum", "nancumprod", "median"):
            wide = (lambda x: x.astype("f8")) if name in ("nansum", "nanprod", "nanmean", "nanvar", "nanstd") else (lambda x: x)
            result("of_nan_" + name, lambda x, axis: getattr(np, name)(wide(x), None if axis < 0 else axis))
        # By a method that does not interpolate, for there are infinities.
        result("of_nan_nanpercentile", lambda x, axis: np.nanpercentile(x, PERCENTILES, None if axis < 0 else axis, method="higher").astype("f8"))
        result("of_nan_nanquantile", lambda x, axis: np.nanquantile(np.where(np.isinf(x), x.dtype.type(3), x), 0.4, None if axis < 0 else axis).astype("f8"))

        def located(name, x, axis):
            try:
                return getattr(np, name)(x, None if axis < 0 else axis)
            except ValueError:  # nothing but NaN
                return np.zeros(0, np.int64)

        for name in ("nanargmin", "nanargmax"):
            result("of_nan_" + name, lambda x, axis: located(name, x, axis))
