#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Tables of deaths of the bundled cases, as `import ucdp` makes them from the events beside the checkout.

    tests/cli/observed_cases.py            says which differ, ends with 1 if any does
    tests/cli/observed_cases.py --write    makes them again

Each case: the file of events and the day it was cut, the map, UCDP's version, and the share of deaths that the extract holds."""
import os
import subprocess
import sys
import tempfile

import program

DATA = os.path.join(program.SOURCE, "..", "shared", "data")
CASES = {
    "burundi": ("burundi_to_2015-04-01", "2015-03-31", "burundi/adm1_provinces_simplified", "21.1", {"one_sided": 0.79}),
    "central-african-republic": ("car_to_2015-01-01", "2014-12-31", "car/adm1_prefectures_simplified", "23.1",
                                 {"battle": 1, "one_sided": 1, "communal": 1}),
    "iraq": ("iraq_to_2014-06-01", "2014-05-31", "iraq_2014/adm1_boundaries_simplified", "21.1", {"one_sided": 0.60}),
    "mali": ("mali_to_2014-01-01", "2013-12-31", "natural_earth/admin1/mali", "21.1", {"one_sided": 0.88}),
    "myanmar-rakhine": ("myanmar_to_2016-10-01", "2016-09-30", "myanmar_rakhine/townships_all_simplified", "24.1", {}),
    "nigeria-north-east": ("nigeria_to_2015-01-01", "2014-12-31", "nigeria/adm1_boundaries_simplified", "21.1", {"one_sided": 0.87}),
    "south-sudan": ("south_sudan_to_2015-01-01", "2014-12-31", "natural_earth/admin1/south_sudan", "21.1", {"one_sided": 0.51}),
}
MORE = {"myanmar-rakhine": ("--parent", "DT"), "iraq": ("--code", "A1Code", "--name", "A1NameEn")}


def there():
    """Whether the events lie beside the checkout."""
    return os.path.isdir(os.path.join(DATA, "ucdp_ged"))


def command(case, out):
    events, until, area_map, version, coverage = CASES[case]
    words = ["import", "ucdp", os.path.join(DATA, "ucdp_ged", events + ".csv"),
             "--scenario", os.path.join(program.SOURCE, "scenarios", case),
             "--boundaries", os.path.join(DATA, area_map + ".geojson"), *MORE.get(case, ()), "--until", until,
             "--source", f"UCDP GED {version} (CC BY 4.0)"]
    for kind, share in coverage.items():
        words += ["--coverage", f"{kind}={share}"]
    return [*words, "-o", out]


def table(case):
    return os.path.join(program.SOURCE, "scenarios", case, "observed", "deaths.csv")


def made(case):
    """The bytes that the program makes."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "deaths.csv")
        subprocess.run([program.PROGRAM, *command(case, out), "--quiet"], check=True, stdout=subprocess.DEVNULL)
        return program.read(out)


def main():
    differ = [case for case in CASES if not os.path.exists(table(case)) or program.read(table(case)) != made(case)]
    for case in differ:
        print(case)
        if "--write" in sys.argv:
            bytes_now = made(case)
            os.makedirs(os.path.dirname(table(case)), exist_ok=True)
            program.write(table(case), bytes_now, "wb")
    return 1 if differ and "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
