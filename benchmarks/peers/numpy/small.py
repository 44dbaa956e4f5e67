AB = "a, b, out = f64(n, 1), f64(n, 2), np.empty(n)"
ROWS = {
    "tiny_add_f64": (AB, "np.add(a, b, out=out)"),
    "tiny_add_f32": ("a, b, out = f32(n, 1), f32(n, 2), np.empty(n, 'f4')", "np.add(a, b, out=out)"),
    "tiny_add_any_rank_f64": (AB, "np.add(a, b, out=out)"),
    "tiny_new_f64": (AB, "out = a + b"),
    "tiny_linear_f64": (AB, "out = 2 * a + 3 * b"),
    "tiny_sin_exp_f64": (AB, "out = np.sin(a) * b + np.exp(0.3 * a)"),
    "tiny_where_f64": (AB, "out = np.where(a > 0, a, 0.5 * a)"),
    "tiny_sum_f64": (AB, "out = np.sum(a)"),
    "tiny_mean_axis0_f64": ("a = f64((n, n), 1)", "out = np.mean(a, axis=0)"),
    "tiny_broadcast_f64": ("a, b = f64((n, n), 1), f64(n, 2)", "out = a * b + 1"),
    "tiny_slice_f64": (AB, "out = a[1:].copy()"),
    "tiny_matmul_f64": ("a, b, out = f64((n, n), 1), f64((n, n), 2), np.empty((n, n))", "np.matmul(a, b, out=out)"),
    "tiny_cumsum_f64": (AB, "out = np.cumsum(a)"),
}
