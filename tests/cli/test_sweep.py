# SPDX-License-Identifier: Apache-2.0
"""`sweep` runs the points of an experiment, `sensitivity` and `discover` say what they show."""
import csv
import json

import program

BEGIN = f"""format = 1
scenario = {json.dumps(program.SCENARIO)}
members = 3
"""
MASS = '[[input]]\nname = "animus.mass"\nuniform = [2, 4]\n'
FIGHTERS = '[[input]]\nname = "actor.Ridge Front.fighters"\nlevels = [300, 900]\n'


class Sweep(program.Case):
    def experiment(self, text, begin=BEGIN):
        path = self.path("experiment.toml")
        program.write(path, begin + text)
        return path

    def sweep(self, name, text, *args, code=0, begin=BEGIN):
        out = self.path(name)
        self.ok("sweep", self.experiment(text, begin), "--seed", 5, "-o", out, "--quiet", *args, code=code)
        return out

    def test_a_grid_of_levels_is_ensemble_set_byte_for_byte(self):
        swept = self.sweep("sweep.h5", 'method = "grid"\n[[input]]\nname = "animus.mass"\nlevels = [2, 4]\n' + FIGHTERS)
        held = self.path("set.h5")
        self.ok("ensemble", program.SCENARIO, "--members", 3, "--seed", 5, "-o", held, "--quiet",
                "--set", "animus.mass=2,4", "--set", "actor.Ridge Front.fighters=300,900")
        self.assertEqual(program.read(swept), program.read(held))

    def test_a_dry_run_writes_nothing_and_says_what_it_would_take(self):
        path = self.experiment('method = "saltelli"\npoints = 8\n' + MASS + FIGHTERS)
        said = self.json("sweep", path, "--dry-run")
        self.assertEqual((said["points"], said["runs"]), (8 * 4, 8 * 4 * 3))
        for key in ("seconds", "memory_bytes", "file_bytes"):
            self.assertGreater(said[key], 0)
        self.assertIn("32 points of 3 members", self.ok("sweep", path, "--dry-run").stdout)
        self.ok("sweep", path, code=2)

    def test_shards_merge_and_a_finished_sweep_is_left_alone(self):
        text = 'method = "sobol"\npoints = 4\n' + MASS + FIGHTERS
        whole = self.sweep("whole.h5", text)
        parts = [self.sweep(f"{i}.h5", text, "--shard", f"{i}/2") for i in (0, 1)]
        merged = self.path("merged.h5")
        self.ok("merge", *parts, "-o", merged)
        before = program.read(whole)
        self.assertEqual(program.read(merged), before)
        self.sweep("whole.h5", text, code=2)
        self.sweep("whole.h5", text, "--resume")
        self.assertEqual(program.read(whole), before)
        self.assertTrue(self.json("verify", whole, "--sample", 1)["good"])

    def test_threads_change_no_byte(self):
        text = 'method = "maximin"\npoints = 5\n' + MASS + FIGHTERS
        self.assertEqual(program.read(self.sweep("one.h5", text, "--threads", 1)),
                         program.read(self.sweep("three.h5", text, "--threads", 3)))

    def test_saltelli_has_indices_of_first_second_and_total_order(self):
        out = self.sweep("s.h5", 'method = "saltelli"\npoints = 8\nsecond_order = true\n' + MASS + FIGHTERS)
        said = self.json("sensitivity", out, "--outcome", "max(displaced)", "--resamples", 99)
        self.assertEqual([i["name"] for i in said["inputs"]], ["animus.mass", "actor.Ridge Front.fighters"])
        for one in said["inputs"]:
            self.assertLessEqual(one["total"]["lo"], one["total"]["hi"])
            self.assertIn("first", one)
        self.assertEqual(len(said["second"]), 1)
        split = said["split"]
        self.assertAlmostEqual(sum(split[k]["value"] for k in ("assumptions", "luck", "together")), 1)
        self.assertEqual(said, self.json("sensitivity", out, "--outcome", "max(displaced)", "--resamples", 99))
        self.assertIn("second order", self.ok("sensitivity", out, "--resamples", 9).stdout)

    def test_morris_has_effects_and_other_designs_a_density_index(self):
        out = self.sweep("m.h5", 'method = "morris"\npoints = 3\n' + MASS + FIGHTERS)
        said = self.json("sensitivity", out, "--resamples", 9)
        self.assertGreaterEqual(said["inputs"][0]["size"]["value"], abs(said["inputs"][0]["mean"]["value"]))
        out = self.sweep("l.h5", 'method = "latin"\npoints = 12\n' + MASS + FIGHTERS)
        said = self.json("sensitivity", out, "--resamples", 9)
        self.assertEqual(set(said["inputs"][0]), {"name", "density", "density_by_chance"})

    def test_one_input_is_no_morris_design(self):
        begin = 'points = 4\n' + MASS
        for method in ("latin", "sobol"):
            out = self.sweep(f"{method}.h5", f'method = "{method}"\n' + begin)
            self.assertNotIn("size", self.json("sensitivity", out, "--resamples", 9)["inputs"][0])

    def test_what_figures_leave_out_is_said(self):
        out = self.sweep("l.h5", 'method = "latin"\npoints = 8\n' + MASS + FIGHTERS)
        text = self.ok("sensitivity", out, "--outcome", "share(first(civilian_deaths < 0) >= 0)", "--resamples", 9).stdout
        for part in ("does not vary", "takes members together", "Every point counts alike"):
            self.assertIn(part, text)

    def test_discover_takes_conditions_and_says_where_nothing_happens(self):
        out = self.sweep("l.h5", 'method = "latin"\npoints = 8\n' + MASS + FIGHTERS)
        self.assertIn("no condition", self.ok("discover", out, "--where", "max(displaced)", code=2).stderr)
        text = self.ok("discover", out, "--where", "max(displaced) < 0").stdout
        self.assertRegex(text, "happens nowhere.*lies between")
        text = self.ok("discover", out, "--where", "max(displaced) >= 0", "--resamples", 0).stdout
        self.assertNotIn("nan", text)

    def test_discover_finds_what_is_planted(self):
        out = self.sweep("l.h5", 'method = "latin"\npoints = 30\n' + MASS +
                         '[[input]]\nname = "actor.Ridge Front.fighters"\nuniform = [0, 3000]\n')
        for method in ("prim", "cart"):
            said = self.json("discover", out, "--method", method, "--where", "max(displaced) >= 0", "--resamples", 5)
            self.assertEqual((said["hits"], said["points"], said["density"]), (30, 30, 1))
            self.assertIsNone(said["box"][0]["low"], "everywhere: nothing is bound")

    def test_precision_ends_early_with_the_file_of_so_many_members(self):
        text = 'method = "grid"\n' + FIGHTERS + '[[outcome]]\nname = "o"\nexpression = "last(risk) + 100"\n'
        begin = BEGIN.replace("members = 3", "members = 200")
        short = self.sweep("short.h5", "precision = 0.5\n" + text, begin=begin)
        members = self.json("info", short)["members"]
        self.assertLess(members, 200)
        plain = self.sweep("plain.h5", text, begin=BEGIN.replace("members = 3", f"members = {members}"))
        self.assertEqual(program.read(short), program.read(plain))

    def test_faults_are_named_where_they_stand(self):
        path = self.experiment('method = "latin"\npoints = 4\n' + MASS.replace("mass", "mas"))
        done = self.ok("sweep", path, "--dry-run", code=65)
        self.assertIn("experiment.toml:7:8: error E404", done.stderr)
        self.assertIn("did you mean 'animus.mass'?", done.stderr)
        self.assertEqual(self.json("sweep", path, "--dry-run", code=65)["diagnostics"][0]["code"], "E404")
        path = self.experiment('method = "latin"\npoints = 4\n' + MASS +
                               '[[outcome]]\nname = "o"\nexpression = "sum(deaths)"\n')
        self.assertIn("E403: letter 5", self.ok("sweep", path, "--dry-run", code=65).stderr)
        path = self.experiment('method = "latin"\npoints = 4\n' + MASS.replace("4]", "1e9]"))
        self.assertIn("E026", self.ok("sweep", path, "--dry-run", code=65).stderr)
        self.assertIn("E001", self.ok("sweep", self.path("none.toml"), "--dry-run", code=65).stderr)

    def test_a_file_without_points_and_an_expression_that_is_none_are_refused(self):
        plain = self.ensemble("plain.h5", members=2)
        self.assertIn("no points", self.ok("sensitivity", plain, code=2).stderr)
        out = self.sweep("l.h5", 'method = "latin"\npoints = 4\n' + MASS)
        self.assertIn("letter 5", self.ok("sensitivity", out, "--outcome", "sum(deths)", code=2).stderr)
        self.assertIn("not known at point", self.ok("sensitivity", out, "--outcome", "first(civilian_deaths < 0)",
                                                    code=65).stderr)

    def test_parameters_and_groups_are_exported(self):
        out = self.sweep("l.h5", 'method = "latin"\npoints = 4\n' + MASS)
        tables = {}
        for table in ("parameters", "groups", "members"):
            file = self.path(f"{table}.csv")
            self.ok("export", out, "--format", "csv", "--table", table, "-o", file)
            with open(file, encoding="utf-8", newline="") as text:
                tables[table] = list(csv.DictReader(text))
        self.assertEqual(len(tables["parameters"]), 4 * 3)
        for one, other in zip(tables["parameters"], tables["members"]):
            self.assertEqual(one["animus.mass"], other["animus.mass"])
        self.assertIn("deaths_by_group", tables["groups"][0])


if __name__ == "__main__":
    program.main()
