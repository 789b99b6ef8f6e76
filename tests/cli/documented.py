# SPDX-License-Identifier: Apache-2.0
"""Command lines that pages and helps print, and how they are made small enough to run.

A page's fenced blocks are run as they stand, a block as a whole, and so is every piece of `code` that begins with
`forestall `. Three rules make them runnable, and nothing else is changed: SMALLER, PLACEHOLDERS, and outputs of an
earlier example are out of the way. What is not run is in NOT_RUN with its reason."""
import glob
import os
import re

import program

PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/**/*.md", "scenarios/*/README.md"]
SAVED = re.compile(r"Save this as `([^`]+)`.*?^```toml\n(.*?)^```", flags=re.S | re.M)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", flags=re.S | re.M)
CALL = re.compile(r"(?:build/)?forestall ")

# Numbers of runs, which decide how long a command takes.
SMALLER = [
    (r"--members \d+", "--members 3"),
    (r"--confirm \d+", "--confirm 4"),
    (r"--sample \d+", "--sample 1"),
    (r"--review \d+", "--review 3"),
    # A server ends when it is told to; each on a port of its own.
    (r" --port (?:\d+|P)\b", ""),
    (r"(?m)^(forestall exercise (?!.*--(?:solo|hot-seat|replay|routes)).*)$", r"timeout --foreground --preserve-status 10 \1 --port 0"),
    (r"(forestall decide .*)$", r"\1 --max-members 20"),
    (r"(forestall portfolio .*)$", r"\1 --members 4 --sieve 4 --fresh 4 --population 8 --generations 1 --keep 2"),
]
# In this order; each stands for what a reader puts there.
PLACEHOLDERS = [
    ("import flee DIR", "import flee path/to/flee-instance"),
    ("import flee INSTANCE -o DIR", "import flee path/to/flee-instance -o made"),
    ("DIR2", "made"),
    ("DIR", "scenarios/two-rivers"),
    ("--ucdp FILE", "--ucdp ged.csv"),
    ("JOURNAL", "friday.jsonl"),
]
NOT_RUN = {
    "forestall results": "the text of an attribute",
    "forestall compare --outcome civilian_deaths": "names an option of the command; the file is the one of the sentence",
    "forestall run --member": "names an option of the command; its value is left out",
    "make demo": "an installation and a build; .ci/run and a bare machine are for that",
    "make test": "the suite that this test is part of",
}


def pages():
    for pattern in PAGES:
        for path in sorted(glob.glob(os.path.join(program.SOURCE, pattern), recursive=True)):
            yield os.path.relpath(path, program.SOURCE), program.read(path).decode("utf-8")


def blocks(text):
    """(language, body) of every fenced block."""
    return FENCE.findall(text)


def saved(text):
    """{path: body} of the files that a page asks its reader to save."""
    return dict(SAVED.findall(text))


def inline(text):
    """Every piece of code outside of blocks that is a call of the program, on one line."""
    for code in re.findall(r"`([^`]+)`", FENCE.sub("", text)):
        line = " ".join(code.split())
        if CALL.match(line):
            yield line


def synopses(text):
    """`decide DIR --options a,b …` of the tables of commands: the words of each."""
    for row in re.findall(r"^\|((?: ?`[^`|]*(?:\\\|[^`|]*)*`[ ·,]*)+)\|", text, flags=re.M):
        for code in re.findall(r"`([^`]+)`", row):
            words = code.replace("\\|", " | ").replace("[", " [ ").replace("]", " ] ").split()
            if words and words[0] in {c.split()[0] for c in program.COMMANDS}:
                yield words


def is_mention(line):
    """Whether a call names a command and nothing else."""
    return " ".join(line.split()[1:]) in program.COMMANDS


def is_synopsis(line):
    return "[" in line or "…" in line


def runnable(line):
    """The same command with the rules applied."""
    for pattern, small in SMALLER:
        line = re.sub(pattern, small, line)
    for word, thing in PLACEHOLDERS:
        line = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", thing, line)
    return line


def outputs(line):
    return re.findall(r"(?:-o|--output) (\S+)", line)
