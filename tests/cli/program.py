# SPDX-License-Identifier: Apache-2.0
"""Runs the program for the tests beside this file."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("FORESTALL_SOURCE", os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")))
PROGRAM = os.environ.get("FORESTALL", os.path.join(SOURCE, "build", "forestall"))
PATIENCE = int(os.environ.get("FORESTALL_PATIENCE", "1"))  # times which a command may take longer: under sanitizers
SCENARIO = os.path.join(SOURCE, "scenarios", "two-rivers")


def start(*args, **more):
    return subprocess.Popen([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **more)


def run(*args, timeout=120, **more):
    return subprocess.run([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=timeout * PATIENCE, check=False, **more)


def subcommands(*family):
    """{name: summary} of what `forestall [FAMILY] --help` lists, in its order."""
    said = run(*family, "--help").stdout
    listed = said.split("\nSubcommands:\n")[1].split("\n\n")[0] if "\nSubcommands:\n" in said else ""
    return dict(re.findall(r"^  (\w+) +(\S.*)$", listed, flags=re.M))


def commands():
    """Every command in the order of `forestall --help`, with those of families: "import flee"."""
    for name in subcommands():
        yield name
        yield from (f"{name} {member}" for member in subcommands(name))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, text, mode="w"):
    with open(path, mode, encoding=None if "b" in mode else "utf-8") as file:
        file.write(text)


class Case(unittest.TestCase):
    """A test with a directory of its own, and a run that must end as expected."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="forestall-cli-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def copied_scenario(self, name="scenario"):
        return shutil.copytree(SCENARIO, self.path(name))

    def ok(self, *args, code=0, **more):
        done = run(*args, **more)
        self.assertEqual(done.returncode, code, f"{args}\n{done.stdout}\n{done.stderr}")
        return done

    def json(self, *args, code=0, **more):
        """The one document on standard output."""
        return json.loads(self.ok(*args, "--json", code=code, **more).stdout)

    def ensemble(self, name, *more, members=6, seed=5):
        self.ok("ensemble", SCENARIO, "--members", members, "--seed", seed, "-o", self.path(name), "--quiet", *more)
        return self.path(name)


COMMANDS = tuple(commands())


def main():
    unittest.main(verbosity=1)
