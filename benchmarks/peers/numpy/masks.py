ROWS = {
    "mask_fill_f64": ("out, m = f64(n, 1), flags(n, 2)", "out[m] = 0.25"),
    "mask_compare_fill_f64": ("out = f64(n, 1)", "out[out > 0.5] = 0.75"),
    "mask_take_f64": ("a = f64(n, 1)", "out = a[a > 0.5]"),
    "mask_add_f64": ("out, m = f64(n, 1), flags(n, 2)", "out[m] += 0.5"),
    "mask_count_f64": ("a = f64(n, 1)", "out = np.count_nonzero(a > 0.5)"),
    "mask_sum_f64": ("a = f64(n, 1)", "out = np.sum(np.where(a > 0.5, a, 0))"),
    "mask_any_f64": ("a = f64(n, 1)", "out = np.any(a > 2)"),
}
