# SPDX-License-Identifier: Apache-2.0
"""How well the desk warns in the runs of both bundled scenarios: the table of docs/methods/warnings.md.
Usage: desk_warnings.py PROGRAM [MEMBERS] [--write]"""
import json
import os
import sys

import job

SCENARIOS = ("two-rivers", "central-african-republic")


def figure(estimate, digits=2):
    if estimate["value"] is None:
        return "too few onsets"
    return "{value:.{d}f} [{lo:.{d}f}, {hi:.{d}f}]".format(d=digits, **estimate)


def lead(row):
    around = row["central_80_weeks"]
    if around["lo"] is None:
        return "too few onsets"
    return f"{figure(row['median_weeks'], 0)}; {around['lo']:.0f} to {around['hi']:.0f}; seen before {row['seen_before']} of {row['onsets']}, {row['from_start']} from the start"


def rows(said):
    """(what, figure) of one scenario."""
    w = said["warnings"]
    yield "members; with a mass killing", f"{said['members']}; {w['onsets']}"
    for h in w["horizons"]:
        ahead = f"{h['weeks']} weeks ahead"
        yield f"onsets with a reading, {ahead}", str(h["onsets"])
        yield f"AUC of the desk's risk, {ahead}", figure(h["auc"])
        yield f"… of last quarter's deaths, as late, {ahead}", figure(h["baseline"])
        yield f"… the desk's less theirs, {ahead}", figure(h["gain"])
        yield f"… of last quarter's deaths, at once, {ahead}", figure(h["baseline_at_once"])
    for at in w["caught"]:
        yield f"caught half a year ahead where {100 * at['false_positive']:.0f} % of quiet weeks pass", figure(at["true_positive"])
    for row in w["lead_times"]:
        yield f"lead of the first observed {row['stage']}, weeks: median; central 80 %", lead(row)
    alarms = w["alarms"]
    yield "onsets with an alarm within half a year before", figure(alarms["preceded"])
    yield "false alarms per ten country-years", f"{figure(alarms['false_per_ten_years'])}, {alarms['false_open']} of {alarms['false']} open"


def table(program, members):
    columns = []
    for name in SCENARIOS:
        said = json.loads(job.run(program, "validate", os.path.join(job.ROOT, "scenarios", name), "--warnings", "--members",
                                  members, "--json", "--quiet").stdout)
        print(f"{name}: {said['warnings']['verdict']}", flush=True)
        columns.append((said["scenario"], dict(rows(said))))
    out = "| figure | " + " | ".join(title for title, _ in columns) + " |\n" + "|---" * (len(columns) + 1) + "|\n"
    for what in columns[0][1]:
        out += f"| {what} | " + " | ".join(column[what] for _, column in columns) + " |\n"
    return out


def main():
    words = [word for word in sys.argv[2:] if word != "--write"]
    made = table(os.path.abspath(sys.argv[1]), words[0] if words else "400")
    print(made)
    if "--write" in sys.argv:
        job.put("methods/warnings.md", "warnings", made)


if __name__ == "__main__":
    main()
