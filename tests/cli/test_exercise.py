# SPDX-License-Identifier: Apache-2.0
"""An exercise at the terminal, as whoever plays it meets it: played, killed, replayed, reviewed, and briefed."""
import html.parser
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time

import program

ORIMAND = os.path.join(program.SOURCE, "scenarios", "orimand")
GAME = """brief
indicators
order envoy; by Union of the Western Shores; on Government of Orimand, Heights Movement
order early_warning; by Foreign Ministry of Kestrane
order mediation; by Foreign Ministry of Kestrane; on Government of Nowhere
end
inbox all
order protective_presence; by Open Door Relief; on Karvesh, Drovel
note Two seats say 14, one says 60.
end
fire 28
order mediation; by Union of the Western Shores; on Government of Orimand, Heights Movement, Southern Brigade
cancel t01-early-warning-1
end
orders
rewind 3
end
lesson Ask for police before they are needed.
quit
"""


class Page(html.parser.HTMLParser):
    """What a page loads, and whether anything of it would run."""

    def __init__(self):
        super().__init__()
        self.loads, self.scripts, self.text = [], 0, []

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.loads += [v for k, v in attrs if k in ("src", "href", "srcset", "data", "action")]
        assert not any(k.startswith("on") for k, _ in attrs), (tag, attrs)

    def handle_data(self, data):
        self.text.append(data)


class Exercise(program.Case):
    def play(self, lines, *more, journal="journal.jsonl", scenario=ORIMAND, code=0, **others):
        done = subprocess.run([program.PROGRAM, "exercise", scenario, "--solo", "--journal", self.path(journal), *more],
                              input=lines, capture_output=True, text=True, timeout=300, check=False, **others)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def replay(self, journal="journal.jsonl", *more):
        return self.json("exercise", "--replay", self.path(journal), *more)

    def small(self, name="small"):
        """Two rivers with partners' seats made from their kinds: quick, and without exercise.toml."""
        return self.copied_scenario(name)

    def test_a_game_is_played_and_replays_to_the_same_bytes(self):
        said = self.play(GAME)
        self.assertIn("taken: t01-envoy-1", said)
        self.assertIn("lead time 2 weeks: arrives in turn 1", said)
        self.assertIn("refused: there is no 'Government of Nowhere'; did you mean 'Government of Orimand'?", said)
        self.assertIn("t03-mediation-1", said)
        self.assertIn("stops on 2032-03-01", said)
        first, second = (self.ok("exercise", "--replay", self.path("journal.jsonl"), "--json").stdout for _ in range(2))
        self.assertEqual(first, second)
        document = json.loads(first)
        self.assertEqual(document["differences"], [])
        self.assertEqual([b["name"] for b in document["branches"]], ["b1", "b2"])
        b1, b2 = document["branches"]
        self.assertEqual([t["hash"] for t in b1["turns"][:2]], [t["hash"] for t in b2["turns"][:2]])
        self.assertEqual((len(b1["turns"]), len(b2["turns"]), b2["from"]), (3, 3, 3))
        self.assertNotEqual(b1["turns"][2]["hash"], b2["turns"][2]["hash"])
        orders = b1["turns"][0]["orders"]
        self.assertEqual([o["answer"]["verdict"] for o in orders], ["accepted", "accepted", "unknown_target"])
        self.assertIn("order", orders[0])

    def test_a_session_goes_on_where_it_was(self):
        lines = [line + "\n" for line in GAME.splitlines() if line != "quit"]
        self.play("".join(lines), journal="whole.jsonl")
        for k in (4, 9, 13):
            name = f"cut{k}.jsonl"
            self.play("".join(lines[:k]), journal=name)
            self.play("".join(lines[k:]), journal=name)
            self.assertEqual(self.replay(name)["branches"], self.replay("whole.jsonl")["branches"])

    def test_killed_at_any_moment_nothing_acknowledged_is_lost(self):
        lines = [line for line in GAME.splitlines() if line not in ("quit", "brief", "indicators", "inbox all", "orders", "rewind 3")]
        self.play("\n".join(lines), journal="whole.jsonl")
        whole = self.replay("whole.jsonl")
        chance = random.Random(20)
        for k in range(20):
            with self.subTest(k):
                name = f"killed{k}.jsonl"
                command = [program.PROGRAM, "exercise", ORIMAND, "--solo", "--journal", self.path(name)]
                running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                           stderr=subprocess.DEVNULL, text=True)
                running.stdin.write("\n".join(lines) + "\n")
                running.stdin.flush()
                time.sleep(chance.uniform(0.02, 1.2))
                running.send_signal(signal.SIGKILL)
                said = running.communicate()[0]
                if not os.path.exists(self.path(name)):
                    continue
                acknowledged = re.findall(r"^taken: (\S+)", said, re.M)
                turns = len(re.findall(r"^turn \d+ is closed", said, re.M))
                records = [json.loads(line) for line in program.read(self.path(name)).decode().splitlines(True) if line.endswith("\n")]
                taken = [r["body"]["answer"]["action"] for r in records
                         if r["kind"] == "order" and r["body"]["answer"]["verdict"] == "accepted"]
                self.assertEqual(taken[:len(acknowledged)], acknowledged)
                self.assertGreaterEqual(sum(r["kind"] == "turn" for r in records), turns)
                # What was not done yet, done after a restart, ends in the same hash. Injects that come by themselves are no line.
                kinds = {"order": "order", "end": "turn", "note": "note", "lesson": "lesson", "fire": "inject", "cancel": "cancel"}
                automatic = {str(n) for n in (*range(1, 12), 16, 17)}
                done = [r["kind"] for r in records if r["kind"] != "begin"
                        and not (r["kind"] == "inject" and r["body"]["number"] in automatic)]
                self.assertEqual(done, [kinds[line.split(" ")[0]] for line in lines[:len(done)]])
                # An opening that was cut between a turn and its injects is made good by the list of those that are due.
                self.play("\n".join(lines[len(done):]), journal=name)
                self.assertEqual(self.replay(name)["branches"], whole["branches"])

    def test_one_program_writes_at_a_time(self):
        command = [program.PROGRAM, "exercise", ORIMAND, "--solo", "--journal", self.path("j.jsonl")]
        first = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        first.stdout.readline()
        first.stdout.readline()
        done = program.run("exercise", ORIMAND, "--solo", "--journal", self.path("j.jsonl"))
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn("another process writes to this journal", done.stderr)
        first.communicate("quit\n")

    def test_a_full_disk_refuses_the_order_and_loses_nothing(self):
        self.play("quit\n")
        before = program.read(self.path("journal.jsonl"))

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 40, len(before) + 40))

        said = self.play("order early_warning; by Foreign Ministry of Kestrane\nend\nquit\n", preexec_fn=limit)
        self.assertIn("the journal cannot be written", said)
        self.assertNotIn("taken", said)
        self.assertEqual(program.read(self.path("journal.jsonl")), before)
        self.assertIn("taken", self.play("order early_warning; by Foreign Ministry of Kestrane\nquit\n"))

    def test_a_damaged_journal_is_refused_with_its_line(self):
        self.play(GAME)
        text = program.read(self.path("journal.jsonl"))
        program.write(self.path("torn.jsonl"), text[:-30], "wb")
        done = self.ok("exercise", "--replay", self.path("torn.jsonl"), "--json")
        self.assertIn("W704", done.stderr)
        program.write(self.path("bad.jsonl"), text.replace(b"t01-envoy-1", b"t01-envoy-2", 1), "wb")
        self.assertIn("line ", self.ok("exercise", "--replay", self.path("bad.jsonl"), code=65).stderr)
        other = shutil.copytree(ORIMAND, self.path("other"))
        with open(os.path.join(other, "routes.csv"), "a", encoding="utf-8") as file:
            file.write("# one line more\n")
        done = self.ok("exercise", other, "--replay", self.path("journal.jsonl"), code=65)
        self.assertIn("routes.csv", done.stderr)

    def test_a_scenario_without_a_plan_is_played_by_the_kinds_of_its_partners(self):
        small = self.small()
        self.assertFalse(os.path.exists(os.path.join(small, "exercise.toml")))
        said = self.play("brief\ncards\nend\nindicators\ninbox\nquit\n", scenario=small)
        self.assertIn("turn 1 is closed", said)

    def test_what_was_played_is_a_scenario_that_compare_reads_as_the_review_did(self):
        self.play(GAME)
        replayed = self.replay("journal.jsonl", "--branch", "b1", "--review", "12", "--save", self.path("saved"), "--quiet")
        self.ok("check", self.path("saved"))
        options = sorted(name.removesuffix(".toml") for name in os.listdir(os.path.join(self.path("saved"), "options")))
        self.assertIn("played", options)
        self.assertIn("without-t03-mediation-1", options)
        review = replayed["review"]
        self.agrees(["none", "played"], [(review["skill"][0], False)])
        orders = review["orders"]
        self.assertEqual(len(orders), 4)
        asked = [(o["added"], False) for o in orders] + [(o["earlier"], True) for o in orders if o["earlier"]]
        self.agrees(["none", "played"] + [c["option"] for o in orders for c in (o["added"], o["earlier"]) if c], asked)

    def agrees(self, options, changes):
        """Changes of a review and whether each is the option's less what was played, with `compare` on the scenario that was saved: to the digit."""
        self.ok("ensemble", self.path("saved"), "--members", 12, "--options", ",".join(options), "-o", self.path("e.h5"), "--overwrite", "--quiet")
        compared = {o["name"]: o for o in self.json("compare", self.path("e.h5"), "--baseline", "played")["options"]}
        for change, plain in changes:
            with self.subTest(change["option"]):
                told, own = compared[change["option"]], change
                self.assertEqual(own["members_changed"], told["members_changed"])
                if plain:
                    for key, mine in (("difference", "difference"), ("typical", "typical"), ("mass_killing", "mass_killing"),
                                      ("displacement", "displacement")):
                        told[key].pop("members_to_settle", None)  # of a study, not of a session
                        self.assertEqual(own[mine], told[key])
                    continue
                for key in ("difference", "mass_killing"):
                    self.assertEqual([own[key][k] for k in ("value", "lo", "hi")], [-told[key][k] for k in ("value", "hi", "lo")])
                for key in ("typical", "displacement"):
                    self.assertEqual([own[key][k] for k in ("value", "lo", "hi")], [1 / told[key][k] for k in ("value", "hi", "lo")])
                    self.assertEqual((own[key]["members_less"], own[key]["members_more"]),
                                     (told[key]["members_more"], told[key]["members_less"]))

    def test_hot_seats_see_their_own_only_and_the_white_cell_closes(self):
        lines = "order early_warning; by Foreign Ministry of Kestrane\nend\nready\n\norders\nready\n\nend\n\nquit\n"
        done = subprocess.run([program.PROGRAM, "exercise", ORIMAND, "--hot-seat", "--layout", "pairs", "--journal", self.path("h.jsonl")],
                              input=lines, capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("taken: t01-early-warning-1", done.stdout)
        self.assertIn("end is for the white cell", done.stdout)
        self.assertIn("Pass the device to Assembly mission and Relief and rights and Media", done.stdout)
        second = done.stdout.split("Pass the device to Assembly mission")[1].split("Pass the device to White cell")[0]
        self.assertNotIn("t01-early-warning-1", second)
        self.assertIn("turn 1 is closed", done.stdout)

    def test_it_says_how_it_is_called(self):
        self.assertIn("--solo", self.ok("exercise", ORIMAND, "--solo", "--hot-seat", code=2).stderr)
        self.assertIn("--port", self.ok("exercise", ORIMAND, "--solo", "--port", 1, code=2).stderr)
        self.ok("exercise", ORIMAND, "--lan", "0.0.0.0", "--journal", self.path("none.jsonl"), code=2)
        self.assertFalse(os.path.exists(self.path("none.jsonl")))
        self.ok("exercise", code=2)
        self.ok("exercise", self.path("nowhere"), "--solo", code=65)
        self.ok("exercise", "--replay", self.path("nowhere"), code=74)

    def test_a_brief_is_a_page_that_loads_nothing_and_tells_no_truth(self):
        self.ok("run", ORIMAND, "--member", 36, "--option", "watch-and-warn", "-o", self.path("run.h5"))
        marked = self.path("brief.html")
        self.ok("brief", self.path("run.h5"), "--week", 40, "--seat", "Relief and rights", "-o", marked)
        text = program.read(marked).decode()
        page = Page()
        page.feed(text)
        self.assertEqual((page.loads, page.scripts), ([], 0))
        self.assertIn("default-src 'none'", text)
        self.assertNotIn("http", re.sub(r'http-equiv', "", text))
        self.assertIn("What had been told", text)
        said = self.json("brief", self.path("run.h5"), "--week", 40, "--seat", "Relief and rights")
        self.assertEqual(said["date"], "2032-10-10")
        self.assertTrue(said["reports"])
        self.assertTrue(all(r["told"] <= said["date"] for r in said["reports"]))
        desk = self.json("brief", self.path("run.h5"), "--week", 40)
        self.assertNotEqual(desk["indicators"], said["indicators"])
        self.ok("brief", self.path("run.h5"), "--week", 40, "-o", marked, code=2)
        self.ok("brief", self.path("run.h5"), "--week", 105, code=2)
        self.assertIn("Envoy", self.ok("brief", self.path("run.h5"), "--week", 4, "--seat", "White cell", code=2).stderr)

    def test_hostile_names_stay_text(self):
        evil = shutil.copytree(ORIMAND, self.path("evil"))
        with open(os.path.join(evil, "exercise.toml"), "r+", encoding="utf-8") as file:
            text = file.read().replace('"Relief and rights"', '"<script>alert(1)</script>"')
            file.seek(0)
            file.write(text)
            file.truncate()
        with open(os.path.join(evil, "msel.csv"), "r+", encoding="utf-8") as file:
            text = file.read().replace("Relief and rights", "<script>alert(1)</script>")
            file.seek(0)
            file.write(text)
            file.truncate()
        self.ok("run", evil, "-o", self.path("evil.h5"))
        self.ok("brief", self.path("evil.h5"), "--week", 30, "--seat", "<script>alert(1)</script>", "-o", self.path("evil.html"))
        page = Page()
        page.feed(program.read(self.path("evil.html")).decode())
        self.assertEqual(page.scripts, 0)
        said = self.play("note \x1b[2J\u202eabc\norder \x1b[31m; by \x07\ncancel \x1b]0;x\x07\nquit\n", scenario=evil)
        self.assertNotRegex(said, "[\x00-\x08\x0b-\x1f\x7f\u202e]")


if __name__ == "__main__":
    program.main()
