# SPDX-License-Identifier: Apache-2.0
"""One small ensemble as the long suites run it: its reference bytes, and how to start it again."""
import os
import re
import subprocess
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SCENARIO = os.path.join(ROOT, "scenarios", "two-rivers")


def command(program, out, members, *more):
    return [program, "ensemble", SCENARIO, "--members", str(members), "--seed", "5", "--quiet", "-o", out, *more]


def run(*args, ok=(0,)):
    done = subprocess.run(args, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode not in ok:
        raise SystemExit(f"{' '.join(args)}: exit {done.returncode}\n{(done.stderr or done.stdout).strip()[-500:]}")
    return done


def put(page, name, made):
    """Puts a made table between the marks of that name in a page of docs/, given by its path from there."""
    path = os.path.join(ROOT, "docs", page)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    marks = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.S)
    assert marks.search(text), f"docs/{page} has no marks for {name}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(marks.sub(lambda at: at[1] + made + at[2], text))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def reference(program, folder, seconds):
    """(members, bytes, seconds): an unbroken run that takes about that long."""
    members = 50
    while True:
        out = os.path.join(folder, f"reference-{members}.h5")
        start = time.monotonic()
        run(*command(program, out, members))
        took = time.monotonic() - start
        if took >= seconds / 2 or members >= 100000:
            return members, read(out), took
        members = int(members * min(10.0, max(2.0, seconds / took)))
