"""Fails unless each paragraph of a document's C++ block number BLOCK stands in an example that is compiled.

usage: same_example.py DOCUMENT BLOCK EXAMPLE
"""
import re
import sys

document, block, example = open(sys.argv[1], encoding="utf-8").read(), int(sys.argv[2]), sys.argv[3]
blocks = re.findall(r"```cpp\n(.*?)```", document, re.S)


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


source = "\n".join(lines(open(example, encoding="utf-8").read()))
for paragraph in re.split(r"\n\s*\n", blocks[block - 1]):
    if "\n".join(lines(paragraph)) not in source:
        sys.exit(f"{sys.argv[1]} shows what is not in {example}:\n{paragraph}")
print("the same")
