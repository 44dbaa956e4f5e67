def one(dtype, low, high, statement):
    return f"a = data('{dtype}', n, 1, {low}, {high}); out = np.empty_like(a)", statement


RANGES = {"sqrt": (0, 100), "exp": (-10, 10), "log": (0.01, 100), "sin": (-10, 10), "cos": (-10, 10)}
ROWS = {f"{name}_{short}": one(dtype, *bounds, f"np.{name}(a, out=out)")
        for name, bounds in RANGES.items() for short, dtype in (("f64", "f8"), ("f32", "f4"))}
ROWS |= {
    "logistic_f64": one("f8", -10, 10, "out = 1 / (1 + np.exp(-a))"),
    "logistic_f32": one("f4", -10, 10, "out = 1 / (1 + np.exp(-a))"),
    "gauss_f64": one("f8", -3, 3, "out = np.exp(-0.5 * a * a) * 0.398942"),
    "log_ratio_f64": ("a, b = f64(n, 1, 1, 2), f64(n, 2, 1, 2)", "out = a * np.log(a / b)"),
}
