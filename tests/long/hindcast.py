# SPDX-License-Identifier: Apache-2.0
"""Scores every bundled scenario that has observed counts of people in camps, beside the naive baselines.
Usage: hindcast.py PROGRAM [MEMBERS]"""
import glob
import json
import math
import os
import sys

import job

FIELDS = ("ard", "ard_rescaled", "mase7", "mase30")


def number(value):
    """An estimate is a number or {"value", "lo", "hi"}."""
    return float(value["value"] if isinstance(value, dict) else value)


def main():
    program = os.path.abspath(sys.argv[1])
    more = ["--members", sys.argv[2]] if len(sys.argv) > 2 else []
    observed = sorted(glob.glob(os.path.join(job.ROOT, "scenarios", "*", "observed", "camps.csv")))
    if not observed:
        raise SystemExit("no scenario has observed counts")
    print(f"{'scenario':34}{'':18}" + "".join(f"{f:>14}" for f in FIELDS))
    for path in observed:
        folder = os.path.dirname(os.path.dirname(path))
        said = json.loads(job.run(program, "validate", folder, "--observed", path, "--json", *more).stdout)["displacement"]
        rows = [("simulated", said)] + sorted(said["baselines"].items())
        for name, row in rows:
            values = [number(row[f]) if f in row and row[f] is not None else math.nan for f in FIELDS]
            print(f"{os.path.basename(folder):34}{name:18}" + "".join(f"{v:14.3f}" for v in values), flush=True)
            if name == "simulated" and not math.isfinite(values[0]):
                raise SystemExit(f"{folder}: no finite ARD")


if __name__ == "__main__":
    main()
