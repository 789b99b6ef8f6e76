# SPDX-License-Identifier: Apache-2.0
"""Outputs on what is there already: whatever a command is asked to write, a file that exists stays as it is."""
import json
import os
import shutil

import files
import target


def commands(good, small, rivers):
    """Name -> the words of every command that writes, without -o."""
    yield "ensemble", ("ensemble", small, "--members", "2")
    yield "run", ("run", small)
    yield "stages", ("stages", rivers, "--members", "2")
    yield "decide", ("decide", rivers, "--options", "all", "--indifference", "100000", "--max-members", "40")
    yield "portfolio", ("portfolio", rivers, "--budget", "1 M USD")
    yield "report", ("report", good["options"])
    yield "export", ("export", good["options"], "--format", "csv")
    yield "merge", ("merge", good["small"])
    yield "import flee", ("import", "flee", os.path.join(target.SOURCE, "tests", "cli", "flee-instance"))


def snapshot(path):
    """All that can be lost: kind, bytes, names in a directory."""
    if os.path.islink(path):
        return "link", os.readlink(path), snapshot(os.path.realpath(path)) if os.path.exists(path) else None
    if os.path.isdir(path):
        return "directory", sorted((n, snapshot(os.path.join(path, n))) for n in os.listdir(path))
    if os.path.exists(path):
        with open(path, "rb") as file:
            return "file", file.read()
    return ("nothing",)


def things(folder, good):
    """What may stand under the name of the output: name -> maker."""

    def text(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("the only copy of a thesis\n")

    def linked(path):
        text(path + ".real")
        os.symlink(path + ".real", path)

    def directory(path):
        os.mkdir(path)
        text(os.path.join(path, "inside.txt"))

    return {"a text": text, "an empty file": lambda p: open(p, "w").close(), "a results file": lambda p: shutil.copy(good["small"], p),
            "a file of decide": lambda p: shutil.copy(good["decide"], p), "a link to a file": linked,
            "a full directory": directory, "a link to itself": lambda p: os.symlink(p, p)}


def attack(folder, good):
    tally = target.Tally("outputs on what exists")
    small = os.path.join(folder, "small")
    rivers = os.path.join(target.SOURCE, "scenarios", "two-rivers")
    makers = things(folder, good)

    def one(item):
        number, name, words, what, make = item
        path = os.path.join(folder, f"output-{number}")
        make(path)
        before = snapshot(path), snapshot(path + ".real")
        done = target.start(*words, "-o", path, "--quiet", seconds=300)
        tally.add(done, (target.USAGE, target.IO), f"{name} on {what}")
        if (snapshot(path), snapshot(path + ".real")) != before:
            tally.blame(f"{name} on {what}", "it is lost or changed")

    work = [(name, words, what, make) for name, words in commands(good, small, rivers) for what, make in makers.items()]
    target.in_parallel(one, [(n, *w) for n, w in enumerate(work)])
    own_input(folder, good, tally)
    return tally


def own_input(folder, good, tally):
    """Output = input, by name, by link and by hard link; --overwrite does not help."""
    takers = (("options", ("report",)), ("options", ("export", "--format", "csv")), ("small", ("merge",)))
    for number, (kind, words) in enumerate(takers):
        for way in ("name", "link", "hard link"):
            source = os.path.join(folder, f"input-{number}-{way.replace(' ', '-')}.h5")
            shutil.copy(good[kind], source)
            out = source
            if way == "link":
                out = source + ".link"
                os.symlink(source, out)
            elif way == "hard link":
                out = source + ".hard"
                os.link(source, out)
            before = snapshot(source)
            what = f"{words[0]} on its own input by {way}"
            tally.add(target.start(words[0], source, *words[1:], "-o", out, "--overwrite", "--quiet"), (target.USAGE,), what)
            if snapshot(source) != before:
                tally.blame(what, "the input is lost or changed")
