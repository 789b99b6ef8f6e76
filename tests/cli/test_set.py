# SPDX-License-Identifier: Apache-2.0
"""ensemble --set: parameters held at values, several crossing, in one file with a point dimension."""
import csv
import os
import signal
import time
import unittest

import program

TWO = ("--set", "animus.mass=2,4", "--set", "actor.Ridge Front.fighters=300,900")


class Set(program.Case):
    def rows(self, file, table="members"):
        out = self.path("table.csv")
        self.ok("export", file, "--format", "csv", "--table", table, "-o", out, "--overwrite")
        with open(out, encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text))

    def test_points_cross_and_hold_what_they_name(self):
        out = self.ensemble("o.h5", *TWO, members=3)
        about = self.json("info", out)
        self.assertEqual((about["points"], about["held"]), (4, ["animus.mass", "actor.Ridge Front.fighters"]))
        rows = self.rows(out)
        self.assertEqual(len(rows), 4 * 3)
        held = {(r["point"], float(r["animus.mass"]), float(r["actor.Ridge Front.fighters"])) for r in rows}
        self.assertEqual(held, {("0", 2, 300), ("1", 2, 900), ("2", 4, 300), ("3", 4, 900)})
        self.assertIn("mass_killing_onset_step", rows[0])

    def test_what_is_not_held_is_drawn_as_without_it(self):
        plain = self.rows(self.ensemble("plain.h5", members=3))
        held = self.rows(self.ensemble("held.h5", "--set", "animus.mass=2", members=3))
        for p, h in zip(plain, held):
            self.assertEqual(p["population.kin_pull"], h["population.kin_pull"])

    def test_a_point_gives_the_numbers_of_the_scenario_with_that_value(self):
        scenario = self.copied_scenario()
        with open(os.path.join(scenario, "scenario.toml"), "a", encoding="utf-8") as text:
            text.write('"animus.mass" = 4\n')
        written = self.path("written.h5")
        self.ok("ensemble", scenario, "--members", 3, "--seed", 5, "-o", written, "--quiet")
        held = self.ensemble("held.h5", "--set", "animus.mass=2,4", members=3)
        series = [r for r in self.rows(held, "series") if r["point"] == "1"]
        for one, other in zip(series, self.rows(written, "series")):
            one.pop("point")
            self.assertEqual(one, other)

    def test_a_link_is_held_like_a_value(self):
        link = "effect.peace_messaging.1.link"
        name = "prevention-portfolio"
        plain = self.rows(self.ensemble("plain.h5", "--options", name, members=2))
        rows = self.rows(self.ensemble("o.h5", "--options", name, "--set", f"{link}=0,0.5", members=2))
        self.assertEqual({(r["point"], float(r[link])) for r in rows}, {("0", 0), ("1", 0.5)})
        drawn = {(r["member"], r[link]) for r in plain}
        self.assertEqual(len(drawn), 2, "one a member, the same in every option")
        for _, share in drawn:
            self.assertTrue(0 < float(share) < 0.8)
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("b.h5"), "--set", f"{link}=1.5", code=2)
        self.assertIn("from 0 to 1", done.stderr)

    def test_without_set_there_is_no_point(self):
        out = self.ensemble("o.h5", members=2)
        self.assertNotIn("points", self.json("info", out))
        self.assertNotIn("point", self.rows(out)[0])

    def test_shards_merge_and_verify(self):
        whole = self.ensemble("whole.h5", *TWO, members=4)
        parts = [self.ensemble(f"{i}.h5", *TWO, "--shard", f"{i}/2", members=4) for i in (0, 1)]
        merged = self.path("merged.h5")
        self.ok("merge", *parts, "-o", merged)
        self.assertEqual(program.read(merged), program.read(whole))
        self.assertTrue(self.json("verify", merged, "--sample", 2)["good"])

    def test_a_stopped_run_resumes_to_the_same_bytes(self):
        whole = self.ensemble("whole.h5", *TWO, members=40)
        out = self.path("o.h5")
        args = ("ensemble", program.SCENARIO, "--members", 40, "--seed", 5, "-o", out, "--quiet", *TWO)
        running = program.start(*args)
        for _ in range(200):
            if os.path.isdir(out + ".parts") and any(n.endswith(".rows") for n in os.listdir(out + ".parts")):
                break
            time.sleep(0.05)
        running.send_signal(signal.SIGTERM)
        running.communicate()
        self.ok(*args, "--resume")
        self.assertEqual(program.read(out), program.read(whole))

    def test_another_design_is_another_job(self):
        out = self.ensemble("o.h5", "--set", "animus.mass=2", members=2)
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "--seed", 5, "-o", out, "--resume",
                       "--set", "animus.mass=3", code=2)
        self.assertIn("points", done.stderr)

    def test_unknown_names_are_refused_with_the_nearest(self):
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--set", "animus.mas=1", code=2)
        self.assertIn("did you mean 'animus.mass'?", done.stderr)
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--set",
                       "actor.Ridge Font.fighters=1", code=2)
        self.assertIn("did you mean 'actor.Ridge Front.fighters'?", done.stderr)
        self.assertEqual(os.listdir(self.folder), [])

    def test_values_are_refused_with_their_bounds(self):
        for value, why in (("99", "from 0 to 15"), ("much", "is not a number from 0 to 15"), ("1,,2", "is not a number"),
                           ("2,2", "twice"), ("", "NAME=VALUE")):
            done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--set",
                           f"animus.mass={value}", code=2)
            self.assertIn(why, done.stderr, value)
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--set", "animus.mass=1",
                       "--set", "animus.mass=2", code=2)
        self.assertIn("set twice", done.stderr)

    def test_commands_that_compare_refuse_a_design(self):
        out = self.ensemble("o.h5", "--options", "all", "--set", "animus.mass=2,4", members=2)
        for command in ("compare", "flip", "value"):
            self.assertIn("points of a design", self.ok(command, out, code=2).stderr)
        self.assertIn("points of a design", self.ok("report", out, "-o", self.path("r.html"), code=2).stderr)

    def test_maps_are_of_one_point(self):
        out = self.ensemble("o.h5", "--set", "animus.mass=2,4", members=2)
        self.assertIn("--point", self.ok("export", out, "--format", "geojson", code=2).stderr)
        self.ok("export", out, "--format", "geojson", "--point", 1)
        self.assertIn("0 to 1", self.ok("export", out, "--format", "geojson", "--point", 2, code=2).stderr)


if __name__ == "__main__":
    program.main()
