"""The products: operands and what NumPy makes of them. einsum.txt and misfits.txt list cases."""
import numpy as np

DTYPES = ["bool", "int8", "int32", "uint64", "float32", "float64", "complex64", "complex128"]
MIXED = [("int32", "float64"), ("float32", "complex128"), ("bool", "int8"), ("int64", "float32")]
SHAPES = [((3,), (3,)), ((0,), (0,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((1, 5), (5, 1)), ((0, 3), (3, 2)),
          ((2, 0), (0, 3)), ((0,), (0, 3)), ((2, 0), (0,)), ((4, 2, 3), (3, 5)), ((2, 3), (4, 3, 5)), ((4, 1, 2, 3), (3, 3, 2)),
          ((3,), (2, 3, 4)), ((2, 4, 3), (3,)), ((5, 1, 1), (1, 1)), ((0, 2, 3), (3, 4)), ((1, 1, 1), (4, 1, 1)),
          ((2, 1, 3, 1), (1, 2)), ((6, 8, 8), (6, 8, 8)), ((33, 40), (40, 37)), ((70, 65), (65, 90)), ((3, 33, 34), (3, 34, 35)),
          ((100,), (100, 9)), ((66, 129), (129,)), ((17, 300), (300, 1)), ((1, 130), (130, 67)), ((3, 2, 1, 7), (7, 5)),
          ((2, 50, 40), (40, 3))]
FLOATS = ["float32", "float64", "complex64", "complex128"]
SPECIAL_SHAPES = [((9,), (9,)), ((2, 3), (3, 4)), ((3, 8, 8), (8, 8)), ((70, 65), (65, 90)), ((66, 129), (129,)), ((100,), (100, 9)),
                  ((4, 33, 40), (4, 40, 37)), ((30, 1), (1, 20)), ((20, 300), (300, 30))]
OTHER = ["int32", "float64", "complex64", "bool"]
FORMS = """i->i i-> ij->ij ij->ji ij->i ij->j ij-> ii->i ii-> ii ji ij i Ab bA ijk->kij ijk->ik iij->ij iij->j iii->i iji->ij ... i...->... ...i->i...
...ij->...ji ...ii->...i ...ii i,i i,i->i i,j i,j->ji ij,j ij,j->i ij,ij ij,ij->i ij,ij->j ij,ij->ij ij,ji->ij ij,jk ij,jk->ki ij,kj->ik
ji,jk->ik ji,kj->ki ij,jk-> ij,jk->j ij,jk->ijk ij,k->ijk ijk,jk->i ijk,jk ijk,kj->i ijk,ilk->ijl ijk,ikl->ijl bij,bjk->bik ijb,jkb->ikb
ijkl,lkm->ijm ijkl,jk->il ijkl,ijkl-> ijkl,ijkl->jl ii,ij->j ii,jj->ij iij,jk->ik ,ij->ij , -> ij,->j ...j,jk->...k ...ij,...jk->...ik
...ij,jk ...,... i...,j...->...ij i...,i... ij...,jk...->ik... a...b,b...c->a...c abc,cd,db->a ij,jk,kl->il ij,jk,kl,lm->im i,j,k->kji
ij,ij,ij->i ij,jk,ik-> ijk,jkl,kli-> ab,cd->dacb ea,fb,abcd,gc,hd->efgh ij,ik,il->jkl abc,abd,ae->cde ij,jj->i iji,jkj->ik""".split()
SPACED = ["i j , jk -> i k", " ij->  ji", "... i , i", "ij, jk"]
# What the ellipses stand for, in the operands one after the other.
BROADCAST = [((), ()), ((2,), (2,)), ((2, 3), (3,)), ((1, 3), (2, 1)), ((2,), ())]
MISFITS = [("ijk", [(2, 3)]), ("i", [(2, 3)]), ("ij,jk", [(2, 3)]), ("ij", [(2, 3), (2, 3)]), ("ij->ik", [(2, 3)]), ("ij->ii", [(2, 3)]),
           ("i1", [(2, 3)]), ("ij-ji", [(2, 3)]), ("ij>ji", [(2, 3)]), ("i..j", [(2, 3)]), ("...ij...", [(2, 3)]), ("i. ..", [(2, 3)]),
           ("ij->->ji", [(2, 3)]), ("ij->j,i", [(2, 3)]), ("ij - > ji", [(2, 3)]), ("...i->i", [(2, 3)]), ("ii", [(1, 3)]),
           ("ii->i", [(3, 1)]), ("ij,jk", [(2, 3), (2, 4)]), ("ijk,k", [(2, 3, 4), (4, 1)]), ("...,...", [(2, 3), (2,)])]


def write(save, folder, random):
    rng = np.random.default_rng(11)

    def values(dtype, shape):
        if dtype == "bool":
            return rng.random(shape) < 0.2
        if dtype.startswith(("int", "uint")):
            info = np.iinfo(dtype)
            return rng.integers(info.min, info.max, shape, dtype, endpoint=True)
        return random(dtype, shape)

    def magnitudes(*operands):
        return (np.abs(x.astype("complex128")) for x in operands)

    shapes = list(SHAPES)
    for _ in range(20):
        m, k, n = (int(x) for x in rng.choice([0, 1, 2, 5, 9, 20], 3))
        batch = rng.choice([0, 1, 2, 3], 2)
        shapes.append(((*(int(x) for x in np.where(rng.random(2) < 0.3, 1, batch)), m, k), (*(int(x) for x in batch[:rng.integers(3)]), k, n)))
        try:
            np.broadcast_shapes(shapes[-1][0][:-2], shapes[-1][1][:-2])
        except ValueError:
            shapes.pop()
    for one, other in [(d, d) for d in DTYPES] + MIXED:
        for number, (left, right) in enumerate(shapes):
            a, b = values(one, left), values(other, right)
            name = f"matmul.{one}.{other}.{number}"
            save(f"{name}.a", a)
            save(f"{name}.b", b)
            save(f"{name}.c", np.matmul(a, b))
            save(f"{name}.size", np.matmul(*magnitudes(a, b)))
    for dtype in OTHER:
        s, x, y = values(dtype, ()), values(dtype, (4,)), values(dtype, (4,))
        a, b, t, u = (values(dtype, shape) for shape in ((3, 4), (4, 5), (2, 3, 4), (5, 4, 2)))
        v3, w3, v2, w2 = (values(dtype, shape) for shape in ((5, 3), (1, 3), (5, 2), (5, 2)))
        for name, array in zip("s x y a b t u v3 w3 v2 w2".split(), (s, x, y, a, b, t, u, v3, w3, v2, w2)):
            save(f"{name}.{dtype}", array)
        results = {"dot_xy": np.dot(x, y), "dot_ab": np.dot(a, b), "dot_tx": np.dot(t, x), "dot_tu": np.dot(t, u), "dot_xu": np.dot(x, u),
                   "dot_sa": np.dot(s, a), "dot_tb": np.dot(t, b), "inner_xy": np.inner(x, y), "inner_at": np.inner(a, t), "inner_xa": np.inner(x, a),
                   "inner_as": np.inner(a, s), "vdot_xy": np.vdot(x, y), "vdot_a": np.vdot(a, a[::-1]), "outer_xt": np.outer(x, t),
                   "tensordot_1": np.tensordot(a, b, 1), "tensordot_0": np.tensordot(x, a, 0), "tensordot_2": np.tensordot(t, t[0], 2),
                   "tensordot_pairs": np.tensordot(t, u, ([0, 2], [2, 1])), "tensordot_swapped": np.tensordot(t, u, ([2, 0], [-2, -1])),
                   "tensordot_all": np.tensordot(t, t, 3), "kron_xa": np.kron(x, a), "kron_ab": np.kron(a, b), "kron_tx": np.kron(t, x),
                   "trace_a": np.trace(a), "trace_offset": np.trace(a, 1), "trace_below": np.trace(a, -2), "trace_far": np.trace(a, 9),
                   "trace_t": np.trace(t, axis1=2, axis2=0), "trace_last": np.trace(t, 1, -2, -1),
                   "transpose_a": a.T, "transpose_t": np.swapaxes(t, -1, -2), "diagonal_a": np.diagonal(a), "diagonal_above": np.diagonal(a, 2),
                   "diagonal_below": np.diagonal(a, -2), "diagonal_far": np.diagonal(a, 9), "diagonal_t": np.diagonal(t, 1, -2, -1),
                   "diagonal_u": np.diagonal(u, -3, -2, -1),
                   "vecdot": np.einsum("...i,...i", t.conj(), a), "vecdot_axis": np.einsum("jik,jik->jk", t.conj(), t),
                   "matvec": np.einsum("...ij,...j", t, x), "matvec_many": np.einsum("tij,tj->ti", t, t[:, 0]),
                   "vecmat": np.einsum("i,ij", x.conj(), b), "vecmat_many": np.einsum("ti,tij->tj", t[:, :, 0].conj(), t)}
        if dtype != "bool":
            results |= {"cross_33": np.cross(v3, w3), "cross_32": np.cross(v3, v2), "cross_23": np.cross(v2, w3), "cross_22": np.cross(v2, w2),
                        "cross_axes": np.cross(v3.T, w3, axisa=0, axisc=0), "cross_axis": np.cross(v3.T, v3.T[:, ::-1], axis=0)}
        for name, result in results.items():
            save(f"{name}.{dtype}", result)

    # einsum: extents by letter, some of 1; with 0 in another round.
    lines = []

    def einsum_case(subscripts, operands):
        name = f"einsum.{len(lines)}"
        for number, x in enumerate(operands):
            save(f"{name}.{number}", x)
        save(f"{name}.result", np.einsum(subscripts, *operands))
        path = np.einsum_path(subscripts, *operands, optimize="greedy")[0][1:]
        optimal = np.einsum_path(subscripts, *operands, optimize="optimal")[0][1:]
        steps = [";".join(",".join(map(str, step)) for step in p) for p in (path, optimal)]
        lines.append("|".join([operands[0].dtype.name, str(len(operands)), steps[0], steps[1], subscripts]))

    for subscripts in FORMS + SPACED:
        terms = subscripts.split("->")[0].replace(" ", "").split(",")
        letters = sorted(set("".join(terms).replace(".", "")))
        for dtype in ("float64", "int32", "complex64", "bool"):
            rounds = BROADCAST if "..." in subscripts else [((), ())] * 2
            for number, broadcast in enumerate(rounds):
                extents = {c: int(rng.choice([1, 2, 3, 4])) if number else int(rng.integers(2, 6)) for c in letters}
                if letters and number == 1 and dtype == "int32":
                    extents[letters[0]] = 0
                operands = []
                for place, term in enumerate(terms):
                    shape = []
                    for c in term.replace("...", "."):
                        shape += list(broadcast[place % 2]) if c == "." else [extents[c]]
                    operands.append(values(dtype, tuple(shape)))
                einsum_case(subscripts, operands)
    einsum_case("ij,jk", [values("float64", (2, 3)), values("float64", (1, 4))])  # an axis of one element stretches
    einsum_case("ij,ij->ij", [values("float64", (1, 3)), values("float64", (2, 1))])
    einsum_case("ij,ij->i", [values("float64", (5, 1)), values("float64", (5, 4))])
    einsum_case("ij,jk->ik", [values("float64", (70, 80)), values("float64", (80, 90))])
    einsum_case("bij,bjk->bik", [values("float64", (3, 40, 50)), values("float64", (3, 50, 33))])
    for shapes_of in ([(10, 30), (30, 5), (5, 60), (60, 8)], [(2, 50), (50, 3), (3, 100), (100, 2)], [(9, 1), (1, 9), (9, 9), (9, 4)]):
        einsum_case("ij,jk,kl,lm->im", [values("float64", s) for s in shapes_of])
    (folder / "einsum.txt").write_text("\n".join(lines) + "\n")
    for subscripts, shapes_of in MISFITS:
        try:
            np.einsum(subscripts, *(np.ones(s) for s in shapes_of))
        except ValueError:
            continue
        raise AssertionError(f"NumPy takes {subscripts} of {shapes_of}")
    (folder / "misfits.txt").write_text(
        "".join("|".join([";".join(",".join(map(str, s)) for s in shapes_of), subscripts]) + "\n" for subscripts, shapes_of in MISFITS))
    (folder / "matmul.txt").write_text(f"{len(shapes)}\n")
    write_special(save, folder, random)


def write_special(save, folder, random):
    """NaN and infinities among the operands, so that they are in some of the sums and not in others."""
    rng = np.random.default_rng(13)

    def special(dtype, shape, count):
        x = random(dtype, shape)
        parts = x.view(x.real.dtype).reshape(-1)  # of complex numbers, the real and the imaginary ones
        parts[rng.choice(parts.size, 1 + parts.size // 20, replace=False)] = 0
        parts[rng.choice(parts.size, count, replace=False)] = rng.permutation(np.resize([np.inf, -np.inf, np.nan], count))
        return x

    def operands(dtype, *shapes):
        """Half as many as rows, or columns. A vector that meets a matrix is in all of its sums, and stays finite."""
        of_vectors = 0 if any(len(shape) > 1 for shape in shapes) else 1
        return [special(dtype, s, of_vectors if len(s) == 1 else 1 + int(np.prod(s)) // max(s[-2:]) // 2) for s in shapes]

    for dtype in FLOATS:
        for number, shapes in enumerate(SPECIAL_SHAPES):
            a, b = operands(dtype, *shapes)
            save(f"special.{dtype}.{number}.a", a)
            save(f"special.{dtype}.{number}.b", b)
            save(f"special.{dtype}.{number}.c", np.matmul(a, b))
    (folder / "special.txt").write_text(f"{len(SPECIAL_SHAPES)}\n")
    for dtype in OTHER:
        if dtype not in FLOATS:
            continue
        x, a, b, t, v, w = operands(dtype, (40,), (30, 40), (40, 20), (2, 30, 40), (50, 3), (50, 3))
        y, z = special(dtype, (40,), 1), special(dtype, (40,), 3)
        for name, array in zip("x y z a b t v w".split(), (x, y, z, a, b, t, v, w)):
            save(f"special_{name}.{dtype}", array)
        results = {"dot_xy": np.dot(x, y), "dot_yz": np.dot(y, z), "dot_ab": np.dot(a, b), "dot_tx": np.dot(t, x), "dot_tb": np.dot(t, b),
                   "inner_ax": np.inner(a, x), "inner_at": np.inner(a, t), "outer_yz": np.outer(y, z), "kron_zv": np.kron(z, v),
                   "vdot_xy": np.vdot(x, y), "vecdot": np.einsum("...i,...i", t.conj(), a), "cross": np.cross(v, w)}
        for name, result in results.items():
            save(f"special_{name}.{dtype}", result)
