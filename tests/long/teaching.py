# SPDX-License-Identifier: Apache-2.0
"""Does a review tell a good team from a bad one and from one that does nothing? A scripted good team and a scripted bad one play an exercise on Orimand for
each seed; the review of each, with the other team's option and doing nothing, is asked over so many futures of that seed. Its figures are those of `compare`
on the exported options, which is quicker for two teams at once; for the first seed the review itself is run, too, and must agree to the digit.
Usage: teaching.py PROGRAM [SEEDS] [FUTURES] [--from SEED] [--keep FILE] [--write]"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import job

ORIMAND = os.path.join(job.ROOT, "scenarios", "orimand")
MARCHES = "Karvesh, Drovel, Hovesk, Ashmure"
TURNS = 12
# Orders by turn. What a team knows of the world it plays decides nothing: the same orders each time.
GOOD = {1: ("envoy; by Union of the Western Shores; on Government of Orimand, Heights Movement",
            f"peacekeeping_troops; by Assembly of States; on {MARCHES}"),
        2: ("mediation; by Union of the Western Shores; on Government of Orimand, Heights Movement, Southern Brigade",),
        3: (f"protective_presence; by Open Door Relief; on {MARCHES}", "counter_incitement; by Radio Ombrel; on Hearth Guard"),
        5: ("guarantor; by Assembly of States",)}
BAD = {1: ("broad_sanctions; by Assembly of States", f"observers; by Union of the Western Shores; on {MARCHES}",
           f"safe_zone; by Foreign Ministry of Kestrane; on {MARCHES}"),
       2: ("arms_embargo_threat; by Foreign Ministry of Kestrane; on Government of Orimand, Heights Movement",
           "prosecution; by Ombrel Witness; on Government of Orimand, Hearth Guard, Heights Movement"),
       3: ("humanitarian_aid; by Open Door Relief; on Vashenk, Skarresh, Thurvash",)}
PAIRS = (("good", "none"), ("none", "bad"), ("good", "bad"))
MEASURES = (("typical", "civilian deaths, typical future"), ("displacement", "displacement at its peak"), ("mass_killing", "chance of mass killing"))


def script(team, sizes):
    """What is typed, with the size at which each order is asked for."""
    lines, at = "", 0
    for turn in range(1, TURNS + 1):
        for order in team.get(turn, ()):
            lines += f"order {order}" + (f"; size {sizes[at]}" if sizes[at] < 1 else "") + "\n"
            at += 1
        lines += "end\n"
    return lines + "quit\n"


def game(program, scenario, team, seed, journal):
    """Plays it; an order that a seat cannot pay for is asked for at half the size, and at a quarter. Returns how many were taken."""
    sizes = [1.0] * sum(len(orders) for orders in team.values())
    while True:
        if os.path.exists(journal):
            os.remove(journal)
        done = subprocess.run([program, "exercise", scenario, "--solo", "--seed", str(seed), "--member", "0", "--journal", journal],
                              input=script(team, sizes), capture_output=True, text=True, check=True)
        answers = re.findall(r"^(taken|refused): ", done.stdout, re.M)
        refused = [i for i, word in enumerate(answers) if word == "refused" and sizes[i] > 0.25]
        if not refused:
            return answers.count("taken")
        sizes[refused[0]] /= 2


def played(program, name, team, seed, folder):
    """A journal of the team's exercise in the world of a seed, what it played as a scenario, and how many orders were taken."""
    journal, saved = os.path.join(folder, f"{name}.jsonl"), os.path.join(folder, name)
    taken = game(program, ORIMAND, team, seed, journal)
    job.run(program, "exercise", "--replay", journal, "--save", saved, "--quiet")
    return journal, saved, taken


def compared(program, file, baseline):
    return {o["name"]: o for o in json.loads(job.run(program, "compare", file, "--baseline", baseline, "--json").stdout)["options"]}


def asked(program, seed, futures, check, folder):
    """What the reviews say of each pair: {(better, worse): {measure: word}}, and how many orders were taken."""
    journal, scenario, taken = played(program, "good", GOOD, seed, folder)
    _, other, also = played(program, "bad", BAD, seed, folder)
    shutil.copy(os.path.join(other, "options", "played.toml"), os.path.join(scenario, "options", "bad.toml"))
    shutil.copy(os.path.join(scenario, "options", "played.toml"), os.path.join(scenario, "options", "good.toml"))
    file = os.path.join(folder, "members.h5")
    job.run(program, "ensemble", scenario, "--members", str(futures), "--seed", str(seed), "--options", "none,good,bad", "-o", file, "--quiet")
    of_good, of_bad = compared(program, file, "good"), compared(program, file, "bad")
    words = {}
    for better, worse in PAIRS:
        # The good team's review has its own orders as the baseline; that of the bad one its own.
        row = of_good[worse] if better == "good" else of_bad[better]
        right = "worse" if better == "good" else "better"
        wrong = "better" if better == "good" else "worse"
        words[f"{better}<{worse}"] = {key: "right" if row[key]["clear"] == right else "reversed" if row[key]["clear"] == wrong else "not told"
                                      for key, _ in MEASURES}
    factors = {f"{better}<{worse}": (of_good[worse] if better == "good" else of_bad[better])["typical"]["value"] for better, worse in PAIRS}
    if check:
        reviewed(program, journal, futures, folder, of_good)
    return {"seed": seed, "orders": [taken, also], "words": words, "factors": factors}


def reviewed(program, journal, futures, folder, of_good):
    """The review itself, of the same journal on the scenario with the other team's option: the same figures to the digit."""
    scenario = shutil.copytree(ORIMAND, os.path.join(folder, "orimand"))
    shutil.copy(os.path.join(folder, "good", "options", "bad.toml"), os.path.join(scenario, "options", "bad.toml"))
    again = os.path.join(folder, "again.jsonl")
    seed = json.loads(open(journal, encoding="utf-8").readline())["body"]["seed"]
    game(program, scenario, GOOD, seed, again)
    said = json.loads(job.run(program, "exercise", scenario, "--replay", again, "--review", str(futures), "--skill-only", "--options", "bad", "--json", "--quiet").stdout)
    for change in said["review"]["skill"]:
        told = of_good[change["option"]]
        for key in ("typical", "displacement"):
            mine, theirs = [change[key][k] for k in ("value", "lo", "hi")], [1 / told[key][k] for k in ("value", "hi", "lo")]
            assert mine == theirs, (change["option"], key, mine, theirs)
        mine, theirs = [change["difference"][k] for k in ("value", "lo", "hi")], [-told["difference"][k] for k in ("value", "hi", "lo")]
        assert mine == theirs, (change["option"], mine, theirs)
    print("review and compare agree to the digit", flush=True)


def table(rows, futures):
    out = f"| over {len(rows)} exercises, {futures} futures each | measure | ordered so | not told | reversed | middle factor |\n|---|---|---|---|---|---|\n"
    named = {"good<none": "the good team before doing nothing", "none<bad": "doing nothing before the bad team", "good<bad": "the good team before the bad one"}
    for pair, name in named.items():
        for key, measure in MEASURES:
            words = [row["words"][pair][key] for row in rows]
            factors = sorted(row["factors"][pair] for row in rows)
            middle = factors[len(factors) // 2]
            # All factors as the second against the first.
            shown = f"{1 / middle if pair == 'none<bad' else middle:.2f}" if key == "typical" else ""
            out += f"| {name} | {measure} | {words.count('right')} | {words.count('not told')} | {words.count('reversed')} | {shown} |\n"
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("seeds", nargs="?", type=int, default=100)
    parser.add_argument("futures", nargs="?", type=int, default=100)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--keep", help="a file of rows that are there already, and to which more are added")
    parser.add_argument("--write", action="store_true", help="puts the table into docs/methods/teaching.md")
    wish = parser.parse_args()
    rows = []
    if wish.keep and os.path.exists(wish.keep):
        rows = [json.loads(line) for line in open(wish.keep, encoding="utf-8")]
    there = {row["seed"] for row in rows}
    for seed in range(wish.first, wish.first + wish.seeds):
        if seed in there:
            continue
        with tempfile.TemporaryDirectory() as folder:
            rows.append(asked(os.path.abspath(wish.program), seed, wish.futures, seed == 1, folder))
        if wish.keep:
            with open(wish.keep, "a", encoding="utf-8") as file:
                file.write(json.dumps(rows[-1]) + "\n")
    assert all(min(row["orders"]) >= 4 for row in rows), "a team could pay for too little"
    text = table(rows, wish.futures)
    print(text)
    right = sum(all(word != "reversed" for pair in row["words"].values() for word in pair.values()) for row in rows)
    print(f"never reversed in {right} of {len(rows)}")
    if wish.write:
        job.put("methods/teaching.md", "teaching", text)
    return 0 if right == len(rows) and len(rows) >= 20 else 1


if __name__ == "__main__":
    sys.exit(main())
