"""Fails unless the first C++ block of a document is, word for word, an example that is compiled.

usage: same_example.py DOCUMENT EXAMPLE
"""
import re
import sys

document, example = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
block = re.search(r"```cpp\n(.*?)```", document, re.S)
if block is None or block.group(1).strip() != example.strip():
    sys.exit(f"the first C++ block of {sys.argv[1]} differs from {sys.argv[2]}")
print("the same")
