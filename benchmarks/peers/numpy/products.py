def square(dtype, bounds=""):
    return f"a, b, out = data('{dtype}', (n, n), 1{bounds}), data('{dtype}', (n, n), 2{bounds}), np.empty((n, n), '{dtype}')"


PRODUCT = "np.matmul(a, b, out=out)"
ROWS = {
    "matmul_f64": (square("f8"), PRODUCT),
    "matmul_f32": (square("f4"), PRODUCT),
    "matmul_c128": (square("c16"), PRODUCT),
    "matmul_i32": (square("i4", ", -9, 9"), PRODUCT),
    "matmul_new_f64": (square("f8"), "out = a @ b"),
    "matmul_transposed_f64": (square("f8"), "np.matmul(a.T, b, out=out)"),
    "gram_f64": (square("f8"), "np.matmul(a, a.T, out=out)"),
    "matmul_skinny_f64": ("a, b, out = f64((n, 16), 1), f64((16, n), 2), np.empty((n, n))", PRODUCT),
    "matvec_f64": ("a, b, out = f64((n, n), 1), f64(n, 2), np.empty(n)", PRODUCT),
    "matmul_batch_f64": ("a, b = f64((n, 8, 8), 1), f64((n, 8, 8), 2)", "out = a @ b"),
    "matmul_batch32_f64": ("a, b = f64((n, 32, 32), 1), f64((n, 32, 32), 2)", "out = a @ b"),
    "dot_f64": ("a, b = f64(n, 1), f64(n, 2)", "out = np.dot(a, b)"),
    "vecdot_f64": ("a, b = f64((n, 32), 1), f64((n, 32), 2)", "out = np.einsum('ij,ij->i', a, b)"),
    "outer_f64": ("a, b = f64(n, 1), f64(n, 2)", "out = np.outer(a, b)"),
    "einsum_f64": ("a, b = f64((n, n, n), 1), f64((n, n, n), 2)", "out = np.einsum('bij,bkj->bik', a, b, optimize=True)"),
}
