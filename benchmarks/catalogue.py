"""The rows: what each kernel computes, at which sizes, and by what it is judged.

A kernel of a contestant is found by its name; none need have all. A row is a kernel at a size, "add_f64/100000".
  shape    how many elements size n means: "n", "nn" (a square), "nnn", or a number k for k*n
  bytes    that an element must move between memory and CPU, read and written; flops  operations of an element
  fused    two operations or more in one expression: 2.5 times NumPy is asked of it
  compute  bound by arithmetic: two threads are asked to be 1.8 times as fast
  limit    what its rate is compared with: "stream" (the triad), "read", "fma_f64", "fma_f32", "mandelbrot_f64" or "..._f32"
  threaded  peers that have threads in this row, beside those that always do
  spins    its threads go on spinning when the work is done (those of OpenBLAS do): the next contestant waits for them
  calls    how often to call it for a measurement, where time does not tell
  on_request  measured only where a pattern names it
  tolerance  by which sums may differ, as a part of the sum of absolute values
"""
from dataclasses import dataclass


@dataclass
class Kernel:
    name: str
    group: str
    text: str
    sizes: tuple
    sweep: tuple = ()
    shape: object = "n"
    bytes: float = 0
    flops: object = 0
    fused: bool = False
    compute: bool = False
    limit: str = ""
    threaded: tuple = ()
    spins: bool = False
    tolerance: float = 1e-9
    small: bool = False
    calls: int = 0
    on_request: bool = False

    def elements(self, n):
        if isinstance(self.shape, (int, float)):
            return self.shape * n
        return n ** len(self.shape)

    def work(self, n):
        """Floating-point operations of a call."""
        return self.flops(n) if callable(self.flops) else self.flops * self.elements(n)


KERNELS = []
SWEEP = (8, 64, 512, 4096, 32_768, 1_000_000)
CACHE, BOTH, MEMORY = (100_000,), (100_000, 10_000_000), (10_000_000,)


def group(name, **common):
    """A function that adds kernels of a group: add(name, text, **fields)."""
    def add(kernel, text, **fields):
        fields = {**common, **fields}
        if "tolerance" not in fields and ("f32" in kernel or "c64" in kernel or kernel == "gray_u8"):
            fields["tolerance"] = 1e-4
        KERNELS.append(Kernel(kernel, name, text, **fields))
    return add


add = group("arithmetic", sizes=CACHE, flops=1, limit="stream")
add("add_f64", "a + b", sizes=BOTH, sweep=SWEEP, bytes=24)
add("add_f32", "a + b", sizes=BOTH, bytes=12)
add("add_u8", "a + b", sizes=BOTH, bytes=3)
add("add_new_f64", "new array a + b", sizes=BOTH, bytes=24)
add("add_in_place_f64", "out += a", sizes=BOTH, bytes=24)
add("add_i32_f64", "int32 + float64", bytes=20)
add("scale_f64", "a * 1.5", sizes=BOTH, bytes=16)
add("multiply_i32", "a * b", bytes=12)
add("multiply_i64", "a * b", bytes=24)
add("divide_f64", "a / b", bytes=24)
add("floor_divide_i32", "a // b", bytes=12)
add("remainder_f64", "a % b", bytes=24)
add("multiply_c128", "a * b", sizes=BOTH, bytes=48, flops=6)
add("absolute_c128", "abs(a)", bytes=24)
add("and_bool", "a & b", sizes=BOTH, bytes=3)
add("shift_i32", "a << 3", bytes=8)
add("astype_f64_u8", "float64 to uint8", sizes=(100_000,), bytes=9)
add("astype_f64_f32", "float64 to float32", sizes=BOTH, bytes=12)
add("astype_i32_f64", "int32 to float64", bytes=12)

add = group("expressions", sizes=CACHE, fused=True, limit="stream")
add("linear_f64", "2a + 3b", sizes=BOTH, sweep=SWEEP, bytes=24, flops=3)
add("linear_f32", "2a + 3b", sizes=BOTH, bytes=12, flops=3)
add("magnitude_f64", "sqrt(a² + b²)", sizes=BOTH, bytes=24, flops=4)
add("magnitude_f32", "sqrt(a² + b²)", sizes=BOTH, bytes=12, flops=4)
add("cubic_f64", "((a/4 + 1/2)a - 2)a + 1", sizes=BOTH, bytes=16, flops=6)
add("cubic_f32", "((a/4 + 1/2)a - 2)a + 1", sizes=BOTH, bytes=8, flops=6)
add("sin_exp_f64", "sin(a) b + exp(0.3a)", sizes=BOTH, sweep=SWEEP, bytes=24, compute=True, limit="")
add("sin_exp_f32", "sin(a) b + exp(0.3a)", sizes=BOTH, bytes=12, compute=True, limit="")
add("lerp_f32", "a + t(b - a)", bytes=16, flops=3)
add("distance_f64", "sqrt((a-1/10)² + (b-2/10)² + (c-3/10)²)", bytes=32, flops=9)
add("eight_f64", "((a+b)(a-c) + b/2)c - a/(c+3)", sizes=BOTH, bytes=32, flops=8)
add("outer_sum_f64", "2x[:, None] + y", sizes=(1000,), shape="nn", bytes=8, flops=2)
add("standardize_f64", "(a - m)/s by columns", sizes=(1000,), shape="nn", bytes=16, flops=2)
add("column_scale_f32", "a s + m by rows", sizes=(1000,), shape="nn", bytes=8, flops=2)
add("mixed_i32_f64", "int32 * 0.5 + float64", bytes=20, flops=2)
add("mixed_f32_f64", "float32 * float64 + float32", bytes=20, flops=2)
add("mixed_u8_f32", "float32 * uint8 - float32/2", bytes=9, flops=3)
add("polynomial_i32", "a² + 3b - 7", bytes=12, flops=4)
add("blend_u8", "(a & m) | (b & ~m)", bytes=4, flops=4)
add("logic_bool", "(a & ~b) | c", bytes=4, flops=3)
add("rotate_c128", "a b + conj(a)", bytes=48, flops=8)
add("power_c64", "a³ - 1", bytes=16, flops=13)

add = group("math", sizes=CACHE, compute=True)
for name in ("sqrt", "exp", "log", "sin", "cos"):
    add(f"{name}_f64", f"{name}(a)", bytes=16)
    add(f"{name}_f32", f"{name}(a)", bytes=8)
add("logistic_f64", "1/(1 + exp(-a))", fused=True, bytes=16)
add("logistic_f32", "1/(1 + exp(-a))", fused=True, bytes=8)
add("gauss_f64", "0.398942 exp(-a²/2)", fused=True, bytes=16)
add("log_ratio_f64", "a log(a/b)", fused=True, bytes=24)

add = group("selection", sizes=CACHE, flops=1, limit="stream")
add("less_f64", "a < b", sizes=BOTH, bytes=17, limit="read")  # 16 bytes are read for one that is written
add("equal_i32", "a == b", bytes=9)
add("between_f64", "(a > 0) & (a < 0.5)", fused=True, bytes=9, flops=3)
add("maximum_f64", "maximum(a, b)", bytes=24)
add("relu_f32", "maximum(a, 0)", bytes=8)
add("clip_f64", "clip(a, -0.5, 0.5)", sizes=BOTH, bytes=16, flops=2)
add("clip_f32", "clip(a, -0.5, 0.5)", bytes=8, flops=2)
add("where_f64", "where(a > b, a, b/2)", fused=True, sizes=BOTH, bytes=24, flops=3)
add("where_bool_f64", "where(m, a, b)", bytes=25)
add("leaky_f32", "where(a > 0, a, a/100)", fused=True, bytes=8, flops=3)

add = group("strides", sizes=(1000,), shape="nn", limit="stream")
add("copy_transposed_f64", "a.T copied", sizes=(300, 3000), bytes=16)
add("copy_transposed_f32", "a.T copied", bytes=8)
add("add_transposed_f64", "a + a.T", bytes=24, flops=1)
add("cubic_transposed_f64", "((a/4 + 1/2)a - 2)a + 1 of a.T", fused=True, bytes=16, flops=6)
add("symmetrize_f64", "(a + a.T)/2 - 1", fused=True, bytes=24, flops=3)
add("every_second_f64", "a[::2] + b[::2]", sizes=CACHE, shape="n", bytes=40, flops=1)
add("reversed_f64", "2 a[::-1]", sizes=CACHE, shape="n", bytes=16, flops=1)
add("gray_u8", "three channels of bytes to float32", fused=True, sizes=(500,), bytes=7, flops=5)
add("channels_first_f32", "p.transpose(2, 0, 1) copied", sizes=(500,), bytes=24)
add("columns_f64", "a[:,0] a[:,1] + a[:,2] a[:,3]", fused=True, sizes=CACHE, shape="n", bytes=40, flops=3)

add = group("masks", sizes=(1_000_000,))
add("mask_fill_f64", "x[m] = 0.25")
add("mask_compare_fill_f64", "x[x > 0.5] = 0.75")
add("mask_take_f64", "x[x > 0.5]")
add("mask_add_f64", "x[m] += 0.5")
add("mask_count_f64", "count_nonzero(x > 0.5)", fused=True, bytes=8, flops=1, limit="read")
add("mask_sum_f64", "sum(where(x > 0.5, x, 0))", fused=True, bytes=8, flops=3, limit="read")
add("mask_any_f64", "any(x > 2), none is", bytes=8, flops=1, limit="read")

add = group("reductions", sizes=(1_000_000,), flops=1, limit="read")
add("sum_f64", "sum(a)", sizes=BOTH, sweep=SWEEP, bytes=8)
add("sum_f32", "sum(a)", sizes=BOTH, bytes=4, tolerance=1e-3)
add("mean_f64", "mean(a)", sizes=(100_000, 1_000_000), bytes=8)
add("var_f64", "var(a)", sizes=BOTH, bytes=8, flops=4)
add("min_f64", "min(a)", sizes=BOTH, bytes=8)
add("prod_f64", "prod(a)", bytes=8)
add("argmax_f64", "argmax(a)", bytes=8)
add("median_f64", "median(a)", limit="")
add("sum_i32", "sum(a)", bytes=4)
add("sum_bool", "sum(a)", bytes=1)
add("min_i32", "min(a)", bytes=4)
add("argmin_f32", "argmin(a)", bytes=4)
add("all_bool", "all(a)", bytes=1)
add("count_nonzero_i32", "count_nonzero(a)", bytes=4)
add("sum_squares_f64", "sum(a²)", sizes=BOTH, fused=True, bytes=8, flops=2)
add("rms_error_f64", "sqrt(mean((a - b)²))", fused=True, bytes=16, flops=3)
squares = {"sizes": (1000,), "shape": "nn"}
add("sum_axis0_f64", "sum(a, axis=0)", bytes=8, **{**squares, "sizes": (1000, 3000)})
add("sum_axis1_f64", "sum(a, axis=1)", bytes=8, **{**squares, "sizes": (1000, 3000)})
add("sum_rows_of_20_f64", "sum(a, axis=1) of n rows", sizes=(50_000,), shape=20, bytes=8)
add("argmax_rows_of_50_f64", "argmax(a, axis=1) of n rows", sizes=(20_000,), shape=50, bytes=8)
add("mean_columns_of_3_f64", "mean(a, axis=0) of n columns", sizes=(300_000,), shape=3, bytes=8)
add("std_axis0_f64", "std(a, axis=0)", bytes=8, flops=4, **squares)
add("max_axis1_f64", "max(a, axis=1)", bytes=8, **squares)
add("max_axis0_f32", "max(a, axis=0)", bytes=4, **squares)
add("mean_axis0_f32", "mean(a, axis=0)", bytes=4, tolerance=1e-3, **squares)
add("argmax_axis1_i32", "argmax(a, axis=1)", bytes=4, **squares)
add("sum_middle_f64", "sum(a, axis=1) of a cube", bytes=8, sizes=(100,), shape="nnn")
add("center_axis1_f64", "a - mean(a, axis=1)", bytes=16, flops=2, limit="stream", **squares)

add = group("scans", sizes=(1_000_000,), bytes=16, limit="stream")
add("cumsum_f64", "cumsum(a)", sizes=BOTH)
add("cumsum_i32", "cumsum(a)", bytes=12)
add("cumsum_axis0_f64", "cumsum(a, axis=0)", **squares)
add("cumsum_axis1_f64", "cumsum(a, axis=1)", **squares)
add("cumprod_f64", "cumprod(a)")
add("diff_f64", "diff(a)")
add("trapezoid_f64", "trapezoid(a)", bytes=8, limit="read")


def products(k, inner=1):
    return lambda n: k * n * n * (n if inner == 1 else inner)


add = group("products", sizes=(500,), shape="nn", compute=True, limit="fma_f64", threaded=("numpy", "armadillo", "native"), spins=True)
add("matmul_f64", "a @ b", sizes=(32, 128, 500, 1000), flops=products(2))
add("matmul_f32", "a @ b", sizes=(128, 1000), flops=products(2), limit="fma_f32", tolerance=1e-5)
add("matmul_c128", "a @ b", sizes=(256,), flops=products(8))
add("matmul_i32", "a @ b", sizes=(256,), flops=products(2), limit="", threaded=("native",))
add("matmul_new_f64", "new array a @ b", flops=products(2))
add("matmul_transposed_f64", "a.T @ b", flops=products(2))
add("gram_f64", "a @ a.T", flops=products(1))
add("matmul_skinny_f64", "(n, 16) @ (16, n)", sizes=(1000,), flops=products(2, 16))
add("matvec_f64", "a @ x", sizes=(1000,), flops=2, bytes=8, compute=False, limit="read")
add("matmul_batch_f64", "n matrices of 8 by 8", sizes=(1000,), shape=64, flops=16)
add("matmul_batch32_f64", "n matrices of 32 by 32", sizes=(100,), shape=1024, flops=64)
add("dot_f64", "a · b", sizes=CACHE, shape="n", flops=2, bytes=16, compute=False, limit="read")
add("vecdot_f64", "products of n pairs of 32", sizes=(1000,), shape=32, flops=2, bytes=16, compute=False, limit="", threaded=(), spins=False)
add("outer_f64", "outer(a, b)", sizes=(1000,), flops=1, bytes=8, compute=False, limit="stream")
add("einsum_f64", "bij,bkj->bik", sizes=(40,), shape="nnn", flops=80)

add = group("linalg", sizes=(8, 100, 500), shape="nn", compute=True, threaded=("numpy", "armadillo", "native"), spins=True, tolerance=1e-6)
add("solve_f64", "solve(a, b)", flops=products(2 / 3), limit="fma_f64")
add("inv_f64", "inv(a)", flops=products(2), limit="fma_f64")
add("det_f64", "det(a)", sizes=(8, 100), flops=products(2 / 3), limit="fma_f64")
add("cholesky_f64", "cholesky(a)", flops=products(1 / 3), limit="fma_f64")
add("qr_f64", "qr(a)", sizes=(100, 500))
add("eigh_f64", "eigh(a)")
add("eigvalsh_f64", "eigvalsh(a)", sizes=(500,))
add("svd_f64", "svd(a)")
add("eig_f64", "eig(a)", sizes=(100,))
add("lstsq_f64", "lstsq(a, b), (2n, n)", sizes=(100,))
add("norm_f64", "norm(x)", sizes=CACHE, shape="n", bytes=8, flops=2, compute=False, limit="read", spins=False)
add("solve_batch_f64", "n systems of 4 unknowns", sizes=(1000,), shape=16, spins=False)

add = group("small", sizes=(1, 8, 64), small=True)
add("tiny_add_f64", "a + b")
add("tiny_add_f32", "a + b", sizes=(4, 16, 64))
add("tiny_add_any_rank_f64", "a + b, rank known at run time", sizes=(8,))
add("tiny_new_f64", "new array a + b", sizes=(8, 64))
add("tiny_linear_f64", "2a + 3b", fused=True)
add("tiny_sin_exp_f64", "sin(a) b + exp(0.3a)", fused=True, sizes=(4, 16, 64))
add("tiny_where_f64", "where(a > 0, a, a/2)", fused=True, sizes=(4, 64))
add("tiny_sum_f64", "sum(a)", sizes=(8, 64))
add("tiny_mean_axis0_f64", "mean(a, axis=0)", sizes=(3, 8), shape="nn")
add("tiny_broadcast_f64", "a b + 1 by columns", fused=True, sizes=(3, 8), shape="nn")
add("tiny_slice_f64", "a[1:] copied", sizes=(8, 64))
add("tiny_matmul_f64", "a @ b", sizes=(2, 4, 8), shape="nn")
add("tiny_cumsum_f64", "cumsum(a)", sizes=(8, 64))

add = group("programs", sizes=(1000,), shape="nn", fused=True)
add("laplace_f64", "a step of Laplace's equation", sizes=(300, 3000), bytes=16, flops=4, limit="stream")
add("softmax_f64", "softmax of rows", compute=True)
add("softmax_f32", "softmax of rows", compute=True)
add("black_scholes_f64", "Black and Scholes, logistic distribution", sizes=(100_000, 1_000_000), shape="n", compute=True)
add("pairwise_f64", "distances of n points in space", bytes=8, flops=9, limit="stream")
add("normalize_f32", "(a - mean)/std of columns", tolerance=1e-3)
add("horner_complex_f64", "abs((z² - 1)z + 1/2)", sizes=CACHE, shape="n", compute=True)
add("monte_carlo_pi_f64", "4 count(x² + y² <= 1)/n", sizes=(1_000_000,), shape="n", bytes=16, flops=4, limit="read")
add("life_u8", "a step of Conway's game", bytes=2, flops=12)
add("sqrt_after_idling_f64", "sqrt(a) after 10 ms of sleep", sizes=(200_000,), shape="n", fused=False, calls=5)

add = group("mandelbrot", sizes=(1000,), shape="nn", compute=True, tolerance=0)
add("mandelbrot_f64", "default picture, 100 steps", limit="mandelbrot_f64", threaded=("numpy",))
add("mandelbrot_f32", "default picture, 100 steps", limit="mandelbrot_f32", tolerance=1e-5)
add("mandelbrot_1000_steps_f64", "default picture, 1000 steps", limit="mandelbrot_f64")
add("mandelbrot_1000_steps_f32", "default picture, 1000 steps", limit="mandelbrot_f32")
add("mandelbrot_inside_f64", "a region of the set, 1000 steps", sizes=(300,), limit="mandelbrot_f64")
add("mandelbrot_inside_f32", "a region of the set, 1000 steps", sizes=(300,), limit="mandelbrot_f32")
add("mandelbrot_arrays_f64", "the lesson's program in arrays, 100 steps")

add = group("every reduction", sizes=(1000,), shape="nn", on_request=True)
for name in ("sum", "mean", "var", "std", "min", "max", "argmin", "argmax", "median", "cumsum", "prod", "cumprod", "any", "all",
             "count_nonzero", "ptp", "nansum", "nanmean", "nanvar", "nanmin", "nanmax", "nanargmin", "nanmedian", "nanstd", "nanprod", "nanargmax", "nancumsum",
             "nancumprod"):
    for dtype in ("f32", "f64") if name.startswith("nan") else ("f32", "f64", "i32") if name == "ptp" else ("f32", "f64", "i32", "bool"):
        for axis in ("", "_axis0", "_axis1"):
            add(f"reduce_{name}{axis}_{dtype}", f"{name}(a)" if not axis else f"{name}(a, axis={axis[-1]})",
                tolerance=1e-3 if dtype == "f32" else 1e-9)

BY_NAME = {k.name: k for k in KERNELS}
