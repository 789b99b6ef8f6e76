#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Rows of docs/model.md's parameter tables, from the ParameterSpec rows in the code.

    tests/house/model_rows.py            says which rows differ, ends with 1 if any does
    tests/house/model_rows.py --write    rewrites them; symbols of rows that are there stay

A table stands between `<!-- rows: FOLDER … -->` and `<!-- /rows -->` and holds the rows of all .cpp files in those folders.
A new row gets the symbol name_field until someone gives it a better one.
"""
import re
import sys
from decimal import Decimal

from test_model import ROOT, SPEC, files, joined, read

HEAD = "| name | symbol | unit | default | bounds | meaning | source | grade |\n|---|---|---|---|---|---|---|---|\n"
BLOCK = re.compile(r"(<!-- rows: ([\w/ ]+) -->\n)(.*?)(<!-- /rows -->)", re.S)


def plain(number):
    """Digits without an exponent, integers without a point."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rows(folders, symbols):
    for path in files("sim/**/*.cpp"):
        if not any(path.startswith(folder + "/") for folder in folders):
            continue
        for name, unit, low, high, default, meaning, source, grade in SPEC.findall(read(path)):
            name = joined(name)
            symbol = symbols.get(name, name.replace(".", "_"))
            yield (f"| `{name}` | {symbol} | {joined(unit)} | {plain(default)} | {plain(low)} to {plain(high)} | "
                   f"{joined(meaning)} | {joined(source)} | {grade} |\n")


def main():
    page = read("docs/model.md")
    symbols = dict(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| (\w+) \|", page, flags=re.M))
    made = BLOCK.sub(lambda m: m[1] + HEAD + "".join(rows(m[2].split(), symbols)) + m[4], page)
    old, new = page.splitlines(), made.splitlines()
    for line in new:
        if line not in old:
            print(line)
    if "--write" in sys.argv[1:]:
        with open(f"{ROOT}/docs/model.md", "w", encoding="utf-8") as file:
            file.write(made)
    return 0 if made == page or "--write" in sys.argv[1:] else 1


if __name__ == "__main__":
    sys.exit(main())
