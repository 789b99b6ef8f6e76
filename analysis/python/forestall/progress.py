# SPDX-License-Identifier: Apache-2.0
"""Shows how far a job is: reads what the program draws on a terminal and shows its last line, in notebooks too."""
import os
import re
import sys
import threading

BAR = re.compile(r"\[[#.]+\] (\d+ of \d+ [^\r\n]*)")
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Follower(threading.Thread):
    """Reads a terminal until nobody writes to it any more."""

    def __init__(self, terminal, out):
        super().__init__(daemon=True)
        self.terminal, self.out = terminal, out
        self.kept, self.shown = "", ""

    def run(self):
        while True:
            try:
                block = os.read(self.terminal, 4096)
            except OSError:  # Linux says so when the other end is closed
                block = b""
            if not block:
                break
            self.kept += block.decode("utf-8", "replace")
            self._show()
        os.close(self.terminal)
        if self.shown:
            print(file=self.out, flush=True)

    def _show(self):
        said = BAR.findall(CODES.sub("", self.kept))
        if said and said[-1] != self.shown:
            print("\r" + said[-1].ljust(len(self.shown)), end="", file=self.out, flush=True)
            self.shown = said[-1]

    def words(self):
        """All that was written but the bar."""
        lines = (CODES.sub("", line).strip() for line in re.split(r"[\r\n]+", self.kept))
        return "\n".join(line for line in lines if line and not BAR.search(line))


def follow(terminal, out=None) -> Follower:
    """Begins to show what is written to the other end of `terminal`, a file descriptor, on `out` (standard error)."""
    follower = Follower(terminal, out or sys.stderr)
    follower.start()
    return follower
