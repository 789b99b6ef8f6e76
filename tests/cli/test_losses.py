# SPDX-License-Identifier: Apache-2.0
"""What is lost on the way in is said: `check`, `import` and the files given to `validate`."""
import os

import program

INSTANCE = os.path.join(program.SOURCE, "tests", "cli", "flee-instance")
EVENTS = "id,type_of_violence,side_a,side_b,latitude,longitude,low,best,high,date_start,date_end\n"


def adds_up(line):
    return abs(line["read"] - line["in_world"] - sum(line["dropped"].values())) < 1e-6 * max(1, line["read"])


class Check(program.Case):
    def test_what_was_read_is_in_the_world_or_dropped_for_a_reason(self):
        folder = self.copied_scenario()
        with open(os.path.join(folder, "locations.csv"), encoding="utf-8") as file:
            name = [line for line in file if not line.startswith("#")][1].split(",")[0]
        program.write(os.path.join(folder, "violence.csv"),
                      f"first,last,location,kind,deaths,source\n1999-01-01,1999-01-02,{name},one_sided,70,invented\n")
        read = self.json("check", folder)["read"]
        self.assertEqual(read["violence_deaths"],
                         {"read": 70, "in_world": 0, "dropped": {"an event lies outside the period": 70}})
        self.assertEqual(read["rows"]["files"]["violence.csv"]["dropped"], {"an event lies outside the period": 1})
        self.assertGreater(read["persons"]["in_world"], 0)
        self.assertTrue(read["balanced"])
        for line in [value for key, value in read.items() if key != "balanced"] + list(read["rows"]["files"].values()):
            self.assertTrue(adds_up(line), line)
        text = self.ok("check", folder).stdout
        self.assertIn("not in the world: 70 civilian deaths (an event lies outside the period)", text)
        plain = self.copied_scenario("plain")
        os.remove(os.path.join(plain, "violence.csv"))
        self.assertIn("all of it is in the world", self.ok("check", plain).stdout)


class Import(program.Case):
    def test_import_says_what_was_not_taken_over_and_why(self):
        instance = self.path("instance")
        os.makedirs(instance)
        files = {"routes.csv": "name1,name2,distance,forced_redirection\nFord,Camp,60,0\nFord,Moon,60,0\n",
                 "conflicts.csv": "#Days,Ford,Moon\n0,1,1\n1,1,1\n",
                 "locations.csv": "name,region,country,lat,lon,location_type,conflict_date,population\n"
                                  "Camp,R,There,0,1,camp,,500\nFord,R,Here,0,0.5,conflict_zone,0,5000\n"
                                  "Town,R,There,0,1.2,town,,70\n"}
        for name, text in files.items():
            program.write(os.path.join(instance, name), text)
        self.assertIn("--start YYYY-MM-DD --days N", self.ok("import", "flee", instance, "-o", self.path("x"), code=65).stderr)
        out = self.path("out")
        answer = self.json("import", "flee", instance, "-o", out, "--start", "2030-01-01", "--days", 2)
        read = answer["read"]
        self.assertEqual(read["persons"], {"read": 5070, "in_world": 5000, "dropped": {"abroad": 70}})
        self.assertEqual(read["rows"]["files"]["routes.csv"],
                         {"read": 2, "in_world": 1, "dropped": {"a row or file cannot be imported": 1}})
        self.assertEqual(read["conflict_places"], {"read": 2, "in_world": 1, "dropped": {"no such location": 1}})
        self.assertTrue(read["balanced"])
        text = self.ok("import", "flee", instance, "-o", self.path("again"), "--start", "2030-01-01", "--days", 2).stdout
        self.assertIn("not in the world: 70 people (abroad)", text)
        self.ok("import", "flee", instance, "-o", self.path("no"), "--start", "January", "--days", 2, code=2)
        self.ok("import", "flee", instance, "-o", self.path("no"), "--start", "2030-01-01", "--days", 0, code=2)


class Validate(program.Case):
    def test_faults_of_observed_counts_are_told_of_the_file_given(self):
        program.write(self.path("mine.csv"), "date,location,persons\n2030-02-30,Camp,3\n")
        said = self.ok("validate", program.SCENARIO, "--observed", self.path("mine.csv"), code=65).stderr
        self.assertIn(self.path("mine.csv") + ":2:1: error E017", said)
        self.assertNotIn("observed/camps.csv", said)
        told = self.json("validate", program.SCENARIO, "--observed", self.path("mine.csv"), code=65)["diagnostics"]
        self.assertIn(self.path("mine.csv"), [each["file"] for each in told])
        program.write(self.path("none.csv"), "date,location,persons\n")
        self.assertIn(self.path("none.csv"), self.ok("validate", program.SCENARIO, "--observed", self.path("none.csv"), code=65).stderr)

    def test_events_with_a_time_of_day_are_read_and_losses_are_counted(self):
        rows = [f"{i},3,Front,Civilians,1,30,1,{i},99,2010-0{1 + i % 9}-05T00:00:00,2010-0{1 + i % 9}-05T00:00:00\n" for i in range(1, 30)]
        program.write(self.path("ged.csv"), EVENTS + "".join(rows) + "99,3,Front,Civilians,1,30,1,5,9,soon,soon\n")
        facts = ("validate", program.SCENARIO, "--facts", "--members", 2, "--observed", self.path("ged.csv"))
        read = self.json(*facts)["ucdp"][0]["read"]
        self.assertEqual(read["rows"]["dropped"], {"no date": 1})
        self.assertEqual(read["rows"]["in_world"], 29)
        self.assertEqual(read["deaths"]["dropped"], {"no date": 5})
        self.assertIn("29 of 30 rows read; left out: 1 no date", self.ok(*facts).stdout)

    def test_events_of_which_none_can_be_read_are_an_error(self):
        program.write(self.path("ged.csv"), EVENTS + "1,3,Front,Civilians,1,30,1,5,9,soon,soon\n")
        done = self.ok("validate", program.SCENARIO, "--facts", "--members", 2, "--ucdp", self.path("ged.csv"), code=65)
        self.assertIn("none of 1 rows can be read; 1: no date", done.stderr)
        self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    program.main()
