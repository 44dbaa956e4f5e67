"""Loops that Numba compiles, with threads where the contestant may have several."""
import os

import numba
import numpy as np

from data import f32, f64

THREADS = int(os.environ.get("OMP_NUM_THREADS", "1"))
NAME = "numba"
VERSION = f"{numba.__version__}, NumPy {np.__version__}"


def compiled(function):
    return numba.njit(function, parallel=THREADS > 1, error_model="numpy")


@compiled
def linear(a, b, out):
    for i in numba.prange(a.size):
        out[i] = 2 * a[i] + 3 * b[i]


@compiled
def magnitude(a, b, out):
    for i in numba.prange(a.size):
        out[i] = np.sqrt(a[i] * a[i] + b[i] * b[i])


@compiled
def sin_exp(a, b, out):
    for i in numba.prange(a.size):
        out[i] = np.sin(a[i]) * b[i] + np.exp(0.3 * a[i])


@compiled
def eight(a, b, c, out):
    for i in numba.prange(a.size):
        out[i] = ((a[i] + b[i]) * (a[i] - c[i]) + 0.5 * b[i]) * c[i] - a[i] / (c[i] + 3)


@compiled
def total(a):
    s = 0.0
    for i in numba.prange(a.size):
        s += a[i]
    return s


@compiled
def laplace(a, out):
    for i in numba.prange(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            out[i, j] = 0.25 * (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1])


@numba.njit(inline="always")
def normal(x):
    return 1 / (1 + np.exp(-1.5976 * x - 0.07056 * x * x * x))


@compiled
def black_scholes(s, k, t, out):
    for i in numba.prange(s.size):
        spread = 0.3 * np.sqrt(t[i])
        d1 = (np.log(s[i] / k[i]) + (0.05 + 0.5 * 0.3 * 0.3) * t[i]) / spread
        out[i] = s[i] * normal(d1) - k[i] * np.exp(-0.05 * t[i]) * normal(d1 - spread)


@compiled
def pairwise(p, out):
    for i in numba.prange(p.shape[1]):
        for j in range(p.shape[1]):
            out[i, j] = np.sqrt((p[0, i] - p[0, j])**2 + (p[1, i] - p[1, j])**2 + (p[2, i] - p[2, j])**2)


@compiled
def mandelbrot(x, y, max_iter, out):
    for i in numba.prange(x.size):
        for j in range(y.size):
            re = im = 0.0
            steps = 0
            while steps < max_iter and re * re + im * im <= 4:
                re, im = re * re - im * im + x[i], 2 * re * im + y[j]
                steps += 1
            out[i, j] = steps


AB = "a, b, out = f64(n, 1), f64(n, 2), np.empty(n)"
PICTURE = "x, y, out = np.linspace(-2, 1, n), np.linspace(-1.5, 1.5, n), np.empty((n, n), np.int32)"
INSIDE = "x, y, out = np.linspace(-0.2, 0.1, n), np.linspace(-0.15, 0.15, n), np.empty((n, n), np.int32)"
ROWS = {
    "linear_f64": (AB, "linear(a, b, out)"),
    "magnitude_f64": (AB, "magnitude(a, b, out)"),
    "sin_exp_f64": (AB, "sin_exp(a, b, out)"),
    "eight_f64": (AB + "; c = f64(n, 3)", "eight(a, b, c, out)"),
    "sum_f64": ("a = f64(n, 1)", "out = total(a)"),
    "laplace_f64": ("a, out = f64((n, n), 1), np.zeros((n, n))", "laplace(a, out)"),
    "black_scholes_f64": ("s, k, t, out = f64(n, 1, 10, 50), f64(n, 2, 10, 50), f64(n, 3, 0.5, 2), np.empty(n)",
                          "black_scholes(s, k, t, out)"),
    "pairwise_f64": ("p, out = f64((3, n), 1), np.empty((n, n))", "pairwise(p, out)"),
    "mandelbrot_f64": (PICTURE, "mandelbrot(x, y, 100, out)"),
    "mandelbrot_1000_steps_f64": (PICTURE, "mandelbrot(x, y, 1000, out)"),
    "mandelbrot_inside_f64": (INSIDE, "mandelbrot(x, y, 1000, out)"),
}
