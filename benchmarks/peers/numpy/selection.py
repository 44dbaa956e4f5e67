ROWS = {
    "less_f64": ("a, b, out = f64(n, 1), f64(n, 2), np.empty(n, bool)", "np.less(a, b, out=out)"),
    "equal_i32": ("a, b, out = i32(n, 1, 0, 4), i32(n, 2, 0, 4), np.empty(n, bool)", "np.equal(a, b, out=out)"),
    "between_f64": ("a = f64(n, 1)", "out = (a > 0) & (a < 0.5)"),
    "maximum_f64": ("a, b, out = f64(n, 1), f64(n, 2), np.empty(n)", "np.maximum(a, b, out=out)"),
    "relu_f32": ("a, out = f32(n, 1), np.empty(n, 'f4')", "np.maximum(a, 0, out=out)"),
    "clip_f64": ("a, out = f64(n, 1), np.empty(n)", "np.clip(a, -0.5, 0.5, out=out)"),
    "clip_f32": ("a, out = f32(n, 1), np.empty(n, 'f4')", "np.clip(a, -0.5, 0.5, out=out)"),
    "where_f64": ("a, b = f64(n, 1), f64(n, 2)", "out = np.where(a > b, a, 0.5 * b)"),
    "where_bool_f64": ("m, a, b = flags(n, 3), f64(n, 1), f64(n, 2)", "out = np.where(m, a, b)"),
    "leaky_f32": ("a, k = f32(n, 1), np.float32(0.01)", "out = np.where(a > 0, a, k * a)"),
}
