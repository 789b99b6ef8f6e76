# SPDX-License-Identifier: Apache-2.0
"""An exercise played in Chromium against the built program, by Playwright: plays/*.mjs. FORESTALL_SHOTS names a folder for pictures."""
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "page"))
import browser  # noqa: E402

ARCHIVE = os.path.join(HERE, "vendor", "playwright-core-1.61.0.tgz")
BOX = None


def setUpModule():
    global BOX
    lacks = ("there is no Chromium (Debian package chromium)" if not browser.program() else
             "there is no Node.js (Debian package nodejs)" if not node() else "")
    if lacks:
        print(f"the page of the exercise is not played: {lacks}", file=sys.stderr)
        raise unittest.SkipTest(lacks)
    BOX = unittest.enterModuleContext(tempfile.TemporaryDirectory(prefix="forestall-playwright-"))
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(BOX)  # whose bytes tests/house holds against the digest of npm


def node():
    return os.environ.get("FORESTALL_NODE") or shutil.which("node", path="/usr/bin:/usr/local/bin")


class Play(unittest.TestCase):
    def play(self, name):
        source = os.environ.get("FORESTALL_SOURCE", os.path.join(HERE, "..", ".."))
        environment = {**os.environ, "PLAYWRIGHT": os.path.join(BOX, "package"), "CHROMIUM": browser.program(),
                       "FORESTALL_SOURCE": os.path.abspath(source),
                       "FORESTALL": os.environ.get("FORESTALL", os.path.join(os.path.abspath(source), "build", "forestall"))}
        done = subprocess.run([node(), os.path.join(HERE, "plays", f"{name}.mjs")], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=1500, check=False)
        print(done.stdout, file=sys.stderr)
        self.assertEqual(done.returncode, 0, f"{name}: see above")

    def test_a_whole_exercise_of_a_facilitator_and_four_seats(self):
        self.play("whole")

    def test_two_tabs_a_reload_and_a_lost_connection(self):
        self.play("mishaps")

    def test_one_seat_by_keyboard_only(self):
        self.play("keyboard")

    def test_a_planner_alone(self):
        self.play("plan")


if __name__ == "__main__":
    unittest.main()
