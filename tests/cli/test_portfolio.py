# SPDX-License-Identifier: Apache-2.0
"""The search for portfolios as a command: bytes, interruptions, fresh members, what is refused."""
import csv
import json
import os
import signal
import time

import program

SMALL = ("--members", 6, "--sieve", 6, "--fresh", 8, "--population", 8, "--generations", 2)


class Portfolio(program.Case):
    def scenario(self):
        """A year, so that a run takes milliseconds."""
        folder = self.copied_scenario()
        path = os.path.join(folder, "scenario.toml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        program.write(path, text.replace("end = 2031-12-29", "end = 2030-12-30"))
        return folder

    def args(self, folder, out, *more):
        return ("portfolio", folder, "--budget", "5 M USD", "--interventions", "mediation,early_warning,envoy,counter_incitement",
                *SMALL, "--seed", 4, "-o", self.path(out), "--quiet", *more)

    def files(self, out):
        return program.read(self.path(out)), program.read(self.path(out + ".search.csv"))

    def log(self, out):
        with open(self.path(out + ".search.csv"), encoding="utf-8") as file:
            lines = file.read().splitlines()
        return json.loads(lines[0].removeprefix("# ")), list(csv.DictReader(lines[1:]))

    def test_gives_the_same_bytes_on_any_threads_and_after_interruptions(self):
        folder = self.scenario()
        answer = self.json(*self.args(folder, "a.h5", "--threads", 1))
        want = self.files("a.h5")
        self.ok(*self.args(folder, "b.h5", "--threads", 4))
        self.assertEqual(self.files("b.h5"), want)
        out, stops = self.path("c.h5"), 0
        for limit in (0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 60, 60):
            done = program.run(*self.args(folder, "c.h5", "--resume", "--time-limit", limit))
            if done.returncode == 0:
                break
            self.assertEqual(done.returncode, 75, done.stderr)
            self.assertIn("to continue: ", done.stderr)
            stops += 1
            if os.path.exists(out + ".search.csv.part"):
                self.assertIn("--resume", self.ok(*self.args(folder, "c.h5"), code=2).stderr)
                other = [5 if word == 4 else word for word in self.args(folder, "c.h5", "--resume")]
                self.assertIn("another search", self.ok(*other, code=2).stderr)
        self.assertGreater(stops, 0)
        self.assertEqual(self.files("c.h5"), want)
        self.assertEqual(sorted(n for n in os.listdir(self.folder) if n.startswith("c.h5")), ["c.h5", "c.h5.search.csv"])
        self.assertEqual(answer["file"], self.path("a.h5"))

    def test_figures_come_from_members_that_chose_nobody_and_the_file_is_like_any_other(self):
        folder = self.scenario()
        answer = self.json(*self.args(folder, "a.h5"))
        identity, rows = self.log("a.h5")
        about = self.json("info", self.path("a.h5"))
        self.assertTrue(about["complete"])
        fresh = set(range(answer["members"]))
        used = {first + k for first, count in (identity["members"], identity["sieve"]) for k in range(count)}
        self.assertEqual(len(used), 12)
        self.assertFalse(fresh & used)
        self.assertEqual({row["phase"] for row in rows}, {"search", "sieve"})
        self.assertEqual(len({row["portfolio"] for row in rows if row["phase"] == "search"}), answer["examined"] + 1)
        self.assertTrue(answer["front"], "nothing to look at: choose another seed")
        self.assertEqual([f["cost"]["value"] for f in answer["front"]], sorted(f["cost"]["value"] for f in answer["front"]))
        for one in answer["front"]:
            self.assertLessEqual(one["most_spent"], 5e6 * (1 + 1e-12))
            self.assertAlmostEqual(one["optimism"]["deaths"], one["search_said"]["deaths_averted"] - one["deaths_averted"]["value"])
            for part in one["parts"]:
                self.assertIn(part["stage"], ("prevention", "mitigation", "response"))
        self.assertEqual(self.json("verify", self.path("a.h5"))["mismatches"], [])
        compared = {o["name"]: o for o in self.json("compare", self.path("a.h5"))["options"]}
        for one in answer["front"]:
            self.assertAlmostEqual(-compared[one["name"]]["difference"]["value"], one["deaths_averted"]["value"])
            self.assertAlmostEqual(compared[one["name"]]["cost"]["value"], one["cost"]["value"])
        self.ok("report", self.path("a.h5"), "-o", self.path("a.html"))
        text = self.ok(*self.args(folder, "b.h5")).stdout
        self.assertIn("portfolio-01", text)
        self.assertRegex(text, r"begins in \d+ % of members")
        self.assertIn("The search estimated", text)

    def test_a_signal_keeps_what_was_judged(self):
        folder = self.scenario()
        self.ok(*self.args(folder, "a.h5"))
        process = program.start(*self.args(folder, "b.h5"))
        part = self.path("b.h5.search.csv.part")
        for _ in range(4000):
            if os.path.exists(part) or process.poll() is not None:
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130, said)
        self.assertTrue(os.path.exists(part))
        self.assertIn("to continue: ", said)
        self.ok(*self.args(folder, "b.h5", "--resume"))
        self.assertEqual(self.files("b.h5"), self.files("a.h5"))

    def test_a_changed_line_of_the_log_is_named_and_not_used(self):
        folder = self.scenario()
        self.ok(*self.args(folder, "a.h5"))
        log, out = self.path("a.h5.search.csv"), self.path("b.h5.search.csv.part")
        lines = program.read(log).decode().splitlines(keepends=True)
        cells = lines[4].split(",")
        cells[3] = "0"
        program.write(out, "".join(lines[:4] + [",".join(cells)] + lines[5:]))
        said = self.ok(*self.args(folder, "b.h5", "--resume"), code=65).stderr
        self.assertIn("b.h5.search.csv.part:5: ", said)
        program.write(out, "".join(lines[:4] + lines[5:])[:-20])
        self.assertIn("ends half-way", self.ok(*self.args(folder, "b.h5", "--resume")).stderr)
        self.assertEqual(self.files("b.h5"), self.files("a.h5"))

    def test_overwrite_begins_anew_beside_a_damaged_log(self):
        folder = self.scenario()
        self.ok(*self.args(folder, "a.h5"))
        good = program.read(self.path("a.h5.search.csv"))
        lines = good.decode().splitlines(keepends=True)
        program.write(self.path("b.h5.search.csv"), "".join(lines[:4] + ["nonsense\n"] + lines[5:]))
        self.assertIn("--overwrite to begin anew", self.ok(*self.args(folder, "b.h5"), code=65).stderr)
        self.ok(*self.args(folder, "b.h5", "--overwrite"))
        self.assertEqual(program.read(self.path("b.h5.search.csv")), good)

    def test_more_fresh_members_need_no_new_search(self):
        folder = self.scenario()
        self.ok(*self.args(folder, "a.h5"))
        bare = [word for word in self.args(folder, "a.h5") if word != "--quiet"]
        bare[bare.index("--fresh") + 1] = 12
        self.ok(*bare, code=2)
        done = self.ok(*bare, "--overwrite")
        self.assertIn("exist already", done.stderr)
        again = [self.path("b.h5") if word == self.path("a.h5") else word for word in bare]
        self.ok(*again)
        self.assertEqual(self.files("a.h5"), self.files("b.h5"))
        self.assertEqual(self.json("info", self.path("a.h5"))["members"], 12)

    def test_says_so_if_nothing_is_better_than_nothing(self):
        folder = self.scenario()
        args = ("portfolio", folder, "--budget", "5 M USD", "--interventions", "humanitarian_corridor", *SMALL, "-o", self.path("x.h5"))
        answer = self.json(*args)
        self.assertEqual((answer["front"], answer["any_clear"]), ([], False))
        self.assertIn("No portfolio did better than doing nothing", self.ok(*args, "--overwrite").stdout)
        self.assertEqual(self.json("info", self.path("x.h5"))["options"], ["none"])

    def test_seeks_nothing_but_protection(self):
        folder = self.scenario()
        for objectives in ("mobilised,cost", "civilian_deaths:peak,cost", "-civilian_deaths,displaced", "battle_deaths,displaced", "cost"):
            said = self.ok(*self.args(folder, "x.h5", f"--objectives={objectives}"), code=2).stderr
            self.assertIn("portfolios protect", said)
        answer = self.json(*self.args(folder, "x.h5", "--objectives", "displaced,cost"))
        self.assertEqual(answer["objectives"], "displaced,cost")

    def test_refuses_what_makes_no_sense(self):
        folder = self.scenario()

        def refused(*more):
            return self.ok("portfolio", folder, "-o", self.path("x.h5"), *more, code=2).stderr
        self.assertIn('write --budget "5 USD"', refused("--budget", "5"))
        self.assertIn("costs at least", refused("--budget", "1 USD"))
        refused("--budget", "5 M USD", "--population", 10)
        refused("--budget", "5 M USD", "--fresh", 1)
        refused("--budget", "5 M USD", "--keep", 0)
        self.assertIn("10,000,000", refused("--budget", "5 M USD", "--fresh", 10_000_001))
        self.assertIn("10,000,000", refused("--budget", "5 M USD", "--members", 10_000_001))
        self.assertIn("peace", refused("--budget", "5 M USD", "--interventions", "peace"))
        program.write(self.path("x.h5"), "a letter")
        self.assertIn("left as it is", refused("--budget", "5 M USD"))
        os.remove(self.path("x.h5"))
        program.write(self.path("x.h5.search.csv"), "a table of another kind")
        self.assertIn("belongs to another search", refused("--budget", "5 M USD"))
        self.assertEqual(program.read(self.path("x.h5.search.csv")), b"a table of another kind")
        self.ok("portfolio", self.path("nowhere"), "--budget", "5 M USD", "-o", self.path("y.h5"), code=65)


if __name__ == "__main__":
    program.main()
