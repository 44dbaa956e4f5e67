SQUARE = "a, out = f64((n, n), 1), np.empty((n, n))"
ROWS = {
    "copy_transposed_f64": (SQUARE, "np.copyto(out, a.T)"),
    "copy_transposed_f32": ("a, out = f32((n, n), 1), np.empty((n, n), 'f4')", "np.copyto(out, a.T)"),
    "add_transposed_f64": (SQUARE, "np.add(a, a.T, out=out)"),
    "cubic_transposed_f64": (SQUARE, "out = ((0.25 * a.T + 0.5) * a.T - 2) * a.T + 1"),
    "symmetrize_f64": (SQUARE, "out = 0.5 * (a + a.T) - 1"),
    "every_second_f64": ("a, b, out = f64(2 * n, 1), f64(2 * n, 2), np.empty(n)", "np.add(a[::2], b[::2], out=out)"),
    "reversed_f64": ("a, out = f64(n, 1), np.empty(n)", "np.multiply(a[::-1], 2, out=out)"),
    "gray_u8": ("p, r, g, b = data('u1', (n, n, 3), 1, 0, 256), *np.float32([0.299, 0.587, 0.114])",
                "out = r * p[..., 0] + g * p[..., 1] + b * p[..., 2]"),
    "channels_first_f32": ("p, out = f32((n, n, 3), 1), np.empty((3, n, n), 'f4')", "np.copyto(out, p.transpose(2, 0, 1))"),
    "columns_f64": ("a = f64((n, 4), 1)", "out = a[:, 0] * a[:, 1] + a[:, 2] * a[:, 3]"),
}
