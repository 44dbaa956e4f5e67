#!/usr/bin/env python3
"""The folders of include/numlane are layers: a header includes only its own folder and those below it."""

import pathlib
import re
import sys

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"

# A folder may include the folders of every row above its own.
LAYERS = [
    ["core"],
    ["simd"],
    ["kernels"],
    ["parallel"],
    ["blas"],
    ["array"],
    ["expr"],
    ["ufunc", "reduce", "manip"],
    # every folder that is not named here
]
# Where a folder may know less than its row allows.
NARROWER = {"parallel": {"core"}}
# Standard headers that cost too much to compile, or whose initialisers would run in every program.
TOO_HEAVY = {"algorithm", "iostream", "functional", "memory", "regex", "map", "sstream"}


def layer(folder):
    for height, folders in enumerate(LAYERS):
        if folder in folders:
            return height
    return len(LAYERS)


def folder_of(header):
    """'numlane/array/view.hpp' and the umbrella 'numlane/array.hpp' are both of 'array'; numlane.hpp is of ''."""
    parts = pathlib.PurePosixPath(header).parts
    if len(parts) > 2:
        return parts[1]
    stem = parts[1].removesuffix(".hpp")
    return "" if stem == "numlane" else stem


def complaints(path):
    name = path.relative_to(INCLUDE).as_posix()
    folder = folder_of(name)
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if not found:
            continue
        bracket, included = found.groups()
        where = f"include/{name}:{number}: "
        if included in TOO_HEAVY:
            yield where + f"<{included}> is too heavy for a header"
        if not included.startswith("numlane/"):
            if bracket == '"' and not included.startswith("hwy/"):
                yield where + f'"{included}" should be included as "numlane/..."'
            continue
        if not (INCLUDE / included).is_file():
            yield where + f"{included} does not exist"
        other = folder_of(included)
        # simd/ is what compiles kernels/ once per target; only a file that does that names a per-target body.
        if included.endswith("-inl.hpp") and folder in ("simd", "kernels"):
            continue
        if folder == "compiled":  # the body of numlane::compiled, a program of its own
            continue
        if folder and not other:
            yield where + "the umbrella numlane.hpp is for users alone"
        elif folder and other != folder:
            if layer(other) >= layer(folder) and not (layer(other) == layer(folder) == len(LAYERS)):
                yield where + f"{folder}/ may not include {other}/, which is not below it"
            elif folder in NARROWER and other not in NARROWER[folder]:
                yield where + f"{folder}/ may include only {', '.join(sorted(NARROWER[folder]))}"


def main():
    headers = sorted(INCLUDE.rglob("*.hpp"))
    found = [text for path in headers for text in complaints(path)]
    knowers = [p for p in headers if re.search(r"^\s*#\s*include\s*[\"<]hwy/foreach_target\.h", p.read_text(), re.M)]
    if len(knowers) > 1:
        found.append("more than one header includes hwy/foreach_target.h: " + ", ".join(map(str, knowers)))
    for path in headers:
        if "#pragma once" not in path.read_text() and not path.name.endswith("-inl.hpp"):
            found.append(f"include/{path.relative_to(INCLUDE)}: no #pragma once")
    print("\n".join(found) if found else f"{len(headers)} headers keep to their layers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
