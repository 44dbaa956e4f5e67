"""The lesson's programs: the serial one, and the one that shares the columns out to processes."""
import multiprocessing
import os
import pathlib
import sys

import numpy as np

sys.path.append(str(pathlib.Path(__file__).resolve().parents[3] / "examples" / "mandelbrot"))
from lesson import escape_time as lesson_escape_time  # noqa: E402

PICTURE = (-2.0, 1.0, -1.5, 1.5)


def escape_time(n, dtype=np.float64):
    return lesson_escape_time(*PICTURE, n, n, 100, dtype)


def some_columns(job):
    n, first, last = job
    xmin, xmax, ymin, ymax = PICTURE
    x = np.linspace(xmin, xmax, n)
    return lesson_escape_time(x[first], x[last - 1], ymin, ymax, last - first, n, 100)


def processes():
    """The pool that all calls share, with as many processes as the contestant may have threads."""
    return multiprocessing.Pool(int(os.environ.get("OMP_NUM_THREADS", "1")))


def escape_time_by_processes(pool, n, parts=2):
    cuts = np.linspace(0, n, parts + 1).astype(int)
    return np.concatenate(pool.map(some_columns, [(n, a, b) for a, b in zip(cuts, cuts[1:])], chunksize=1))


ROWS = {
    "mandelbrot_f64": ("many = os.environ.get('OMP_NUM_THREADS', '1') != '1'\npool = processes() if many else None",
                       "out = escape_time_by_processes(pool, n) if many else escape_time(n)"),
    "mandelbrot_f32": ("", "out = escape_time(n, np.float32)"),
    "mandelbrot_arrays_f64": ("", "out = escape_time(n)"),
}
