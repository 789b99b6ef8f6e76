#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What it is worth to give paired members the same luck.

For every option of a scenario: var(x) + var(y) over var(x - y), x and y the logarithms of 1 + civilian deaths of one
member without and with the option. With --tenth, the variance of differences at a tenth of the option's strength
against that at full strength too. Several programs are measured side by side (the tree before a change, and after).

    bench/pairing.py scenarios/two-rivers --members 400 --program build/forestall [--program OTHER] [--tenth]
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import h5py
import numpy as np


def run(program, scenario, members, threads):
    """Log of 1 + civilian deaths by option (doing nothing first) and member."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.h5")
        subprocess.run([program, "ensemble", scenario, "--members", str(members), "--options", "all", "--threads", str(threads), "-o", out,
                        "--quiet"], check=True, stdout=subprocess.DEVNULL)
        with h5py.File(out) as file:
            names = ["".join(c.decode() for c in row).rstrip("\0 ") if row.dtype.kind == "S" and row.ndim else str(row)
                     for row in file["option"][:]]
            deaths = file["civilian_deaths"]
            values = deaths[:].astype(float)
            if values.ndim == 3:
                values = values[:, :, -1]
    return names, np.log1p(values)


def tenth(scenario, folder):
    """A copy in which every action is a tenth of what it was."""
    copy = os.path.join(folder, os.path.basename(scenario.rstrip("/")))
    shutil.copytree(scenario, copy)
    options = os.path.join(copy, "options")
    for name in os.listdir(options):
        path = os.path.join(options, name)
        with open(path) as file:
            text = file.read()
        text = re.sub(r"(?m)^scale *= *([0-9.]+).*$", lambda m: f"scale = {float(m[1]) / 10}", text)
        parts = re.split(r"(?m)^(?=\[\[action\]\])", text)
        parts[1:] = [p if "\nscale" in p else p.replace("[[action]]\n", "[[action]]\nscale = 0.1\n", 1)
                     for p in parts[1:]]
        with open(path, "w") as file:
            file.write("".join(parts))
    return copy


def reductions(values):
    x = values[0]
    out = []
    for y in values[1:]:
        apart = np.var(x - y, ddof=1)
        out.append((np.var(x, ddof=1) + np.var(y, ddof=1)) / apart if apart > 0 else np.inf)
    return np.array(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="+")
    parser.add_argument("--members", type=int, default=400)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--program", action="append")
    parser.add_argument("--tenth", action="store_true")
    args = parser.parse_args()
    programs = args.program or ["build/forestall"]
    for scenario in args.scenario:
        columns, names = [], []
        for program in programs:
            names, values = run(program, scenario, args.members, args.threads)
            columns.append((f"{program}", reductions(values)))
            if args.tenth:
                with tempfile.TemporaryDirectory() as folder:
                    small = run(program, tenth(scenario, folder), args.members, args.threads)[1]
                full = np.array([np.var(values[0] - y, ddof=1) for y in values[1:]])
                weak = np.array([np.var(small[0] - y, ddof=1) for y in small[1:]])
                columns.append(("variance at a tenth / full", weak / np.where(full > 0, full, np.nan)))
        print(f"{scenario}: {args.members} members")
        for i, (title, _) in enumerate(columns):
            print(f"  [{i + 1}] {title}")
        for i, name in enumerate(names[1:]):
            print(f"  {name:<28}" + "".join(f"{c[i]:>10.3g}" for _, c in columns))
        middle = "".join(f"{np.exp(np.mean(np.log(c[np.isfinite(c) & (c > 0)]))):>10.3g}" for _, c in columns)
        print(f"  {'geometric mean':<28}{middle}")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
