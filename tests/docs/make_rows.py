"""Makes a C++ program of the tables in the docs: each row that shows numlane code becomes a function that runs it.

usage: make_rows.py DOCUMENT OUTPUT
"""
import re
import sys

document, output = sys.argv[1:]
rows = []
column = None
for line in open(document, encoding="utf-8"):
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
    if not cells:
        column = None
    elif column is None:
        column = cells.index("numlane") if cells[0] == "NumPy" and "numlane" in cells else -1
    elif column >= 0 and not set(line.strip()) <= set("|-"):
        code = re.fullmatch(r"`(.+)`", cells[column])
        if code is None:
            sys.exit(f"{document}: no code in the numlane column of: {line}")
        rows.append(code.group(1))
if not rows:
    sys.exit(f"{document}: no table with the columns NumPy and numlane")

with open(output, "w", encoding="utf-8") as out:
    out.write('#include "row.hpp"\n')
    for number, code in enumerate(rows):
        out.write(f'TEST_CASE("{number}: {code.replace(chr(34), chr(39))}") {{\n    operands o;\n')
        out.write("    auto &a = o.a, &b = o.b, &x = o.x, &y = o.y;\n    auto &i = o.i;\n    auto &z = o.z;\n    auto &m = o.m;\n")
        out.write("    unused(a, b, x, y, i, z, m);\n")
        # A row of expressions shows them all; anything else is statements.
        if re.search(r"(^|; )(auto|nl::array<\w+>) \w+|=|<< a|^nl::save", code):
            out.write(f"    {code};\n    SUCCEED();\n}}\n")
        else:
            out.write(f"    unused({code});\n    SUCCEED();\n}}\n")
