# SPDX-License-Identifier: Apache-2.0
"""What makes a job the same job, and how its hashes are called: by every command alike."""
import csv
import io
import os
import unittest

import program

INTERVENTION = """
[[intervention]]
name = "visits"
title = "Visits"
strategy = "dissuade"
stages = ["prevention"]
leads = ["un"]
target = "country"
setup = { uniform = ["1 k USD", "2 k USD"], source = "invented" }
weekly = { uniform = ["1 k USD/week", "2 k USD/week"], source = "invented" }
source = "invented"
outcome = "civilian_deaths"
expected = "unclear"
summary = "Somebody visits."
[[intervention.effect]]
lever = "attention"
value = { uniform = [0.1, 0.2], source = "invented" }
grade = "D"
summary = "People look."
[[option]]
name = "visits"
title = "Visits"
[[option.action]]
name = "visit"
intervention = "visits"
start = { day = 2030-01-08 }
"""


class Scenario(program.Case):
    def setUp(self):
        super().setUp()
        self.dir = self.copied_scenario()
        self.toml = os.path.join(self.dir, "scenario.toml")
        self.text = program.read(self.toml).decode() + INTERVENTION
        self.set(self.text)

    def set(self, text, mode="w"):
        program.write(self.toml, text, mode)

    def args(self, out, *more, members=4):
        return ["ensemble", self.dir, "--members", members, "--options", "none,visits", "-o", self.path(out), "--quiet", *more]

    def world(self, name="w.h5"):
        self.ok("run", self.dir, "--option", "visits", "-o", self.path(name))
        world = self.json("info", self.path(name))["job"]["world"]
        os.remove(self.path(name))
        return world


class World(Scenario):
    def test_is_the_same_in_other_words(self):
        want = self.world()
        self.set("# a comment\n" + self.text.replace("\n", "   # told\n", 1))
        self.assertEqual(self.world(), want)
        self.set(self.text.replace("\n", "\r\n").encode(), "wb")
        self.assertEqual(self.world(), want)
        self.set(self.text)
        program.write(os.path.join(self.dir, "README.md"), "Another text.")
        locations = os.path.join(self.dir, "locations.csv")
        lines = program.read(locations).decode().splitlines(keepends=True)
        head = next(n for n, line in enumerate(lines) if not line.startswith("#")) + 1
        program.write(locations, "".join(lines[:head] + lines[head:][::-1]))
        self.assertEqual(self.world(), want)

    def test_is_another_with_any_word_that_counts(self):
        seen = {self.world(): "as it was"}
        for old, new in (('strategy = "dissuade"', 'strategy = "protect"'), ('stages = ["prevention"]', 'stages = ["mitigation"]'),
                         ('leads = ["un"]', 'leads = ["ngo"]'), ('title = "Visits"\nstrategy', 'title = "Calls"\nstrategy'),
                         ('grade = "D"\nsummary = "People', 'grade = "C"\nsummary = "People'), ("People look", "Someone looks")):
            self.assertEqual(self.text.count(old), 1, old)
            self.set(self.text.replace(old, new))
            world = self.world()
            self.assertNotIn(world, seen, new)
            seen[world] = new


class Job(Scenario):
    def test_resume_refuses_another_world_and_names_its_file(self):
        for more, code in ((("--time-limit", 0.0001), 75), (("--resume",), 0)):
            self.ok(*self.args("o.h5", *more, members=200), code=code)
            self.set(self.text.replace('"dissuade"', '"protect"'))
            said = self.ok(*self.args("o.h5", "--resume", members=200), code=2).stderr
            self.assertIn("scenario.toml differs", said)
            self.assertNotIn("locations.csv", said)
            self.set(self.text + "\n# the same world\n")

    def test_shards_in_other_words_merge_and_other_worlds_are_named(self):
        self.ok(*self.args("whole.h5"))
        self.ok(*self.args("0.h5", "--shard", "0/2"))
        self.set(self.text + "\n# a comment\n")
        self.ok(*self.args("1.h5", "--shard", "1/2"))
        for inputs in (("0.h5", "1.h5"), ("1.h5", "0.h5")):
            said = self.ok("merge", *map(self.path, inputs), "-o", self.path("merged.h5")).stderr
            self.assertIn("W703", said)
            self.assertIn("scenario.toml differs", said)
            self.assertEqual(program.read(self.path("merged.h5")), program.read(self.path("whole.h5")))
            os.remove(self.path("merged.h5"))
        self.set(self.text)
        routes = os.path.join(self.dir, "routes.csv")
        before = program.read(routes).decode().splitlines()
        program.write(routes, "\n".join(before[:-1]) + "\n")
        self.ok(*self.args("2.h5", "--shard", "1/2"))
        said = self.ok("merge", self.path("0.h5"), self.path("2.h5"), "-o", self.path("merged.h5"), code=65).stderr
        self.assertIn("routes.csv differs", said)


class Hashes(program.Case):
    def test_every_command_gives_one_hash_one_name(self):
        out, run = self.path("o.h5"), self.path("r.h5")
        text = self.ok("ensemble", program.SCENARIO, "--members", 3, "-o", out).stdout
        hash_ = self.json("info", out)["ensemble_hash"]
        self.assertIn("ensemble hash " + hash_, text)
        self.assertRegex(self.ok("info", out).stdout, "ensemble hash +" + hash_)
        self.assertIn("ensemble hash " + hash_, self.ok("verify", out).stdout)
        self.assertEqual(self.json("verify", out)["ensemble_hash"], hash_)
        text = self.ok("run", program.SCENARIO, "--member", 2, "-o", run).stdout
        member = self.json("info", run)["member_hash"]
        self.assertIn("member hash " + member, text)
        self.assertRegex(self.ok("info", run).stdout, "member hash +" + member)
        self.assertIn("member hash " + member, self.ok("verify", run).stdout)
        self.assertEqual(self.json("verify", run)["member_hash"], member)


class Gaps(program.Case):
    def test_what_decide_did_not_run_is_no_number_anywhere(self):
        out = self.path("d.h5")
        self.ok("decide", program.SCENARIO, "--options", "none,shelter,mediation-early,broad-sanctions", "--indifference", 30,
                "--pcs", 0.6, "--max-members", 300, "-o", out)
        about = self.json("info", out)
        options = about["options"]
        self.assertLess(min(about["members_run"].values()), about["members_in_file"], "no gap to look at")
        for table in ("series", "places"):
            text = self.ok("export", out, "--format", "csv", "--table", table).stdout
            for row in csv.DictReader(io.StringIO(text)):
                gap = int(row["member"]) >= about["members_run"][row["option"]]
                numbers = [value for key, value in row.items() if key not in ("option", "member", "time", "location")]
                self.assertEqual({value == "" for value in numbers}, {gap}, row)
        for option in options:
            points = self.json_of("export", out, "--format", "geojson", "--option", option)["features"]
            self.assertEqual({point["properties"]["members"] for point in points}, {about["members_run"][option]})
            text = self.ok("export", out, "--format", "views", "--country-id", 7, "--option", option).stdout
            self.assertNotIn("nan", text)
            draws = {row["draw"] for row in csv.DictReader(io.StringIO(text))}
            self.assertEqual(len(draws), about["members_run"][option])
        text = self.ok("info", out).stdout
        self.assertNotIn("nan", text.lower())
        self.assertNotIn("-9223", text)
        self.assertIn("of {} members".format(about["members_in_file"]), text)
        self.assertEqual(self.json("verify", out)["mismatches"], [])

        self.assert_other_readers_see_gaps(out, about["members_run"])

    def assert_other_readers_see_gaps(self, out, members_run):
        import numpy  # pylint: disable=import-outside-toplevel
        import xarray  # pylint: disable=import-outside-toplevel
        for engine in ("netcdf4", "h5netcdf"):
            with xarray.open_dataset(out, engine=engine) as data:
                numbers = [v for v in data.data_vars.values() if v.dims[:2] == ("option", "member") and v.dtype.kind == "f"]
                self.assertGreater(len(numbers), 20, engine)
                for option, run in members_run.items():
                    for variable in numbers:
                        gaps = numpy.isnan(variable.sel(option=option).values).reshape(data.sizes["member"], -1)
                        self.assertFalse(gaps[:run].any(), (engine, option, variable.name))
                        self.assertTrue(gaps[run:].all(), (engine, option, variable.name))

    def json_of(self, *args):
        return program.json.loads(self.ok(*args).stdout)


if __name__ == "__main__":
    program.main()
