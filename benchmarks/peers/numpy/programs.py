"""What people write with arrays."""
import numpy as np

RATE, VOLATILITY = 0.05, 0.3


def softmax(a):
    out = np.exp(a - np.max(a, axis=1, keepdims=True))
    out /= np.sum(out, axis=1, keepdims=True)
    return out


def normal(x):
    return 1 / (1 + np.exp(-1.5976 * x - 0.07056 * x * x * x))


def black_scholes(s, k, t):
    spread = VOLATILITY * np.sqrt(t)
    d1 = (np.log(s / k) + (RATE + 0.5 * VOLATILITY * VOLATILITY) * t) / spread
    return s * normal(d1) - k * np.exp(-RATE * t) * normal(d1 - spread)


def life(a, out):
    near = (a[:-2, :-2] + a[:-2, 1:-1] + a[:-2, 2:] + a[1:-1, :-2] + a[1:-1, 2:] + a[2:, :-2] + a[2:, 1:-1] + a[2:, 2:])
    out[1:-1, 1:-1] = (near == 3) | ((near == 2) & (a[1:-1, 1:-1] == 1))


ROWS = {
    "laplace_f64": ("a, out = f64((n, n), 1), np.zeros((n, n))",
                    "out[1:-1, 1:-1] = 0.25 * (a[:-2, 1:-1] + a[2:, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:])"),
    "softmax_f64": ("a = f64((n, n), 1, -5, 5)", "out = softmax(a)"),
    "softmax_f32": ("a = f32((n, n), 1, -5, 5)", "out = softmax(a)"),
    "black_scholes_f64": ("s, k, t = f64(n, 1, 10, 50), f64(n, 2, 10, 50), f64(n, 3, 0.5, 2)", "out = black_scholes(s, k, t)"),
    "pairwise_f64": ("x, y, z = f64((3, n), 1)",
                     "out = np.sqrt((x[:, None] - x)**2 + (y[:, None] - y)**2 + (z[:, None] - z)**2)"),
    "normalize_f32": ("a = f32((n, n), 1)", "out = (a - np.mean(a, axis=0)) / np.std(a, axis=0)"),
    "horner_complex_f64": ("z = c128(n, 1)", "out = np.abs((z * z - 1.0) * z + 0.5)"),
    "monte_carlo_pi_f64": ("x, y = f64(n, 1), f64(n, 2)", "out = 4 * np.count_nonzero(x * x + y * y <= 1) / n"),
    "life_u8": ("a, out = data('u1', (n, n), 1, 0, 2), np.zeros((n, n), 'u1')", "life(a, out)"),
}
