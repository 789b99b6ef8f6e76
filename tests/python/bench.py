# SPDX-License-Identifier: Apache-2.0
"""What the tests of the Python package share: the package and the program in sight, small real files."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.environ.get("FORESTALL_SOURCE", os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")))
PACKAGE = os.path.join(SOURCE, "analysis", "python")
os.environ.setdefault("FORESTALL", os.path.join(SOURCE, "build", "forestall"))
os.environ["MPLBACKEND"] = "Agg"
sys.path.insert(0, PACKAGE)
PATIENCE = int(os.environ.get("FORESTALL_PATIENCE", "1"))  # times which a command may take longer
MEMBERS = 10

import forestall  # noqa: E402, after its path


class Case(unittest.TestCase):
    """Tests of one ensemble of Two rivers, `self.path`, in a folder of their own."""

    OPTIONS = ["mediation-early", "shelter"]

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="forestall-python-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = scratch.name
        cls.path = cls.inside("out.h5")
        cls.said = forestall.call("ensemble", forestall.SCENARIOS / "two-rivers", members=MEMBERS, options=cls.OPTIONS, seed=5,
                                  output=cls.path)

    @classmethod
    def inside(cls, name):
        return os.path.join(cls.folder, name)

    @classmethod
    def page_figures(cls):
        """The figures of the report's drawings: what the page keeps for its own script."""
        page = cls.inside("report.html")
        if not os.path.exists(page):
            forestall.call("report", cls.path, output=page)
        with open(page, encoding="utf-8") as file:
            return json.loads(re.search(r"<script[^>]*application/json[^>]*>(.*?)</script>", file.read(), flags=re.S).group(1))


def environment():
    """For programs that tests start: the package in PYTHONPATH, the program in FORESTALL."""
    return {**os.environ, "PYTHONPATH": PACKAGE, "LC_ALL": "C.UTF-8"}


def typed(command, text, folder):
    """Runs a script of a page in a folder; what it printed. Fails with what it said."""
    done = subprocess.run([*command, text], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=300 * PATIENCE, check=False)
    assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def main():
    unittest.main(verbosity=1)
