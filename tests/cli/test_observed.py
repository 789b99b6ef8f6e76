# SPDX-License-Identifier: Apache-2.0
"""`import ucdp`, `boundaries`, `population` and `displacement` make tables that `check` reads, and account for what they read."""
import csv
import glob
import os
import shutil
import unittest

import observed_cases
import program

CLI = os.path.join(program.SOURCE, "tests", "cli")
GED, MAP, CENSUS, DTM = (os.path.join(CLI, name) for name in ("ged.csv", "districts.geojson", "census.csv", "dtm.csv"))
PERIOD = ("--country", "Aru", "--first", "2010-01-01", "--last", "2010-12-31")
HEADER = "id,country,type_of_violence,side_a,side_b,latitude,longitude,low,best,high,date_start,date_end\n"


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def adds_up(line):
    return abs(line["read"] - line["in_world"] - sum(line["dropped"].values())) < 1e-6 * max(1, line["read"])


class Importer(program.Case):
    def imported(self, what, *words, code=0):
        """The answer and the rows of what was written."""
        out = self.path(f"{what}.csv")
        answer = self.json("import", what, *words, "--scenario", program.SCENARIO, "-o", out, "--overwrite", code=code)
        if "read" in answer:
            self.assertTrue(answer["read"]["balanced"])
            for line in answer["read"]["rows"]["files"].values():
                self.assertTrue(adds_up(line), line)
        self.assertEqual(answer["written"], code == 0)
        return answer, rows_of(out) if code == 0 else None

    def check_with(self, table, name):
        """What `check` says of the scenario with that table."""
        folder = self.copied_scenario(f"with-{os.path.basename(table)}")
        os.makedirs(os.path.join(folder, "observed"), exist_ok=True)
        shutil.copy(table, os.path.join(folder, name))
        return self.json("check", folder)


class Ucdp(Importer):
    def test_every_row_and_every_death_is_in_the_table_or_dropped_for_a_reason(self):
        answer, rows = self.imported("ucdp", GED, *PERIOD)
        events = rows_of(GED)
        deaths = answer["read"]["deaths"]
        self.assertEqual(answer["read"]["rows"]["files"][GED]["read"], len(events))
        self.assertEqual(deaths["read"], sum(int(e["best_death"]) for e in events))
        self.assertEqual(deaths["in_world"], sum(int(r["deaths"]) for r in rows))
        self.assertGreater(deaths["in_world"], 0)
        self.assertTrue(adds_up(deaths))
        said = self.check_with(self.path("ucdp.csv"), "observed/deaths.csv")
        told = {d["code"] for d in said["diagnostics"] if d["file"] == "observed/deaths.csv"}
        self.assertEqual(told, {"W215"})  # the scenario is of another year
        self.assertEqual(said["read"]["deaths_observed"]["in_world"], deaths["in_world"])

    def test_a_month_without_deaths_has_a_row(self):
        program.write(self.path("ged.csv"), HEADER + "1,Aru,3,A,Civilians,10,-30,1,5,9,2010-01-05 00:00:00,2010-01-05 00:00:00\n"
                                                     "2,Aru,3,A,Civilians,10,-30,1,7,9,2010-03-05,2010-03-05\n")
        _, rows = self.imported("ucdp", self.path("ged.csv"), *PERIOD)
        self.assertEqual(len({(row["month"], row["kind"]) for row in rows}), 9)
        self.assertEqual([row["deaths"] for row in rows if row["location"] == "Sarnholt"], ["5", "7"])
        _, rows = self.imported("ucdp", self.path("ged.csv"), *PERIOD, "--until", "2010-12-31")
        self.assertEqual(len({row["month"] for row in rows}), 12)

    def test_what_lies_elsewhere_in_the_country_has_a_reason_of_its_own_and_is_no_fault(self):
        program.write(self.path("ged.csv"), HEADER + "1,Aru,1,A,B,10,-30,1,5,9,2010-01-05,2010-01-05\n"
                                                     "2,Aru,1,A,B,8.5,-33.5,1,7,9,2010-01-05,2010-01-05\n"
                                                     "3,Besh,1,A,B,10,-30,1,11,19,2010-01-05,2010-01-05\n")
        answer, rows = self.imported("ucdp", self.path("ged.csv"), *PERIOD, "--boundaries", MAP, "--by", "region")
        self.assertEqual(answer["diagnostics"], [])
        self.assertEqual(answer["read"]["deaths"]["dropped"],
                         {"elsewhere in the country, outside this scenario": 7, "in another country": 11})
        self.assertEqual(answer["elsewhere"], [{"area": "Outer isles", "events": 1, "deaths": 7}])
        self.assertEqual([(row["region"], row["deaths"]) for row in rows if row["deaths"] != "0"], [("Confluence", "5")])
        answer, _ = self.imported("ucdp", self.path("ged.csv"), *PERIOD, "--within", 100)
        self.assertEqual(answer["read"]["deaths"]["dropped"]["elsewhere in the country, outside this scenario"], 7)

    def test_a_country_of_another_name_is_told(self):
        answer, _ = self.imported("ucdp", GED, "--first", "2010-01-01", "--last", "2010-12-31", code=65)
        self.assertIn("Aru", [d["hint"] for d in answer["diagnostics"] if d["code"] == "E218"][0])

    def test_coverage_is_that_of_its_kind(self):
        _, rows = self.imported("ucdp", GED, *PERIOD, "--coverage", "one_sided=0.5", "--source", "UCDP, invented")
        self.assertEqual({row["coverage"] for row in rows if row["kind"] == "one_sided"}, {"0.5"})
        self.assertEqual({row["coverage"] for row in rows if row["kind"] == "battle"}, {""})
        self.assertEqual({row["source"] for row in rows}, {"UCDP, invented"})
        _, rows = self.imported("ucdp", GED, *PERIOD, "--source", "=1+1")
        self.assertEqual({row["source"] for row in rows}, {"'=1+1"})

    def test_words_that_make_no_sense_are_refused(self):
        for words in (("--first", "May"), ("--coverage", "one_sided"), ("--coverage", "war=0.5"), ("--coverage", "battle=2"),
                      ("--by", "street"), ("--within", -1), ("--first", "2011-01-01", "--last", "2010-01-01")):
            self.ok("import", "ucdp", GED, "--scenario", program.SCENARIO, *words, "-o", self.path("x.csv"), code=2)


class Boundaries(Importer):
    def test_areas_have_the_region_of_the_places_in_them_or_lie_outside(self):
        answer, rows = self.imported("boundaries", MAP)
        by_code = {row["code"]: row for row in rows}
        self.assertEqual(by_code["VD01"]["region"], "Confluence")
        self.assertEqual(by_code["VD05"]["region"], "Highlands")
        self.assertEqual((by_code["VD06"]["region"], by_code["VD06"]["locations"]), ("", ""))
        self.assertEqual(answer["outside"], 1)
        said = self.check_with(self.path("boundaries.csv"), "observed/areas.csv")
        self.assertEqual([d for d in said["diagnostics"] if d["file"] == "observed/areas.csv"], [])

    def test_what_is_no_map_is_refused_with_its_place(self):
        program.write(self.path("broken.geojson"), '{"features":\n [}')
        done = self.ok("import", "boundaries", self.path("broken.geojson"), "--scenario", program.SCENARIO, "-o", self.path("x.csv"),
                       code=65)
        self.assertIn("broken.geojson:2:3: error E215", done.stderr)
        self.assertFalse(os.path.exists(self.path("x.csv")))


class Population(Importer):
    def test_people_of_areas_become_those_of_places(self):
        answer, rows = self.imported("population", CENSUS, "--boundaries", MAP)
        persons = answer["read"]["persons"]
        self.assertEqual(persons["read"], 120000 + 90000 + 45000 + 7000 + 11)
        self.assertEqual(persons["in_world"], 255000)
        self.assertEqual(persons["dropped"], {"elsewhere in the country, outside this scenario": 7000, "an area that is not known": 11})
        self.assertEqual(sum(int(row["persons"]) for row in rows if row["source"] == "imported"), 255000)
        self.assertTrue(answer["places_not_covered"])
        said = self.check_with(self.path("population.csv"), "populations.csv")
        self.assertTrue(said["valid"])


class Displacement(Importer):
    def test_counts_have_an_origin_and_a_host(self):
        answer, rows = self.imported("displacement", DTM, "--boundaries", MAP, "--source", "DTM, invented")
        first = [row for row in rows if row["date"] == "2030-03-31" and row["origin_region"] == "Highlands"]
        self.assertEqual([row["persons"] for row in first], ["1500"])
        dropped = answer["read"]["rows"]["files"][DTM]["dropped"]
        self.assertEqual(dropped, {"elsewhere in the country, outside this scenario": 1, "no date": 1, "no number of people": 1})
        again, _ = self.imported("displacement", DTM, "--boundaries", MAP, "--date-order", "dmy")
        self.assertEqual(again["rows"], answer["rows"] + 1)
        said = self.check_with(self.path("displacement.csv"), "observed/displaced.csv")
        self.assertEqual([d for d in said["diagnostics"] if d["file"] == "observed/displaced.csv"], [])


class Outputs(Importer):
    def test_nothing_is_replaced_unasked_and_what_is_read_never(self):
        folder = self.copied_scenario()
        words = ("import", "ucdp", GED, "--scenario", folder, *PERIOD, "-o")
        out = os.path.join(folder, "deaths.csv")
        self.ok(*words, out)
        self.ok(*words, out, code=2)
        self.ok(*words, out, "--overwrite")
        for name in ("locations.csv", "populations.csv"):
            self.ok(*words, os.path.join(folder, name), "--overwrite", code=2)
        shutil.copy(GED, self.path("ged.csv"))
        self.ok("import", "ucdp", self.path("ged.csv"), "--scenario", folder, *PERIOD, "-o", self.path("ged.csv"), "--overwrite", code=2)

    def test_a_scenarios_own_table_may_be_made_again(self):
        folder = self.copied_scenario()
        os.makedirs(os.path.join(folder, "observed"), exist_ok=True)
        out = os.path.join(folder, "observed", "deaths.csv")
        for more in ((), ("--overwrite",)):
            self.ok("import", "ucdp", GED, "--scenario", folder, *PERIOD, "-o", out, *more)
        self.assertTrue(self.json("check", folder)["valid"])


    def test_a_scenario_without_observations_gets_their_folder(self):
        folder = self.copied_scenario()
        self.assertFalse(os.path.exists(os.path.join(folder, "observed")))
        self.ok("import", "ucdp", GED, "--scenario", folder, *PERIOD, "-o", os.path.join(folder, "observed", "deaths.csv"))
        self.assertTrue(os.path.exists(os.path.join(folder, "observed", "deaths.csv")))

    def test_the_answer_has_the_same_keys_where_the_scenario_has_a_fault(self):
        folder = self.copied_scenario()
        program.write(os.path.join(folder, "locations.csv"), "name\n")
        answer = self.json("import", "ucdp", GED, "--scenario", folder, *PERIOD, "-o", self.path("x.csv"), code=65)
        self.assertFalse(answer["written"])
        self.assertGreater(answer["errors"], 0)
        for key in ("file", "rows", "read", "warnings", "diagnostics"):
            self.assertIn(key, answer)

    def test_faults_of_the_scenarios_areas_are_told(self):
        folder = self.copied_scenario()
        os.makedirs(os.path.join(folder, "observed"))
        program.write(os.path.join(folder, "observed", "areas.csv"), "name,region\nMoon,Sea of Tranquillity\n")
        for more in ((), ("--boundaries", MAP)):
            answer = self.json("import", "population", CENSUS, "--scenario", folder, *more, "-o", self.path("x.csv"), code=65)
            self.assertIn(("observed/areas.csv", "E213"), [(d["file"], d["code"]) for d in answer["diagnostics"]])

    def test_columns_are_told_and_areas_of_the_map_are_apart(self):
        words = ("import", "displacement", DTM, "--boundaries", MAP, "--scenario", program.SCENARIO, "-o", self.path("d.csv"))
        self.assertIn("people from 'numpresentidpind'", self.ok(*words).stdout.lower())
        answer = self.json(*words, "--overwrite")
        self.assertEqual(list(answer["read"]["rows"]["files"]), [DTM])
        self.assertGreater(answer["read"]["map_areas"]["read"], 0)
        self.assertGreater(answer["read"]["persons"]["read"], 0)


class Cases(program.Case):
    @unittest.skipUnless(observed_cases.there(), "NOT TESTED: no events of UCDP beside the checkout")
    def test_deaths_of_every_bundled_case_are_as_the_program_makes_them(self):
        for case in observed_cases.CASES:
            with self.subTest(case):
                self.assertEqual(program.read(observed_cases.table(case)), observed_cases.made(case),
                                 "tests/cli/observed_cases.py --write makes it again")

    @unittest.skipUnless(observed_cases.there(), "NOT TESTED: no events of UCDP beside the checkout")
    def test_a_part_of_a_country_counts_the_rest_of_it_apart(self):
        for case, part in (("nigeria-north-east", True), ("myanmar-rakhine", True), ("mali", False)):
            answer = self.json(*observed_cases.command(case, self.path("deaths.csv")), "--overwrite")
            self.assertTrue(answer["read"]["balanced"])
            self.assertEqual(bool(answer["elsewhere"]), part, case)
            self.assertEqual(sum(a["deaths"] for a in answer["elsewhere"]),
                             answer["read"]["deaths"]["dropped"].get("elsewhere in the country, outside this scenario", 0))

    def test_deaths_of_every_bundled_case_are_in_months_that_somebody_watched(self):
        tables = glob.glob(os.path.join(program.SOURCE, "scenarios", "*", "observed", "deaths.csv"))
        self.assertEqual(len(tables), 7)
        for table in tables:
            rows = rows_of(table)
            months = {row["month"] for row in rows}
            self.assertEqual(len({(row["month"], row["kind"]) for row in rows}), 3 * len(months), table)
            self.assertTrue(all("UCDP GED" in row["source"] for row in rows), table)


if __name__ == "__main__":
    program.main()
