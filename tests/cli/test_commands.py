# SPDX-License-Identifier: Apache-2.0
"""What each command answers, as text and as JSON, and how it ends."""
import csv
import json
import os
import shutil
import unittest

import program


class Describe(program.Case):
    def test_mechanisms_have_unit_bounds_default_source_and_grade(self):
        listed = [one for what in ("mechanisms", "motives") for part in self.json("describe", what) for one in part["parameters"]]
        self.assertGreater(len(listed), 100)
        for one in listed:
            for key in ("name", "unit", "low", "high", "default", "source", "grade"):
                self.assertIn(key, one)
            self.assertTrue(one["source"], one["name"])
            self.assertLessEqual(one["low"], one["default"])
            self.assertLessEqual(one["default"], one["high"])
        self.assertIn(listed[0]["name"], self.ok("describe", "mechanisms").stdout)

    def test_outcomes_are_those_of_the_contract(self):
        names = {one["name"] for one in self.json("describe", "outcomes")}
        self.assertLessEqual({"civilian_deaths", "displaced", "stage_true", "deaths_by_location", "member_hash"}, names)

    def test_interventions_and_levers_are_lists(self):
        for what in ("interventions", "levers"):
            self.assertIsInstance(self.json("describe", what), list)
            self.assertTrue(self.ok("describe", what).stdout.strip())

    def test_a_scenario_in_figures(self):
        about = self.json("describe", program.SCENARIO)
        self.assertEqual(about["title"], "Two rivers")
        self.assertGreater(about["population"]["persons"], 0)
        self.assertGreater(about["places"]["total"], 0)
        self.assertIn("Two rivers", self.ok("describe", program.SCENARIO).stdout)
        self.assertGreater(self.json("describe", program.SCENARIO, "--time")["seconds_per_member"], 0)

    def test_schema_is_json(self):
        self.assertIn("$schema", json.loads(self.ok("describe", "--schema").stdout))


class Results(program.Case):
    def test_ensemble_answers_the_keys_of_the_contract(self):
        out = self.path("o.h5")
        answer = self.json("ensemble", program.SCENARIO, "--members", 4, "-o", out)
        for key in ("members", "options", "seconds", "ensemble_hash", "file"):
            self.assertIn(key, answer)
        self.assertEqual((answer["members"], answer["options"], answer["file"]), (4, ["none"], out))
        about = self.json("info", out)
        self.assertEqual(about["ensemble_hash"], answer["ensemble_hash"])
        self.assertTrue(about["complete"])
        self.assertEqual(os.listdir(self.folder), ["o.h5"])
        self.assertIn("civilians killed", self.ok("info", out).stdout)

    def test_quiet_says_nothing_on_standard_error(self):
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--quiet")
        self.assertEqual(done.stderr, "")

    def test_bytes_do_not_depend_on_threads_back_end_order_or_repetition(self):
        want = program.read(self.ensemble("a.h5"))
        for n, how in enumerate((("--threads", 1), ("--threads", 7), ("--backend", "serial"), ("--backend", "jthread", "--threads", 3),
                                 ("--shuffle", 99, "--threads", 2))):
            self.assertEqual(program.read(self.ensemble(f"{n}.h5", *how)), want, how)
        self.assertNotEqual(program.read(self.ensemble("other.h5", seed=6)), want)

    def test_run_is_a_member_of_the_ensemble(self):
        out = self.ensemble("o.h5")
        run = self.json("run", program.SCENARIO, "--member", 3, "--seed", 5, "-o", self.path("run.h5"))
        self.assertEqual(self.json("verify", self.path("run.h5"))["mismatches"], [])
        self.assertEqual(self.json("info", self.path("run.h5"))["kind"], "run")
        import h5py  # pylint: disable=import-outside-toplevel
        with h5py.File(out) as file:
            self.assertEqual(file["member_hash"][0, 3].decode(), run["member_hash"])
        text = self.ok("run", program.SCENARIO, "--member", 3, "-o", self.path("run.h5"), "--overwrite").stdout
        self.assertIn("civilians killed", text)

    def test_shards_merge_into_the_bytes_of_the_whole(self):
        want = program.read(self.ensemble("whole.h5", members=10))
        for shards in (("1/3", "2/3", "3/3"), ("0/2", "1/2")):
            parts = [self.ensemble(f"{n}-of-{len(shards)}.h5", "--shard", s, members=10) for n, s in enumerate(shards)]
            merged = self.path(f"merged-{len(shards)}.h5")
            self.assertEqual(self.json("merge", *parts, "-o", merged)["members"], 10)
            self.assertEqual(program.read(merged), want)
            self.assertIn("members", self.ok("merge", *parts[:-1], "-o", self.path("half.h5"), code=65).stderr)
            self.assertFalse(os.path.exists(self.path("half.h5")))

    def test_exports(self):
        out = self.ensemble("o.h5", members=3)
        about = self.json("info", out)
        rows = list(csv.DictReader(self.ok("export", out, "--format", "csv").stdout.splitlines()))
        self.assertEqual(len(rows), 3 * about["steps"])
        self.assertIn("displaced", rows[0])
        self.ok("export", out, "--format", "csv", "--table", "places", "-o", self.path("p.csv"))
        self.ok("export", out, "--format", "csv", "-o", self.path("p.csv"), code=2)
        self.ok("export", out, "--format", "csv", "-o", self.path("p.csv"), "--overwrite")
        points = json.loads(self.ok("export", out, "--format", "geojson").stdout)
        self.assertEqual(len(points["features"]), about["locations"])
        self.ok("export", out, "--format", "views", code=2)
        draws = list(csv.DictReader(self.ok("export", out, "--format", "views", "--country-id", 70).stdout.splitlines()))
        self.assertEqual({row["draw"] for row in draws}, {"0", "1", "2"})
        self.ok("export", out, "--format", "xlsx", code=2)

    def test_options_that_nothing_looks_at_are_refused(self):
        out = self.ensemble("o.h5", "--options", "none,shelter", members=3)
        for words in (("csv", "--option", "foo"), ("geojson", "--table", "places"), ("csv", "--country-id", 7),
                      ("geojson", "--country-id", 7), ("views", "--country-id", 7, "--table", "series")):
            self.assertIn("has no effect", self.ok("export", out, "--format", *words, code=2).stderr, words)
        self.assertIn("--price-year", self.ok("compare", out, "--inflation", 0.1, code=2).stderr)
        self.ok("compare", out, "--resamples", 99, "--inflation", 0.1, "--price-year", 2030)


class Verify(program.Case):
    def test_passes_in_every_way(self):
        out = self.ensemble("o.h5", members=7)
        self.assertEqual(self.json("verify", out)["members_checked"], 7)
        self.assertEqual(self.json("verify", out, "--sample", 3, "--threads", 4, "--backend", "jthread")["members_checked"], 3)
        self.assertIn("every hash is as stored", self.ok("verify", out).stdout)

    def test_a_file_changed_by_another_program_is_refused(self):
        out = self.ensemble("o.h5")
        import h5py  # pylint: disable=import-outside-toplevel
        with h5py.File(out, "r+") as file:
            file["member_hash"][0, 2] = "0123456789abcdef"
        for command in ("verify", "info"):
            said = self.ok(command, out, code=65).stderr
            self.assertRegex(said, "digest at (its|the) end")
        bytes_ = program.read(self.ensemble("p.h5"))
        for keep in (0, 100, len(bytes_) // 2, len(bytes_) - 1):
            program.write(self.path("cut.h5"), bytes_[:keep], "wb")
            self.ok("info", self.path("cut.h5"), code=65)
        flipped = bytearray(bytes_)
        flipped[len(flipped) // 3] ^= 4
        program.write(self.path("flipped.h5"), bytes(flipped), "wb")
        self.assertIn("damaged", self.ok("verify", self.path("flipped.h5"), code=65).stderr)


class Import(program.Case):
    INSTANCE = os.path.join(program.SOURCE, "tests", "cli", "flee-instance")

    def test_a_flee_instance_becomes_a_scenario(self):
        out = self.path("case")
        answer = self.json("import", "flee", self.INSTANCE, "-o", out)
        self.assertTrue(answer["written"])
        self.assertIn("scenario.toml", answer["files"])
        self.ok("check", out)
        self.ok("import", "flee", self.INSTANCE, "-o", out, code=2)
        self.ok("import", "flee", self.INSTANCE, "-o", out, "--overwrite")

    def test_a_directory_under_the_name_of_a_file_is_refused_before_anything_is_written(self):
        os.makedirs(os.path.join(self.path("case"), "README.md"))
        said = self.ok("import", "flee", self.INSTANCE, "-o", self.path("case"), "--overwrite", code=2).stderr
        self.assertIn("README.md", said)
        self.assertEqual(os.listdir(self.path("case")), ["README.md"])

    def test_what_is_no_instance_is_refused(self):
        self.assertIn("error E", self.ok("import", "flee", self.folder, "-o", self.path("x"), code=65).stderr)
        self.assertFalse(os.path.exists(self.path("x")))


class Files(program.Case):
    def test_a_file_of_somebody_else_is_left_alone(self):
        mine = self.path("thesis.txt")
        program.write(mine, "years of work")
        out = self.ensemble("o.h5", members=2)
        for command in (("ensemble", program.SCENARIO, "--members", 2), ("run", program.SCENARIO), ("merge", out),
                        ("export", out, "--format", "csv")):
            self.ok(*command, "-o", mine, code=2)
            self.assertEqual(program.read(mine), b"years of work")

    def test_what_cannot_be_read_or_written(self):
        self.ok("info", self.path("none.h5"), code=74)
        self.ok("info", self.folder, code=74)
        self.assertNotIn("create the directory", self.ok("info", self.path("no/none.h5"), code=74).stderr)
        for command in (("ensemble", program.SCENARIO, "--members", 2), ("run", program.SCENARIO)):
            said = self.ok(*command, "-o", self.path("no/such/dir/o.h5"), code=74).stderr
            self.assertIn("create the directory first", said)

    @unittest.skipUnless(shutil.which("true"), "no devices here")
    def test_devices_are_refused(self):
        self.ok("run", program.SCENARIO, "-o", "/dev/null", code=2)


class Options(program.Case):
    """Comparisons need several options; two-rivers may have only one, so these are about what is refused."""

    def test_compare_refuses_a_file_with_one_option(self):
        done = self.ok("compare", self.ensemble("o.h5"), code=65)
        self.assertIn("nothing to compare", done.stderr)
        self.ok("compare", self.path("missing.h5"), code=74)

    def test_decide_states_nothing_with_a_bound_that_is_broken(self):
        words = ("decide", program.SCENARIO, "--options", "all", "--indifference", 400, "-o", self.path("b.h5"))
        done = self.ok(*words, "--guarantee", "bounded", "--bound", 1, "--max-members", 200, code=2)
        self.assertIn("--bound 1 does not hold", done.stderr)
        self.assertNotIn("is chosen", done.stdout)
        self.assertIn("--guarantee bounded", self.ok(*words[:-1], self.path("c.h5"), "--bound", 9, code=2).stderr)

    def test_decide_refuses_what_makes_no_sense(self):
        def refused(*more):
            return self.ok("decide", program.SCENARIO, "-o", self.path("d.h5"), *more, code=2).stderr
        self.assertIn("two options", refused("--options", "none", "--indifference", 10))
        refused("--options", "none,nowhere", "--indifference", 10)
        refused("--options", "none", "--indifference", 0)
        refused("--options", "none", "--indifference", 10, "--outcome", "joy")
        refused("--options", "none", "--indifference", 10, "--guarantee", "magic")
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    program.main()
