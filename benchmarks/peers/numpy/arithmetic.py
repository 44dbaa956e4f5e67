AB = "a, b, out = f64(n, 1), f64(n, 2), np.empty(n)"
U8 = "np.uint8"
ROWS = {
    "add_f64": (AB, "np.add(a, b, out=out)"),
    "add_f32": ("a, b, out = f32(n, 1), f32(n, 2), np.empty(n, np.float32)", "np.add(a, b, out=out)"),
    "add_u8": ("a, b, out = data('u1', n, 1, 0, 256), data('u1', n, 2, 0, 256), np.empty(n, 'u1')", "np.add(a, b, out=out)"),
    "add_new_f64": (AB, "out = a + b"),
    "add_in_place_f64": ("a, out = f64(n, 1), np.zeros(n)", "np.add(out, a, out=out)"),
    "add_i32_f64": ("a, b, out = i32(n, 1), f64(n, 2), np.empty(n)", "np.add(a, b, out=out)"),
    "scale_f64": (AB, "np.multiply(a, 1.5, out=out)"),
    "multiply_i32": ("a, b, out = i32(n, 1), i32(n, 2), np.empty(n, 'i4')", "np.multiply(a, b, out=out)"),
    "multiply_i64": ("a, b, out = data('i8', n, 1, -100, 100), data('i8', n, 2, -100, 100), np.empty(n, 'i8')", "np.multiply(a, b, out=out)"),
    "divide_f64": ("a, b, out = f64(n, 1), f64(n, 2, 1, 2), np.empty(n)", "np.divide(a, b, out=out)"),
    "floor_divide_i32": ("a, b, out = i32(n, 1), i32(n, 2, 1, 50), np.empty(n, 'i4')", "np.floor_divide(a, b, out=out)"),
    "remainder_f64": ("a, b, out = f64(n, 1), f64(n, 2, 1, 2), np.empty(n)", "np.remainder(a, b, out=out)"),
    "multiply_c128": ("a, b, out = c128(n, 1), c128(n, 2), np.empty(n, 'c16')", "np.multiply(a, b, out=out)"),
    "absolute_c128": ("a, out = c128(n, 1), np.empty(n)", "np.abs(a, out=out)"),
    "and_bool": ("a, b, out = flags(n, 1), flags(n, 2), np.empty(n, bool)", "np.logical_and(a, b, out=out)"),
    "shift_i32": ("a, out = i32(n, 1), np.empty(n, 'i4')", "np.left_shift(a, 3, out=out)"),
    "astype_f64_u8": ("a, out = f64(n, 1, 0, 256), np.empty(n, 'u1')", "np.copyto(out, a, casting='unsafe')"),
    "astype_f64_f32": ("a, out = f64(n, 1), np.empty(n, 'f4')", "np.copyto(out, a, casting='same_kind')"),
    "astype_i32_f64": ("a, out = i32(n, 1), np.empty(n)", "np.copyto(out, a)"),
}
