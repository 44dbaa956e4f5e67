"""NumPy's side of the benchmark of products: a line with the number of a case and how often to run it, back come seconds a run."""
import sys
import time

import numpy as np

rng = np.random.default_rng(1)


def square(n, *batch, dtype="float64"):
    return rng.integers(-9, 10, (*batch, n, n)).astype(dtype)


def product(a, b):
    return lambda: np.matmul(a, b)


a500, t256, v = square(500), square(256), square(1000)[0]
m = square(1000)
flags = np.zeros((100, 100), bool)
flags[range(100), np.arange(100) * 7 % 100] = True
x, y = square(40, 40), square(40, 40)
cases = [product(square(n), square(n)) for n in (8, 32)]
cases += [product(square(8, 1000), square(8, 1000)), product(square(32, 100), square(32, 100)), product(square(32, 100), square(32))]
cases += [product(square(256, dtype="int32"), square(256, dtype="int32")), product(flags, flags)]
cases += [lambda: np.einsum("bij,bkj->bik", x, y, optimize=True), lambda: np.einsum("aij,jbk->aibk", x, y, optimize=True)]
cases += [product(square(n), square(n)) for n in (256, 1000)]
cases += [product(t256.T, t256[::-1]), product(a500, a500.T), product(m, v)]
for line in sys.stdin:
    number, repeats = map(int, line.split())
    run = cases[number]
    run()
    start = time.perf_counter()
    for _ in range(repeats):
        run()
    print((time.perf_counter() - start) / repeats, flush=True)
