#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Attacks the program with what seeded generators make: damaged files, mutations under a right seal, hostile scenarios,
outputs on existing files, forged files. Ends with 1 if anything crashed, hung, got lost or passed.
Usage: attack.py [--damaged N] [--resealed N] [--scenarios N] [--keep FOLDER] [PART...]"""
import argparse
import sys
import tempfile
import time

import files
import forged
import outputs
import results
import scenarios


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", help="damaged, resealed, scenarios, outputs, forged; all if none is named")
    parser.add_argument("--damaged", type=int, default=1500)
    parser.add_argument("--resealed", type=int, default=1800)
    parser.add_argument("--scenarios", type=int, default=100)
    parser.add_argument("--keep", help="folder for inputs that show a fault")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wish.keep, prefix="attack-") as folder:
        good = files.prepare(folder)
        parts = {"damaged": lambda: results.damage(folder, good, wish.damaged),
                 "resealed": lambda: results.reseal(folder, good, wish.resealed),
                 "scenarios": lambda: scenarios.attack(folder, wish.scenarios),
                 "outputs": lambda: outputs.attack(folder, good),
                 "forged": lambda: forged.forge(folder, good)}
        faults = []
        for name in wish.parts or parts:
            began = time.monotonic()
            tally = parts[name]()
            print(f"{tally.line()}, {time.monotonic() - began:.0f} s", flush=True)
            for fault in tally.faults[:20]:
                print("  " + fault, flush=True)
            faults += tally.faults
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
