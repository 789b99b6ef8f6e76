# SPDX-License-Identifier: Apache-2.0
"""Scores every bundled scenario that has observed counts of people in camps, and every Flee instance beside the
checkout (with and without capacities; prescribed and endogenous), beside the naive baselines.
Usage: hindcast.py PROGRAM [MEMBERS]"""
import glob
import json
import math
import os
import sys
import tempfile

import job

FIELDS = ("ard", "ard_rescaled", "mase7", "mase30")


def number(value):
    """An estimate is a number or {"value", "lo", "hi"}; null is no number."""
    value = value["value"] if isinstance(value, dict) else value
    return math.nan if value is None else float(value)


def show(title, said):
    rows = [("simulated", said)] + sorted(said["baselines"].items())
    for name, row in rows:
        values = [number(row[f]) if f in row else math.nan for f in FIELDS]
        print(f"{title:44}{name:18}" + "".join(f"{v:14.3f}" for v in values), flush=True)
        if name == "simulated" and not math.isfinite(values[0]):
            raise SystemExit(f"{title}: no finite ARD")


def flee_instances(program, more):
    """Flee's instances are not part of the project; they lie beside it where they are at hand."""
    root = os.path.join(job.ROOT, "..", "shared", "data", "flee")
    for name in ("car", "ssudan", "mali2012"):
        if not os.path.isdir(os.path.join(root, name)):
            print(f"{name}: skipped, needs {root}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            job.run(program, "import", "flee", os.path.join(root, name), "-o", folder + "/s")
            for mode in ("prescribed", "endogenous"):
                for flag in ([], ["--no-capacities"]):
                    said = json.loads(job.run(program, "validate", folder + "/s", "--mode", mode, "--json", *flag,
                                              *more).stdout)["displacement"]
                    show(f"{name}, {mode}{', no capacities' if flag else ''}", said)
                    if mode == "endogenous":
                        print(f"{'':44}total: {json.dumps(said['total'])}")


def main():
    program = os.path.abspath(sys.argv[1])
    more = ["--members", sys.argv[2]] if len(sys.argv) > 2 else []
    observed = sorted(glob.glob(os.path.join(job.ROOT, "scenarios", "*", "observed", "camps.csv")))
    if not observed:
        raise SystemExit("no scenario has observed counts")
    print(f"{'scenario':44}{'':18}" + "".join(f"{f:>14}" for f in FIELDS))
    for path in observed:
        folder = os.path.dirname(os.path.dirname(path))
        said = json.loads(job.run(program, "validate", folder, "--observed", path, "--json", *more).stdout)
        show(os.path.basename(folder), said["displacement"])
    flee_instances(program, more)


if __name__ == "__main__":
    main()
