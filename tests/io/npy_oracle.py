#!/usr/bin/env python3
"""Exchanges .npy files between NumPy and numlane.

usage: npy_oracle.py [-v] [EMULATOR...] PROGRAM       (PROGRAM is built from oracle/main.cpp)

Every dtype, shape, order of bytes and axes and version of the format is written by NumPy, loaded and saved by numlane,
and must come back bit for bit; the file must be the one that numpy.save writes. Then thousands of damaged files:
numlane must refuse each with io_error or dtype_error unless NumPy reads it too, and then read the same.
"""
import io
import struct
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
from numpy.lib import format as npy

sys.path.insert(0, str(Path(__file__).parent / "oracle"))
from driver import ask

VERSION = tuple(int(part) for part in np.__version__.split(".")[:2])
VERBOSE = sys.argv[1:2] == ["-v"]
DTYPES = ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8", "c8", "c16"]
SHAPES = [(), (0,), (1,), (5,), (2, 3), (3, 0, 2), (1, 4, 1), (4, 3, 2), (2, 1, 3, 2, 2), (300, 70), (1,) * 32]


def random_bits(rng, dtype, shape):
    count = int(np.prod(shape))
    if dtype == "b1":
        return rng.random(shape) < 0.5
    return np.frombuffer(rng.bytes(count * np.dtype(dtype).itemsize), dtype).reshape(shape)


def good_files(rng):
    """(array, bytes of a file that holds it)"""
    for dtype in DTYPES:
        for shape in SHAPES:
            a = random_bits(rng, dtype, shape)
            for order in "<>":
                # astype would change the payload of a NaN: only the bytes are turned.
                turned = a if order == "<" else a.byteswap().view(a.dtype.newbyteorder(">"))
                for layout in "CF":
                    for version in ((1, 0), (2, 0), (3, 0)):
                        file = io.BytesIO()
                        npy.write_array(file, np.asarray(turned, order=layout), version)
                        yield a, file.getvalue()


def by_hand(header, data=b"", version=(1, 0), length=None):
    text = header.encode("utf8")
    size = struct.pack("<H" if version[0] == 1 else "<I", len(text) if length is None else length)
    return npy.MAGIC_PREFIX + bytes(version) + size + text + data


def odd_files():
    """Headers that NumPy reads although it does not write them, and many that nobody should read."""
    data = bytes(range(48))
    for header in (
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,)}",
        "{'shape': (3L,), 'fortran_order': False, 'descr': '<i4'}",
        '  {"shape" : ( 2 , 3 ) ,"fortran_order":True,"descr":"<i4",}   \n',
        "{'shape':(2,3,),\n'fortran_order':\tTrue,'descr':'i4'}",
        "{'descr': '=i4', 'fortran_order': False, 'shape': ()}",
        "{u'descr': u'>i4', u'fortran_order': False, u'shape': (0, 5)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (4, 3)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (5, 3)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (-1,)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': [3]}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3.0,)}",
        "{'descr': '<i4', 'fortran_order': 0, 'shape': (3,)}",
        "{'descr': '<i4', 'fortran_order': False}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), 'more': 1}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,)",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,)}}",
        "{'descr': '|O', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': [('é', '<i4')], 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<U2', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<f2', 'fortran_order': False, 'shape': (3,)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (4611686018427387904,)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (99999999999999999999999,)}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (" + "1, " * 33 + ")}",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,)}" + " " * 70000,
        "[]", "", "{}", "None", "{'descr'}", "{'descr': '<i4' 'fortran_order': False}", "(" * 5000,
    ):
        for version in ((1, 0), (2, 0), (3, 0), (4, 0), (1, 1)):
            if len(header) > 65535 and version[0] == 1:
                continue
            # Python 2 never wrote version 3, so there NumPy refuses its suffix L; numlane does not care.
            if "3L" not in header or version != (3, 0):
                yield by_hand(header, data, version)
        yield by_hand(header, data, (2, 0), 2**32 - 1)


def damaged_files(rng, count):
    """Files of NumPy that are cut or have some bytes changed, mostly in the header."""
    whole = [file for _, file in good_files(rng) if len(file) < 1000]
    for _ in range(count):
        file = bytearray(whole[rng.integers(len(whole))])
        if rng.random() < 0.3:
            file = file[: rng.integers(len(file))]
        for _ in range(rng.integers(0, 4)):
            if file:
                at = rng.integers(min(len(file), 80))
                file[at] = rng.choice([rng.integers(256), *b"0123456789(),'{}<>|LbicfuTF -"])
        yield bytes(file)


def numpy_reads(file):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.load(io.BytesIO(file))
    except Exception:  # of nearly every kind, tokenize.TokenError among them
        return None


def bits(a):
    return a.shape, (a if a.dtype.isnative else a.byteswap()).tobytes()


def run(program, folder, files, dtypes):
    requests = []
    for i, (file, dtype) in enumerate(zip(files, dtypes)):
        path = Path(folder) / f"in{i}.npy"
        path.write_bytes(file)
        requests.append(("copy", dtype, path, Path(folder) / f"out{i}.npy"))
    return [(answer, request[3]) for answer, request in zip(ask(program, requests), requests)]


def check_good(program, folder, rng):
    arrays, files = zip(*good_files(rng))
    wrong = 0
    for a, file, (answer, out) in zip(arrays, files, run(program, folder, files, [a.dtype.name for a in arrays])):
        saved = io.BytesIO()
        np.save(saved, a)
        if answer == "ok":
            back = np.load(out)
            same = back.dtype == a.dtype and bits(back) == bits(a)
            # From 1.23 on NumPy leaves the room in the header that numlane leaves.
            same &= VERSION < (1, 23) or out.read_bytes() == saved.getvalue()
        if answer != "ok" or not same:
            wrong += 1
            print(f"{answer}: {a.dtype} {a.shape}, header {file[:80]!r}")
    print(f"{len(files)} files of NumPy {np.__version__}, {wrong} came back wrong")
    return wrong


def check_bad(program, folder, rng):
    files = [*odd_files(), *damaged_files(rng, 4000)]
    readings = [numpy_reads(file) for file in files]
    known = {np.dtype(dtype).name for dtype in DTYPES}
    dtypes = [a.dtype.name if a is not None and a.dtype.name in known else "int32" for a in readings]
    wrong = refused = 0
    for file, a, (answer, out) in zip(files, readings, run(program, folder, files, dtypes)):
        if answer == "ok":
            good = a is not None and bits(np.load(out)) == bits(a)
        else:
            refused += 1
            good = answer.startswith(("io_error load: ", "dtype_error load<"))
        if not good:
            wrong += 1
            print(f"{answer}\n  for {file[:160]!r}\n  which NumPy {'refuses' if a is None else 'reads'}")
        if answer != "ok" and a is not None and VERBOSE:
            print(f"stricter than NumPy: {answer}")
    print(f"{len(files)} odd and damaged files, {refused} refused, {wrong} wrongly treated")
    return wrong


def main(*program):
    rng = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        return 1 if check_good(program, folder, rng) + check_bad(program, folder, rng) else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 + VERBOSE:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1 + VERBOSE :]))
