#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Carries out each recipe of CONTRIBUTING.md in a copy of the tree, as a reader would: writes its files, checks their form,
builds what its test needs and no more, runs the test, makes what is made, and prints the change. The copy is of what is
committed; all recipes share its build, so that the first pays for most of it.

    tests/long/recipes.py [--jobs N] [--keep FOLDER] [NAME …]      NAME: the first word of a recipe, or all of it
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "house"))
import recipe  # noqa: E402


class Tree:
    """The copy, and commands in it."""

    def __init__(self, folder, jobs):
        self.root = os.path.join(folder, "forestall")
        self.build = os.path.join(self.root, "build")
        self.jobs = jobs
        self.environment = {**os.environ, "FORESTALL": os.path.join(self.build, "forestall"), "FORESTALL_SOURCE": self.root,
                            "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *words, at=None):
        done = subprocess.run(words, cwd=at or self.root, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout[-4000:]}")
        return done.stdout

    def make(self):
        subprocess.run(["git", "clone", "--quiet", ROOT, self.root], check=True)
        self.run("cmake", "--preset", "release", "-B", self.build, "-DFORESTALL_TESTS=ON")

    def target(self, name):
        self.run("cmake", "--build", self.build, "-j", str(self.jobs), "--target", name)

    def test(self, target, which):
        """Builds the target and runs what is named: a script, or tests of the program by filter."""
        self.target(target)
        if which.endswith(".py"):
            self.run("/usr/bin/python3", "-Es", which)
            return 1
        said = self.run(os.path.join(self.build, "tests", target), f"--gtest_filter={which}")
        passed = int(re.search(r"\[  PASSED  \] (\d+) test", said).group(1))
        if passed == 0:
            raise RuntimeError(f"{target} has no test {which}")
        return passed

    def carry_out(self, r):
        """(files by hand, files made, tests passed)."""
        r.carry_out(self.root)
        self.run("git", "add", "--intent-to-add", ".")
        by_hand = self.changed()
        formed = [path for path in by_hand if path.endswith((".cpp", ".hpp"))]
        if formed:
            self.run("clang-format", "--dry-run", "-Werror", *formed)
        passed = sum(self.test(*test) for test in r.tests)
        for maker in r.makers:
            if maker.startswith("tests/cli/"):
                self.target("forestall")
            self.run("/usr/bin/python3", "-Es", maker, "--write")
        return by_hand, [path for path in self.changed() if path not in by_hand], passed

    def changed(self):
        return self.run("git", "diff", "--name-only").split()

    def clean(self):
        self.run("git", "reset", "--quiet", "--hard")
        self.run("git", "clean", "--quiet", "-fd")  # build/ is ignored, so that it stays


def wanted(names):
    all_recipes = recipe.recipes()
    for name in names:
        if not any(r.name == name or r.name.split()[0] == name for r in all_recipes):
            raise SystemExit(f"there is no recipe '{name}'; there is: {', '.join(r.name for r in all_recipes)}")
    return [r for r in all_recipes if not names or r.name in names or r.name.split()[0] in names]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("names", nargs="*", metavar="NAME")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--keep", metavar="FOLDER", help="leave the copy here and use it again")
    given = arguments.parse_args()
    todo = wanted(given.names)
    with tempfile.TemporaryDirectory(prefix="forestall-recipes-") as scratch:
        tree = Tree(given.keep or scratch, given.jobs)
        if not os.path.exists(tree.root):
            tree.make()
        tree.clean()
        rows, failed = [], 0
        for r in todo:
            begun = time.monotonic()
            print(f"### {r.name}", flush=True)
            try:
                by_hand, made, passed = tree.carry_out(r)
                print(tree.run("git", "diff"), flush=True)
                said = f"{len(by_hand)} files by hand, {len(made)} made, {passed} tests passed"
            except (RuntimeError, AssertionError) as error:
                failed += 1
                said = f"FAILED: {error}"
            rows.append(f"{r.name}: {said}, {time.monotonic() - begun:.0f} s")
            tree.clean()
        print("\n".join(rows))
        print(f"{len(todo) - failed} of {len(todo)} recipes carried out")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
