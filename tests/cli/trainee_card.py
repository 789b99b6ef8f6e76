#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""docs/trainee-card.html, the form of docs/trainee-card.md that prints on two pages. `--write` makes it anew; a test compares."""
import html
import os
import re
import sys

DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs")
STYLE = """@page { size: A4; margin: 12mm 15mm; }
:root { color-scheme: light dark; }
body { font: 11.4pt/1.42 system-ui, "Liberation Sans", sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; margin: 0 0 .3em; } h2 { font-size: 1.2em; margin: .2em 0 .5em; border-bottom: 2px solid; }
p { margin: .55em 0; } table { border-collapse: collapse; width: 100%; margin: .5em 0; }
th, td { text-align: left; vertical-align: top; padding: .22em .8em .22em 0; border-bottom: 1px solid #999; }
code { font: .95em "Liberation Mono", monospace; }
section + section { margin-top: 2rem; }
@media print { body { margin: 0; padding: 0; max-width: none; } section + section { break-before: page; margin: 0; } }
"""


def spans(text):
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)


def table(lines):
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not re.fullmatch(r"[|\-]+", line)]
    out = "<table>\n"
    for i, row in enumerate(rows):
        kind = "th" if i == 0 else "td"
        out += "<tr>" + "".join(f"<{kind}>{spans(cell)}</{kind}>" for cell in row) + "</tr>\n"
    return out + "</table>\n"


def page(text):
    body, opened = "", False
    for block in text.strip().split("\n\n"):
        lines = block.splitlines()
        if block.startswith("# "):
            title = block[2:]
        elif block.startswith("## "):
            body += ("</section>\n" if opened else "") + f"<section>\n<h2>{spans(block[3:])}</h2>\n"
            opened = True
        elif block.startswith("|"):
            body += table(lines)
        else:
            body += f"<p>{spans(' '.join(lines))}</p>\n"
    return (f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{spans(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{spans(title)}</h1>\n{body}</section>\n</body>\n</html>\n")


def made():
    with open(os.path.join(DOCS, "trainee-card.md"), encoding="utf-8") as file:
        return page(file.read())


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        with open(os.path.join(DOCS, "trainee-card.html"), "w", encoding="utf-8") as out:
            out.write(made())
    else:
        sys.stdout.write(made())
