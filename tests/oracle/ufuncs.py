"""What NumPy computes for numlane's elementwise functions, element by element of the operands a, b and c of a dtype."""
from fractions import Fraction

import numpy as np

from values import COMPLEX, DTYPES, FLOATS, INTEGERS, operands, special

MIXED = [("int8", "uint8"), ("int8", "int32"), ("int16", "uint16"), ("int64", "uint64"), ("uint32", "int64"),
         ("uint8", "float32"), ("int16", "float32"), ("int32", "float32"), ("int64", "float64"), ("uint64", "float32"),
         ("float32", "float64"), ("bool", "int8"), ("bool", "float64"), ("float32", "complex64"),
         ("int32", "complex64"), ("complex64", "float64"), ("uint8", "complex128")]
# Arrays of the first dtype beside a scalar of the second kind; the number is 3 times a power of two.
SCALARS = [("bool", "int"), ("bool", "float"), ("int8", "int"), ("int16", "float"), ("uint8", "int"), ("uint64", "float"),
           ("float32", "int"), ("float32", "float"), ("float64", "int"), ("float32", "complex"), ("float64", "complex"),
           ("int32", "complex"), ("complex64", "float"), ("complex128", "int")]

BINARY = ["add", "subtract", "multiply", "minimum", "maximum", "equal", "not_equal", "less", "less_equal", "greater",
          "greater_equal", "logical_and", "logical_or", "logical_xor"]
UNARY = ["negative", "square", "logical_not", "conjugate", "isnan", "isinf", "isfinite"]


def round_fraction(exact, dtype):
    """The float of dtype nearest to exact, halves to even."""
    info = np.finfo(dtype)
    low = int(info.minexp) - int(info.nmant)
    exponent = abs(exact.numerator).bit_length() - exact.denominator.bit_length()
    if abs(exact) < Fraction(2) ** exponent:
        exponent -= 1
    unit = max(exponent - int(info.nmant), low)
    whole = round(exact / Fraction(2) ** unit)
    if abs(whole) * Fraction(2) ** unit > Fraction(float(info.max)):
        return np.inf if exact > 0 else -np.inf
    return float(whole * Fraction(2) ** unit)


def fma(a, b, c):
    """a * b + c rounded once; no ufunc of NumPy."""
    out = a * b + c
    for i, (x, y, z) in enumerate(zip(a, b, c)):
        if np.isfinite([x, y]).all() and not np.isfinite(z):
            out[i] = z  # the product does not overflow before it is added
        elif np.isfinite([x, y, z]).all() and x != 0 and y != 0:
            exact = Fraction(float(x)) * Fraction(float(y)) + Fraction(float(z))
            out[i] = round_fraction(exact, a.dtype) if exact != 0 else 0.0
            if out[i] == 0 and exact < 0:
                out[i] = -0.0
    return out


def magnitude(x):
    """np.absolute; of complex numbers by the C library's hypot of float64, because NumPy 2 is two units of the last place
    off with AVX-512."""
    if x.dtype.kind == "c":
        return np.hypot(x.real.astype(np.float64), x.imag.astype(np.float64)).astype(x.real.dtype)
    return np.absolute(x)


def convert(x, dtype):
    """astype, also where C leaves it undefined: floats become integers by way of int64, which is its minimum for what
    it cannot hold; uint64 takes its upper half too."""
    dtype = np.dtype(dtype)
    if x.dtype.kind == "c" and dtype.kind not in "bc":
        x = x.real
    if dtype.kind not in "iu" or x.dtype.kind != "f":
        return x.astype(dtype)
    out = np.empty(x.shape, dtype)
    for i, value in enumerate(x):
        whole = int(value) if np.isfinite(value) else None
        upper = dtype == np.uint64 and whole is not None and 2**63 <= whole < 2**64
        if not upper and (whole is None or not -(2**63) <= whole < 2**63):
            whole = -(2**63)
        out[i] = np.array(whole % 2**64, np.uint64).astype(dtype)
    return out


def weak(array, kind):
    """The dtype of a scalar beside an array by NEP 50, which NumPy 1 does not follow."""
    order = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}
    if {"int": 1, "float": 2, "complex": 3}[kind] <= order[array.kind]:
        return array
    return np.dtype({"int": "i8", "float": "f8", "complex": "c8" if array == np.float32 else "c16"}[kind])


def same_dtype(save, dtype):
    a, b, c = operands(dtype)
    for name, x in zip("abc", (a, b, c)):
        save(f"{name}.{dtype}", x)
    kind = np.dtype(dtype).kind
    for name in BINARY:
        if name != "subtract" or kind != "b":
            save(f"{name}.{dtype}", getattr(np, name)(a, b))
    for name in UNARY:
        if name != "negative" or kind != "b":
            save(f"{name}.{dtype}", getattr(np, name)(a))
    save(f"absolute.{dtype}", magnitude(a))
    save(f"where.{dtype}", np.where(c, a, b))
    close = np.isclose(a, b, rtol=0.25, atol=0.5)
    if kind == "c":  # whose infinities NumPy before 2 takes for NaN
        close |= a == b
    save(f"isclose.{dtype}", close)
    save(f"isclose_nan.{dtype}", close | (np.isnan(a) & np.isnan(b)))
    save(f"divide.{dtype}", np.divide(a, b))
    # NumPy 2.2 has no loop of bool for clip; its definition serves all dtypes.
    save(f"clip.{dtype}", np.minimum(np.maximum(a, b), c))
    if kind == "c":
        save(f"real.{dtype}", a.real)
        save(f"imag.{dtype}", a.imag)
        return
    save(f"floor_divide.{dtype}", np.floor_divide(a, b))
    save(f"remainder.{dtype}", np.remainder(a, b))
    # NumPy has float16 for 8 bits, numlane float32.
    floating = np.float32 if np.dtype(dtype).itemsize == 1 else np.sqrt(a).dtype
    save(f"sqrt.{dtype}", np.sqrt(a, dtype=floating))
    if kind == "f":
        save(f"fma.{dtype}", fma(a, b, c))
    else:
        for name in ("bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift"):
            save(f"{name}.{dtype}", getattr(np, name)(a, b))
        save(f"invert.{dtype}", np.invert(a))


def conversions(save):
    for source in DTYPES:
        a = operands(source)[0]
        for target in DTYPES:
            save(f"astype.{source}.{target}", convert(a, target))


def mixed_dtypes(save):
    for one, other in MIXED:
        a, b = operands(one)[0], operands(other)[1]
        common = np.promote_types(one, other)
        # NumPy 2 compares int64 with uint64 exactly; numlane, as NumPy 1, in their common dtype.
        wide = a.astype(common), b.astype(common)
        save(f"add.{one}.{other}", np.add(a, b))
        save(f"divide.{one}.{other}", np.divide(a, b))
        save(f"less.{one}.{other}", np.less(*wide))
        save(f"where.{one}.{other}", np.where(a, a, b))
    table = [[DTYPES.index(np.promote_types(x, y).name) for y in DTYPES] for x in DTYPES]
    save("promote_types", np.array(table, np.int8))


def scalars(save):
    for dtype, kind in SCALARS:
        a = operands(dtype)[0]
        value = {"int": 3, "float": 0.75, "complex": 3 - 0.75j}[kind]
        s = np.full(a.shape, value, weak(np.dtype(dtype), kind))
        save(f"add_scalar.{dtype}.{kind}", np.add(a, s))
        save(f"scalar_divide.{dtype}.{kind}", np.divide(s, a))
        save(f"less_scalar.{dtype}.{kind}", np.less(a, s))


def in_place(save):
    pairs = [("add", "int8", "int32"), ("subtract", "float32", "float64"), ("multiply", "int16", "int16"),
             ("divide", "float32", "int32"), ("divide", "complex64", "float32"), ("remainder", "int64", "int8"),
             ("bitwise_and", "uint8", "uint8"), ("bitwise_or", "bool", "bool"), ("bitwise_xor", "int32", "bool"),
             ("left_shift", "int32", "int32"), ("right_shift", "int16", "int8")]
    for name, one, other in pairs:
        a, b = operands(one)[0], operands(other)[1]
        save(f"in_place_{name}.{one}.{other}", getattr(np, name)(a, b).astype(one))


def write(save):
    for dtype in DTYPES:
        same_dtype(save, dtype)
    conversions(save)
    mixed_dtypes(save)
    scalars(save)
    in_place(save)
