# SPDX-License-Identifier: Apache-2.0
"""Recipes of CONTRIBUTING.md: what each writes, changes and appends, how it is tested, and what is made afterwards."""
import os
import re

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
# Headings within a block are not of the page.
CHAPTER = re.compile(r"^## Recipes\n(.*?)^## Tests are claims\n", re.S | re.M)
HEADING = re.compile(r"^### Recipe: (.+)\n", re.M)
# A sentence that names a file and ends with a colon, then a block; a block without a sentence goes on with the file.
STEP = re.compile(r"(?:^(?P<verb>Write|Change|Append to) `(?P<path>[^`]+)`[^\n]*:\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```\n", re.S | re.M)
TEST = re.compile(r"target `(\w+)`, `([^`]+)`")
MADE = re.compile(r"`(tests/\S+\.py) --write`")


class Recipe:
    def __init__(self, name, text):
        self.name = name
        self.steps = []  # (verb, path, body)
        for step in STEP.finditer(text):
            verb, path = (step["verb"], step["path"]) if step["verb"] else self.steps[-1][:2]
            self.steps.append((verb, path, step["body"]))
        closing = text[text.rindex("\nTest: "):]
        self.tests = TEST.findall(closing)
        self.makers = MADE.findall(closing)

    def files(self):
        """Paths that are written or changed by hand, once each."""
        return sorted({path for _, path, _ in self.steps})

    def carry_out(self, root):
        """Writes into the tree at `root`, as a reader would."""
        for verb, path, body in self.steps:
            full = os.path.join(root, path)
            old = read(full) if verb != "Write" else ""
            assert verb != "Write" or not os.path.exists(full), f"{path} exists"
            new = {"Write": lambda: body, "Append to": lambda: old + body, "Change": lambda: changed(old, body, path)}[verb]()
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(new)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def changed(text, diff, path):
    """The text after a diff without line numbers; the lines it shows must stand in the text once."""
    old = "".join(line[1:] for line in diff.splitlines(True) if line[0] in " -")
    new = "".join(line[1:] for line in diff.splitlines(True) if line[0] in " +")
    found = [match.start() for match in re.finditer(f"^(?={re.escape(old)})", text, flags=re.M)]
    assert len(found) == 1, f"{path} has {len(found)} times:\n{old}"
    at = found[0]
    return text[:at] + new + text[at + len(old):]


def recipes():
    chapter = CHAPTER.search(read(os.path.join(ROOT, "CONTRIBUTING.md"))).group(1)
    _, *parts = HEADING.split(chapter)
    return [Recipe(name, text) for name, text in zip(parts[::2], parts[1::2])]
