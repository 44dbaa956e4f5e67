#!/usr/bin/env python3
"""Every header compiles alone, without a warning, and may be included twice."""

import re
import sys

from compiler import INCLUDE, check_syntax, in_parallel

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"]


LIBRARIES = {"highway": "hwy/highway.h", "xsimd": "xsimd/xsimd.hpp"}
MISSING = {name for name, header in LIBRARIES.items() if not check_syntax(f"#include <{header}>\n")[0]}


def back_end(header):
    """The back end whose headers this one may use. The folders of the back ends compile with that back end alone. For the
    others the scalar one includes least: what a header lacks is not hidden by the headers of a library."""
    return {"highway": "highway", "xsimd": "xsimd"}.get(header.parent.name, "scalar")


def first_include(header):
    """The header of numlane that this one includes before anything else, which so compiles alone if this one does."""
    found = re.match(r'#pragma once\n(?:\s|//.*\n)*#include "([^"]+)"', header.read_text())
    return INCLUDE / found.group(1) if found else None


def check(header):
    line = f'#include "{header.relative_to(INCLUDE)}"\n'
    of_back_end = back_end(header)
    flags = [f"-DNUMLANE_SIMD={of_back_end}"]
    if of_back_end in MISSING:
        print(f"skipped: {header.relative_to(INCLUDE)}, because {of_back_end} is not installed")
        return None
    ok, messages = check_syntax(line + line + "int main() {}\n", WARNINGS + flags)
    return None if ok else f"--- {header.relative_to(INCLUDE)} does not compile alone:\n{messages}"


def main():
    # Per-target bodies (-inl.hpp) have no meaning outside the header that includes them once per target.
    headers = sorted(p for p in INCLUDE.rglob("*.hpp") if not p.name.endswith("-inl.hpp"))
    failures = [f"{header.relative_to(INCLUDE)} does not begin with #pragma once"
                for header in headers if not header.read_text().startswith("#pragma once\n")]
    firsts = {(first_include(header), back_end(header)) for header in headers}
    alone = [header for header in headers if (header, back_end(header)) not in firsts]
    failures += [text for text in in_parallel(check, alone) if text]
    print("\n".join(failures))
    print(f"{len(headers) - len(failures)} of {len(headers)} headers compile alone")
    return 1 if failures or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
