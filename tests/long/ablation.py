# SPDX-License-Identifier: Apache-2.0
"""What each of the mechanisms that make wars begin, turn and end is for: rows of docs/patterns.md with one of them off,
against the same with all on. A figure is told if the two 95 % intervals do not meet.
Usage: ablation.py PATTERNS [MEMBERS] [--threads N] [--write]"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile

import job

ROWS = "2,3,5,6,8,10"
# What it means that the mechanism or motive is off.
OFF = {
    "march": "an offensive goes nowhere",
    "power": "who holds the capital does not govern",
    "self_defence": "nobody arms because of grief",
    "turnover": "leaders stay",
    "temper": "leaders are alike",
    "ranks": "nobody parts and nobody disbands",
    "settlement": "an agreement changes nothing",
    "truce": "a truce holds nobody back",
}


def figures(patterns, members, threads, off):
    """{what: (row, value, lo, hi)} with `off` switched off; an empty name: with all on."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(job.ROOT, "docs", "patterns.md"), folder)
        words = [patterns, "--rows", ROWS, "--members", members, "--threads", threads, "--docs", folder, "--write", "after"]
        subprocess.run(words + (["--off", off] if off else []), check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(folder, "patterns", "after.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    return {r["part"]: tuple(float(r[name]) for name in ("row", "value", "lo", "hi")) for r in rows
            if r["value"] and r["lo"] and r["hi"]}


def text(figure):
    return "{:.2g} [{:.2g}, {:.2g}]".format(*figure[1:])


def table(patterns, members, threads):
    with_all = figures(patterns, members, threads, "")
    out = f"{members} members each.\n\n| off | row | figure | all on | without |\n|---|---|---|---|---|\n"
    for name, means in OFF.items():
        without = figures(patterns, members, threads, name)
        moved = [what for what, at in with_all.items()
                 if what in without and (without[what][3] < at[2] or without[what][2] > at[3])]
        print(f"{name}: {len(moved)} figures moved", flush=True)
        label = f"`{name}`: {means}"
        for what in moved:
            out += f"| {label} | {with_all[what][0]:.0f} | {what} | {text(with_all[what])} | {text(without[what])} |\n"
            label = ""
        if not moved:
            out += f"| {label} | | none of these | | |\n"
    return out


def main():
    words = [word for word in sys.argv[1:] if word != "--write"]
    threads = "2"
    if "--threads" in words:
        at = words.index("--threads")
        threads = words[at + 1]
        del words[at:at + 2]
    made = table(os.path.abspath(words[0]), words[1] if len(words) > 1 else "400", threads)
    print(made)
    if "--write" in sys.argv:
        job.put("patterns/ablation.md", "ablation", made)


if __name__ == "__main__":
    main()
