"""Pairs of views of arrays of many shapes that broadcast together, and what NumPy makes of them."""
import numpy as np

from values import small

DTYPES = ["bool", "int8", "float32", "int64", "complex128"]
SHAPES = [(), (0,), (1,), (7,), (70,), (1, 1), (3, 1), (1, 5), (3, 5), (0, 3), (3, 0), (5, 3), (33, 65), (65, 33), (1, 65),
          (2, 3, 4), (4, 3, 2), (1, 3, 1), (4, 1, 2), (2, 1, 1, 5), (5, 2, 3, 4), (4, 3, 2, 5), (3, 1, 4, 1, 5),
          (2, 3, 2, 3, 2, 3), (40, 3, 40), (1, 1, 1, 1, 1, 1, 1)]
# The same list stands in layout.cpp.
VIEWS = [
    lambda x: x,
    lambda x: x.T,
    lambda x: x[::-1],
    lambda x: x[..., ::-2],
    lambda x: x[..., 1::3],
    lambda x: x[1:, ..., :-1] if x.ndim > 1 else x[1:],
    lambda x: x.T[::2],
    lambda x: x[..., np.newaxis],
    lambda x: x[-1:0:-2].T,
    lambda x: x.swapaxes(0, -1)[np.newaxis],
]


def shapes_fit(one, other):
    try:
        return len(np.broadcast_shapes(one, other)) <= 8
    except ValueError:
        return False


def pairs():
    """Rows (shape, view, other shape, other view) of numbers into the lists."""
    found = [(s, v) for s, shape in enumerate(SHAPES) for v in range(len(VIEWS) if shape else 1)]
    views = {(s, v): VIEWS[v](np.empty(SHAPES[s], np.int8)).shape for s, v in found}
    fitting = [(*a, *b) for a in found for b in found if shapes_fit(views[a], views[b])]
    alike = [(*a, *b) for a in found for b in found if views[a] == views[b]]
    rng = np.random.default_rng(7)
    return np.concatenate([rng.permutation(fitting)[:300], rng.permutation(alike)[:200]])


def write(save):
    table = pairs()
    save("layout_pairs", table.astype(np.int64))
    for dtype in DTYPES:
        for s, shape in enumerate(SHAPES):
            save(f"layout_a.{dtype}.{s}", small(dtype, shape, 1))
            save(f"layout_b.{dtype}.{s}", small(dtype, shape, 2))
        results = []
        for s, v, t, w in table:
            a = VIEWS[v](small(dtype, SHAPES[s], 1))
            b = VIEWS[w](small(dtype, SHAPES[t], 2))
            results.append(np.where(a < b, a, b + b))
        save(f"layout_results.{dtype}", np.concatenate([r.ravel() for r in results]))
    save("layout_shapes", np.array([(r.ndim, *r.shape, *[0] * (8 - r.ndim)) for r in results], np.int64))
