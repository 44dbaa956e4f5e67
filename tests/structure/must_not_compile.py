#!/usr/bin/env python3
"""Each file of must_not_compile/ is a mistake that the compiler must report in words that help.

Its first line is `// expect: TEXT`, a fragment of the compiler's message (`TEXT | TEXT` where compilers differ); a line
`// flags: ...` adds flags, `// errors: N` says that the compiler reports no more than N. With -DFIXED the file must
compile, which shows that the mistake is all that is wrong.
"""

import pathlib
import re
import sys

from compiler import check_syntax, in_parallel

CASES = sorted((pathlib.Path(__file__).parent / "must_not_compile").glob("*.cpp"))


def header_line(text, key):
    found = re.search(rf"^// {key}: (.*)$", text, re.MULTILINE)
    return found.group(1) if found else ""


def check(case):
    text = case.read_text()
    expected = header_line(text, "expect").split(" | ")
    if expected == [""]:
        return f"{case.name}: the first line does not say `// expect: TEXT`"
    compiled, messages = check_syntax(None, header_line(text, "flags").split(), case)
    if compiled:
        return f"{case.name} compiles, and must not"
    if not any(fragment in messages for fragment in expected):
        return f"{case.name}: the message does not contain {expected}:\n{messages}"
    most = header_line(text, "errors")
    if most and messages.count("error: ") > int(most):
        return f"{case.name}: more than {most} errors:\n{messages}"
    compiled, messages = check_syntax(None, ["-DFIXED"], case)
    if not compiled:
        return f"{case.name} must compile with -DFIXED:\n{messages}"
    return None


def main():
    failures = [text for text in in_parallel(check, CASES) if text]
    print("\n".join(failures))
    print(f"{len(CASES) - len(failures)} of {len(CASES)} mistakes are refused as they should be")
    return 1 if failures or not CASES else 0


if __name__ == "__main__":
    sys.exit(main())
