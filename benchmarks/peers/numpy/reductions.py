"""Reductions and scans."""
FLAT, SQUARE = "a = f64(n, 1)", "a = f64((n, n), 1)"
ROWS = {
    "sum_f64": (FLAT, "out = np.sum(a)"),
    "mean_f64": (FLAT, "out = np.mean(a)"),
    "var_f64": (FLAT, "out = np.var(a)"),
    "min_f64": (FLAT, "out = np.min(a)"),
    "prod_f64": ("a = f64(n, 1, 0.999, 1.001)", "out = np.prod(a)"),
    "argmax_f64": (FLAT, "out = np.argmax(a)"),
    "median_f64": (FLAT, "out = np.median(a)"),
    "sum_axis0_f64": (SQUARE, "out = np.sum(a, axis=0)"),
    "sum_rows_of_20_f64": ("a = f64((n, 20), 1)", "out = np.sum(a, axis=1)"),
    "argmax_rows_of_50_f64": ("a = f64((n, 50), 1)", "out = np.argmax(a, axis=1)"),
    "mean_columns_of_3_f64": ("a = f64((3, n), 1)", "out = np.mean(a, axis=0)"),
    "sum_axis1_f64": (SQUARE, "out = np.sum(a, axis=1)"),
    "std_axis0_f64": (SQUARE, "out = np.std(a, axis=0)"),
    "max_axis1_f64": (SQUARE, "out = np.max(a, axis=1)"),
    "sum_middle_f64": ("a = f64((n, n, n), 1)", "out = np.sum(a, axis=1)"),
    "sum_squares_f64": (FLAT, "out = np.sum(a * a)"),
    "rms_error_f64": (FLAT + "; b = f64(n, 2)", "out = np.sqrt(np.mean((a - b)**2))"),
    "center_axis1_f64": (SQUARE, "out = a - np.mean(a, axis=1, keepdims=True)"),
    "sum_f32": ("a = f32(n, 1)", "out = np.sum(a)"),
    "sum_i32": ("a = i32(n, 1)", "out = np.sum(a)"),
    "sum_bool": ("a = flags(n, 1)", "out = np.sum(a)"),
    "max_axis0_f32": ("a = f32((n, n), 1)", "out = np.max(a, axis=0)"),
    "mean_axis0_f32": ("a = f32((n, n), 1)", "out = np.mean(a, axis=0)"),
    "argmin_f32": ("a = f32(n, 1)", "out = np.argmin(a)"),
    "argmax_axis1_i32": ("a = i32((n, n), 1, -1e6, 1e6)", "out = np.argmax(a, axis=1)"),
    "min_i32": ("a = i32(n, 1)", "out = np.min(a)"),
    "all_bool": ("a = data(bool, n, 1, 0, 0.4)", "out = np.all(a)"),
    "count_nonzero_i32": ("a = i32(n, 1, 0, 4)", "out = np.count_nonzero(a)"),
    "cumsum_f64": (FLAT, "out = np.cumsum(a)"),
    "cumsum_i32": ("a = i32(n, 1)", "out = np.cumsum(a)"),
    "cumsum_axis0_f64": (SQUARE, "out = np.cumsum(a, axis=0)"),
    "cumsum_axis1_f64": (SQUARE, "out = np.cumsum(a, axis=1)"),
    "cumprod_f64": ("a = f64(n, 1, 0.999, 1.001)", "out = np.cumprod(a)"),
    "diff_f64": (FLAT, "out = np.diff(a)"),
    "trapezoid_f64": ("a, trapezoid = f64(n, 1), getattr(np, 'trapezoid', None) or np.trapz", "out = trapezoid(a, dx=0.5)"),
}


def every_reduction():
    """The rows of kernels/every_reduction.hpp."""
    dtypes = {"f32": "np.float32", "f64": "np.float64", "i32": "np.int32", "bool": "bool"}
    any_numbers = (-1, 1, -100, 100, 0, 1)
    ranges = {"prod": (0.999, 1.001, -100, 100, 0, 1), "any": (0, 0, 0, 1, 0.6, 1), "all": (0.5, 1, 1, 5, 0, 0.4)}
    for name in ("cumprod", "nanprod", "nancumprod"):
        ranges[name] = ranges["prod"]
    for name in ("sum", "mean", "var", "std", "min", "max", "argmin", "argmax", "median", "cumsum", "prod", "cumprod", "any", "all",
                 "count_nonzero", "ptp", "nansum", "nanmean", "nanvar", "nanmin", "nanmax", "nanargmin", "nanmedian", "nanstd", "nanprod", "nanargmax",
                 "nancumsum", "nancumprod"):
        for at, (dtype, numpys) in zip((0, 0, 2, 4), dtypes.items()):
            low, high = ranges.get(name, any_numbers)[at:at + 2]
            for axis in ("", "_axis0", "_axis1"):
                of = f", axis={axis[-1]}" if axis else ""
                yield (f"reduce_{name}{axis}_{dtype}",
                       (f"a = data({numpys}, (n, n), 1, {low}, {high})", f"out = np.{name}(a{of})"))


ROWS.update(every_reduction())
