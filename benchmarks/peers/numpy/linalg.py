SPD, GENERAL = "a = spd(n, 1)", "a = f64((n, n), 1)"


def part(setup, call, of):
    """What is compared is `of` the result r."""
    return setup + f"\nclass Result:\n    def __array__(self, *_): return np.asarray({of})\nout = Result()", f"r = {call}"


ROWS = {
    "solve_f64": (SPD + "; b = f64(n, 2)", "out = np.linalg.solve(a, b)"),
    "inv_f64": (SPD, "out = np.linalg.inv(a)"),
    "det_f64": (SPD, "out = np.linalg.det(a)"),
    "cholesky_f64": (SPD, "out = np.linalg.cholesky(a)"),
    "qr_f64": part(GENERAL, "np.linalg.qr(a)", "np.abs(r[1])"),
    "eigh_f64": part(SPD, "np.linalg.eigh(a)", "r[0]"),
    "eigvalsh_f64": (SPD, "out = np.linalg.eigvalsh(a)"),
    "svd_f64": part(GENERAL, "np.linalg.svd(a)", "r[1]"),
    "eig_f64": part(GENERAL, "np.linalg.eig(a)", "np.abs(r[0]).sum()"),
    "lstsq_f64": part("a, b = f64((2 * n, n), 1), f64(2 * n, 2)", "np.linalg.lstsq(a, b, rcond=None)", "r[0]"),
    "norm_f64": ("a = f64(n, 1)", "out = np.linalg.norm(a)"),
    "solve_batch_f64": ("a, b = f64((n, 4, 4), 1) + 4 * np.eye(4), f64((n, 4, 1), 2)", "out = np.linalg.solve(a, b)"),
}
