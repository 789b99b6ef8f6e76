#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Tables of docs/ that are made from what the program says of itself.

    tests/cli/tables.py            says which lines differ, ends with 1 if any does
    tests/cli/tables.py --write    rewrites them

A table stands between `<!-- table: NAME -->` and `<!-- /table -->`. FORESTALL names the program (build/forestall). What a
table does not get from the program stays as it is, row by row: what a lever moves, the code of a mechanism."""
import json
import os
import re
import sys

import program

BLOCK = re.compile(r"(?P<blank>[ ]*)<!-- table: (?P<name>[\w ]+) -->\n(?P<body>.*?)(?P<end>[ ]*<!-- /table -->)", re.S)


def told(*words):
    done = program.run(*words, "--json")
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return json.loads(done.stdout)


def commands_told():
    for name in program.COMMANDS:
        *family, last = name.split()
        yield name, program.subcommands(*family)[last]


def page_of(name):
    return f"mechanisms/{name.replace('_', '-')}.md"


def title_of(name):
    """Of a mechanism's page, as within a sentence."""
    path = os.path.join(program.SOURCE, "docs", page_of(name))
    if not os.path.exists(path):
        return name.replace("_", " ")
    title = program.read(path).decode("utf-8").split("\n", 1)[0].lstrip("# ").strip()
    return title[:1].lower() + title[1:]


def number(value):
    return f"{value:.15g}"


def table(head, rows):
    """Lines of a table; a bar within a cell is escaped."""
    def line(cells):
        return "| " + " | ".join(re.sub(r"(?<!\\)\|", r"\\|", str(cell)) for cell in cells) + " |\n"
    return line(head) + "|" + "---|" * len(head) + "\n" + "".join(map(line, rows))


def kept(body, column):
    """{first cell: another cell} of the table as it is."""
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in body.splitlines() if line.startswith("| ")]
    return {row[0].strip(): row[column].strip() for row in cells if len(row) > column}


def variables(_):
    for v in told("describe", "outcomes"):
        flags = v["flag_meanings"].split()
        meaning = v["long_name"] + (f" ({', '.join(f'{i} {word}' for i, word in enumerate(flags))})" if flags else "")
        yield f"`{v['name']}`", v["dimensions"], v["type"], v["unit"] or "–", meaning


def levers(body):
    moves = kept(body, 6)
    entries = [{effect["lever"] for effect in i["effects"]} for i in told("describe", "interventions")]
    for lever in told("describe", "levers"):
        name = f"`{lever['name']}`"
        yield (name, lever["target"], lever["kind"], f"{number(lever['low'])} to {number(lever['high'])}",
               lever["neutral"], lever["summary"], moves.get(name, ""), sum(lever["name"] in moved for moved in entries))


def mechanisms_told():
    return [m for m in told("describe", "mechanisms") if m["kind"] == "mechanism"]


def mechanisms(body):
    code = kept(body, 3)
    for m in mechanisms_told():
        name = f"`{m['name']}`"
        yield name, m["order"], m["summary"], code.get(name, f"`mechanism_{m['name']}`"), f"[{title_of(m['name'])}]({page_of(m['name'])})"


def step(before):
    """Order and page of the mechanisms before or after people move, five to a line."""
    words = [f"{m['order']} [{title_of(m['name'])}]({page_of(m['name'])})" for m in mechanisms_told()
             if m["before_people_move"] == before]
    lines = [" · ".join(words[i:i + 5]) for i in range(0, len(words), 5)]
    return " ·\n".join(lines) + ".\n"


MADE = {
    "variables": lambda body: table(["variable", "dimensions", "type", "unit", "meaning"], variables(body)),
    "levers": lambda body: table(["lever", "target", "scale", "bounds", "null", "is", "moves", "entries"], levers(body)),
    "commands": lambda body: table(["command", "in a line"], ((f"`{name}`", says) for name, says in commands_told())),
    "mechanisms": lambda body: table(["mechanism", "order", "what happens", "code", "page"], mechanisms(body)),
    "step before": lambda body: step(True),
    "step after": lambda body: step(False),
}


def made(page):
    """The page with its tables as the program has them."""
    def block(match):
        blank = match["blank"]
        body = "".join(blank + line for line in MADE[match["name"]](match["body"]).splitlines(True))
        return f"{blank}<!-- table: {match['name']} -->\n{body}{match['end']}"
    return BLOCK.sub(block, page)


def pages():
    """(path, text) of every page of docs/ that has such a table."""
    for folder, _, names in sorted(os.walk(os.path.join(program.SOURCE, "docs"))):
        for name in sorted(names):
            if name.endswith(".md"):
                path = os.path.join(folder, name)
                text = program.read(path).decode("utf-8")
                if "<!-- table: " in text:
                    yield path, text


def main():
    differ = False
    for path, text in pages():
        new = made(text)
        differ |= new != text
        old = set(text.splitlines())
        for line in new.splitlines():
            if line not in old:
                print(f"{os.path.relpath(path, program.SOURCE)}: {line}")
        if "--write" in sys.argv[1:]:
            program.write(path, new)
    return 0 if not differ or "--write" in sys.argv[1:] else 1


if __name__ == "__main__":
    sys.exit(main())
