#!/usr/bin/env python3
"""Writes operands and what NumPy's functions of linear algebra make of them, as .npy files.

usage: make_cases.py FOLDER
"""
import sys
import warnings
from pathlib import Path

import numpy as np
from numpy import linalg

import products

DTYPES = ["int32", "float32", "float64", "complex64", "complex128"]
SQUARE = [(0, 0), (1, 1), (2, 2), (5, 5), (40, 40), (3, 4, 4), (2, 0, 3, 3), (2, 1, 36, 36)]
TALL = [(1, 1), (5, 3), (3, 5), (40, 33), (2, 3, 4, 2), (2, 2, 5), (0, 3, 2)]
ORDERS = {"none": None, "0": 0, "1": 1, "m1": -1, "2": 2, "m2": -2, "3": 3, "half": 0.5, "inf": np.inf, "minf": -np.inf,
          "fro": "fro", "nuc": "nuc"}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7)
    written = 0

    def save(name, x):
        nonlocal written
        written += 1
        np.save(folder / f"{name}.npy", np.ascontiguousarray(x) if np.ndim(x) else np.asarray(x))

    def random(dtype, shape):
        if dtype == "int32":
            return rng.integers(-9, 10, shape).astype(dtype)
        x = rng.standard_normal(shape)
        if dtype.startswith("complex"):
            x = x + 1j * rng.standard_normal(shape)
        return x.astype(dtype)

    def computed(dtype):
        return np.dtype("float64" if dtype == "int32" else dtype)

    def swapped(x):
        return np.swapaxes(x, -1, -2)

    for dtype in DTYPES:
        for number, shape in enumerate(SQUARE):
            n = shape[-1]
            case = f"{dtype}.{number}"
            a = random(dtype, shape)
            a[..., range(n), range(n)] += 12 if dtype == "int32" else np.sqrt(n) * 3  # far from singular
            a = a.astype(dtype)
            save(f"square.{case}", a)
            b = random(dtype, (*shape[:-1], 2))
            v = random(dtype, shape[:-1])
            save(f"b.{case}", b)
            save(f"v.{case}", v)
            h = a.astype(computed(dtype))
            h = ((h @ swapped(h).conj()) / 8 + np.eye(n)).astype(computed(dtype))
            save(f"hermitian.{case}", h)
            results = {"det": linalg.det(a), "inv": linalg.inv(a), "solve": linalg.solve(a, b), "solve_v": linalg.solve(a, v[..., None])[..., 0],
                       "cholesky": linalg.cholesky(h), "eigvalsh": linalg.eigvalsh(h), "eigvalsh_u": linalg.eigvalsh(a, "U"),
                       "power_5": linalg.matrix_power(a, 5), "power_0": linalg.matrix_power(a, 0)}
            results["sign"], results["logabsdet"] = linalg.slogdet(a)
            eigenvalues = linalg.eigvals(a)
            results["eigvals"] = eigenvalues.astype(np.result_type(eigenvalues, np.complex64))
            if dtype != "int32":
                results["power_m2"] = linalg.matrix_power(a, -2)
            if n > 0:
                results["cond_1"] = linalg.cond(a, 1).real  # complex, with an imaginary part of 0, for complex a
                results["cond_inf"] = linalg.cond(a, np.inf).real
                results["cond_m1"] = linalg.cond(a, -1).real
                results["cond_minf"] = linalg.cond(a, -np.inf).real
                results["cond_fro"] = linalg.cond(a, "fro").real
                results["cond_nuc"] = linalg.cond(a, "nuc").real
            for name, value in results.items():
                save(f"{name}.{case}", value)
        for number, shape in enumerate(TALL):
            case = f"{dtype}.{number}"
            a = random(dtype, shape)
            save(f"tall.{case}", a)
            save(f"svdvals.{case}", linalg.svd(a, compute_uv=False))
            save(f"pinv.{case}", linalg.pinv(a))
            save(f"pinv_rcond.{case}", linalg.pinv(a, 0.3))
            rcond = np.linspace(0.1, 0.9, int(np.prod(a.shape[:-2]))).reshape(a.shape[:-2])
            save(f"rcond.{case}", rcond)
            save(f"pinv_each.{case}", linalg.pinv(a, rcond))
            tol = np.linspace(0.5, 4, 3).reshape((3,) + (1,) * (a.ndim - 2))
            save(f"tol.{case}", tol)
            save(f"rank_tol.{case}", linalg.matrix_rank(a, tol))
            q, r = linalg.qr(a)
            save(f"q.{case}", q)
            save(f"r.{case}", r)
            q, r = linalg.qr(a, "complete")
            save(f"q_complete.{case}", q)
            save(f"r_complete.{case}", r)
            save(f"r_alone.{case}", linalg.qr(a, "r"))
            h, tau = linalg.qr(a, "raw")
            save(f"qr_h.{case}", h)
            save(f"qr_tau.{case}", tau)
            if a.size:
                save(f"rank.{case}", linalg.matrix_rank(a))
                save(f"cond.{case}", linalg.cond(a))
                save(f"cond_m2.{case}", linalg.cond(a, -2))
            if a.ndim == 2:
                b = random(dtype, (shape[0], 2))
                save(f"right.{case}", b)
                x, residuals, rank, s = linalg.lstsq(a, b, rcond=None)
                save(f"x.{case}", x)
                save(f"residuals.{case}", residuals)
                save(f"lstsq_rank.{case}", np.int64(rank))
                save(f"lstsq_s.{case}", s)
                x, residuals, rank, s = linalg.lstsq(a, b, rcond=0.3)
                save(f"x_rcond.{case}", x)
                save(f"residuals_rcond.{case}", residuals)
                save(f"lstsq_rank_rcond.{case}", np.int64(rank))
        a = random(dtype, (3, 4, 5))
        save(f"tensor.{dtype}", a)
        save(f"norm.{dtype}", linalg.norm(a))
        for name, order in ORDERS.items():
            if order not in ("fro", "nuc"):
                save(f"vector_norm_{name}.{dtype}", linalg.norm(a, order, axis=1))
            if order not in (0, 3, 0.5):
                save(f"matrix_norm_{name}.{dtype}", linalg.norm(a, order, axis=(0, 2), keepdims=True))
        chain = [random(dtype, s) for s in ((6,), (6, 3), (3, 8), (8, 2), (2, 7))]
        for number, x in enumerate(chain):
            save(f"chain_{number}.{dtype}", x)
        save(f"multi_dot.{dtype}", linalg.multi_dot(chain))
        a = random(dtype, (2, 3, 6))
        save(f"system.{dtype}", a)
        b = random(dtype, (2, 3))
        save(f"system_right.{dtype}", b)
        save(f"tensorsolve.{dtype}", linalg.tensorsolve(a, b))
        save(f"tensorsolve_axes.{dtype}", linalg.tensorsolve(np.moveaxis(a, 2, 0), b, axes=(0,)))
        save(f"tensorinv.{dtype}", linalg.tensorinv(a))
    products.write(save, folder, random)
    print(f"NumPy {np.__version__}: {written} arrays in {folder}")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]))
