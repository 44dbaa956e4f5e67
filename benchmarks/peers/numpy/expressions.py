LINEAR = "out = 2 * a + 3 * b"
MAGNITUDE = "out = np.sqrt(a * a + b * b)"
CUBIC = "out = ((0.25 * a + 0.5) * a - 2) * a + 1"
SIN_EXP = "out = np.sin(a) * b + np.exp(0.3 * a)"
F64, F32 = "a, b = f64(n, 1), f64(n, 2)", "a, b = f32(n, 1), f32(n, 2)"
ROWS = {
    "linear_f64": (F64, LINEAR),
    "linear_f32": (F32, LINEAR),
    "magnitude_f64": (F64, MAGNITUDE),
    "magnitude_f32": (F32, MAGNITUDE),
    "cubic_f64": (F64, CUBIC),
    "cubic_f32": (F32, CUBIC),
    "sin_exp_f64": (F64, SIN_EXP),
    "sin_exp_f32": (F32, SIN_EXP),
    "lerp_f32": (F32 + "; t = f32(n, 3, 0, 1)", "out = a + t * (b - a)"),
    "distance_f64": (F64 + "; c = f64(n, 3)", "out = np.sqrt((a - 0.1)**2 + (b - 0.2)**2 + (c - 0.3)**2)"),
    "eight_f64": (F64 + "; c = f64(n, 3)", "out = ((a + b) * (a - c) + 0.5 * b) * c - a / (c + 3)"),
    "outer_sum_f64": ("x, y = f64(n, 1), f64(n, 2)", "out = x[:, np.newaxis] * 2 + y"),
    "standardize_f64": ("a, m, s = f64((n, n), 1), f64(n, 2), f64(n, 3, 1, 2)", "out = (a - m) / s"),
    "column_scale_f32": ("a, s, m = f32((n, n), 1), f32((n, 1), 2), f32((n, 1), 3)", "out = a * s + m"),
    "mixed_i32_f64": ("i, x = i32(n, 1), f64(n, 2)", "out = i * 0.5 + x"),
    "mixed_f32_f64": ("f, x = f32(n, 1), f64(n, 2)", "out = f * x + f"),
    "mixed_u8_f32": ("u, x = data('u1', n, 1, 0, 256), f32(n, 2)", "out = x * u - np.float32(0.5) * x"),
    "polynomial_i32": ("a, b = i32(n, 1), i32(n, 2)", "out = a * a + 3 * b - 7"),
    "blend_u8": ("a, b, m = (data('u1', n, k, 0, 256) for k in (1, 2, 3))", "out = (a & m) | (b & ~m)"),
    "logic_bool": ("a, b, c = flags(n, 1), flags(n, 2), flags(n, 3)", "out = (a & ~b) | c"),
    "rotate_c128": ("a, b = c128(n, 1), c128(n, 2)", "out = a * b + np.conj(a)"),
    "power_c64": ("a = data('c8', n, 1)", "out = a * a * a - np.float32(1)"),
}
