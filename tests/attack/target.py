# SPDX-License-Identifier: Apache-2.0
"""The program under attack: how it is started, and what it may never do, whatever it is given."""
import concurrent.futures
import os
import re
import resource
import subprocess

SOURCE = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PROGRAM = os.path.abspath(os.environ.get("FORESTALL", os.path.join(SOURCE, "build", "forestall")))
SECONDS = 20
MEMORY = 2 << 30
DONE, FINDING, USAGE, BAD_INPUT, BUG, IO = 0, 1, 2, 65, 70, 74
# Escape sequences, other C0 and C1 controls but line end and tab, and marks that turn the direction of writing.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SANITIZED = "Sanitizer" in os.environ.get("FORESTALL_BUILT_WITH", "")


def limit():
    if not SANITIZED:  # shadow memory alone takes terabytes of address space
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Outcome:
    """How one command ended: `code` (negative: a signal), None if it hung."""

    def __init__(self, args, code, out, err):
        self.args, self.code, self.out, self.err = args, code, out, err

    def fault(self, allowed):
        """What is wrong, or an empty text."""
        if self.code is None:
            return "hangs"
        if self.code < 0 or self.code in (128 + 6, 128 + 11):
            return f"crashes (signal {-self.code})"
        if "HDF5-DIAG" in self.err or "Sanitizer" in self.err:
            return "lets a library speak"
        if self.code not in allowed:
            return f"ends with {self.code}"
        if self.code not in (DONE, FINDING) and not self.err.strip():
            return f"ends with {self.code} and no word"
        if CONTROL.search(self.out) or CONTROL.search(self.err):
            return "prints control characters"
        return ""

    def __str__(self):
        return f"{' '.join(self.args)}\n    {self.err.strip()[-300:]}"


def start(*args, cwd=None, seconds=SECONDS):
    args = [str(a) for a in args]
    try:
        done = subprocess.run([PROGRAM, *args], stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds,
                              check=False, cwd=cwd, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return Outcome(args, None, "", "")
    return Outcome(args, done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def must(*args, **more):
    """A command that prepares an attack and has to work."""
    done = start(*args, seconds=300, **more)
    if done.code != DONE:
        raise SystemExit(f"cannot prepare: {done}")
    return done


def in_parallel(work, items):
    """`work` of every item, in the order of the items."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


class Tally:
    """Counts of one kind of attack, and every fault with the input that shows it."""

    def __init__(self, name):
        self.name, self.codes, self.faults, self.count = name, {}, [], 0

    def add(self, outcome, allowed, what):
        self.count += 1
        self.codes[outcome.code] = self.codes.get(outcome.code, 0) + 1
        if fault := outcome.fault(allowed):
            self.blame(what, f"{fault}: {outcome}")

    def blame(self, what, why):
        self.faults.append(f"{self.name}: {what}: {why}")

    def line(self):
        codes = ", ".join(f"{n} x exit {c}" for c, n in sorted(self.codes.items(), key=lambda kv: str(kv[0])))
        return f"{self.name}: {self.count} commands, {len(self.faults)} faults ({codes})"
