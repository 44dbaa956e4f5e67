"""NumPy as a contestant: NAME, VERSION and the ROWS of all groups: name -> (set-up, statement), with the result in `out`.

Where one ufunc does the work it writes into an array that exists; expressions are written as people write them."""
import os

import numpy as np

import arithmetic, expressions, linalg, mandelbrot, masks, math_functions, products, programs, reductions, selection, small, strided
from data import c128, data, f32, f64, flags, i32, spd, uniform
from programs import black_scholes, life, softmax
from mandelbrot import escape_time, escape_time_by_processes, processes

np.seterr(all="ignore")
NAME = "numpy"
VERSION = np.__version__
GROUPS = [arithmetic, expressions, math_functions, selection, strided, masks, reductions, products, linalg, small, programs, mandelbrot]
ROWS = {name: row for group in GROUPS for name, row in group.ROWS.items()}
