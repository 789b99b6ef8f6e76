# SPDX-License-Identifier: Apache-2.0
"""What `export` writes for other tools: UCDP's readers, ViEWS, maps, networks. What goes out comes in again."""
import csv
import io
import json
import os
import xml.etree.ElementTree as xml

import program

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


class Exports(program.Case):
    def run_of(self, member=17):
        path = self.path(f"run-{member}.h5")
        self.ok("run", program.SCENARIO, "--member", member, "-o", path, "--quiet")
        return path

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.ok("export", *words).stdout)))

    def killed(self, run):
        """By the series of the run, with the civilians of them."""
        steps = self.rows(run, "--format", "csv")
        civilians = sum(int(s["civilian_deaths"]) for s in steps)
        return civilians + sum(int(s["battle_deaths"]) for s in steps), civilians


class Events(Exports):
    def test_every_death_of_a_run_is_in_the_log(self):
        run = self.run_of()
        events = self.rows(run, "--format", "ged")
        killed, civilians = self.killed(run)
        self.assertGreater(killed, 0)
        self.assertEqual(sum(int(e["best"]) for e in events), killed)
        self.assertEqual(sum(int(e["deaths_civilians"]) for e in events), civilians)
        for e in events:
            parts = sum(int(e[f"deaths_{part}"]) for part in ("a", "b", "civilians", "unknown"))
            self.assertEqual((int(e["low"]), int(e["high"]), parts), (int(e["best"]),) * 3)
        self.assertEqual(len({e["id"] for e in events}), len(events))
        self.assertEqual(len(events[0]), 49)

    def test_what_goes_out_comes_in_again(self):
        run = self.run_of()
        log, deaths = self.path("ged.csv"), self.path("deaths.csv")
        self.ok("export", run, "--format", "ged", "-o", log)
        said = self.json("import", "ucdp", log, "--scenario", program.SCENARIO, "-o", deaths)
        killed, civilians = self.killed(run)
        things = json.dumps(said)
        with open(deaths, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
        self.assertEqual(sum(int(row["deaths"]) for row in rows), killed, things)

    def test_no_place_or_name_is_lost(self):
        places = {f["properties"]["name"] for f in
                  json.loads(self.ok("export", self.run_of(), "--format", "geojson").stdout)["features"]}
        for e in self.rows(self.path("run-17.h5"), "--format", "ged"):
            self.assertIn(e["where_coordinates"], places)
            self.assertEqual(e["geom_wkt"], f"POINT ({e['longitude']} {e['latitude']})")
            self.assertIn(e["type_of_violence"], "123")
            self.assertIn("simulated", e["source_article"])

    def test_an_ensemble_has_no_log(self):
        self.assertIn("forestall run", self.ok("export", self.ensemble("o.h5"), "--format", "ged", code=2).stderr)


class Draws(Exports):
    def test_of_runs_have_a_row_for_each_month_area_and_run(self):
        runs = [self.run_of(member) for member in (16, 17)]
        by_place = self.rows(*runs, "--format", "views", "--by", "location")
        keys = [(row["month_id"], row["location"], row["draw"]) for row in by_place]
        months, places, draws = (set(column) for column in zip(*keys))
        self.assertEqual(draws, {"0", "1"})
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual(len(keys), len(months) * len(places) * 2)
        by_cell = self.rows(*runs, "--format", "views", "--by", "cell")
        self.assertEqual(list(by_cell[0]), ["month_id", "priogrid_gid", "draw", "outcome"])
        for draw in draws:
            totals = {sum(int(row["outcome"]) for row in table if row["draw"] == draw) for table in (by_place, by_cell)}
            self.assertEqual(len(totals), 1)
        self.assertLessEqual(sum(int(r["outcome"]) for r in by_place if r["draw"] == "1"), self.killed(runs[1])[0])

    def test_what_makes_no_sense_is_refused(self):
        run = self.run_of()
        views = ("--format", "views", "--by", "cell")
        self.assertIn("same member", self.ok("export", run, run, *views, code=2).stderr)
        self.assertIn("no events", self.ok("export", self.ensemble("o.h5"), *views, code=2).stderr)
        self.assertIn("--by cell", self.ok("export", run, *views, "--country-id", 7, code=2).stderr)
        self.assertIn("only one file", self.ok("export", run, run, "--format", "csv", code=2).stderr)
        for words in (("csv", "--by", "cell"), ("ged", "--routes"), ("graphml", "--outcome", "deaths_by_location")):
            self.assertIn("has no effect", self.ok("export", run, "--format", *words, code=2).stderr)


class Maps(Exports):
    def test_routes_are_lines_between_places(self):
        out = self.ensemble("o.h5")
        features = json.loads(self.ok("export", out, "--format", "geojson", "--routes", "--outcome",
                                      "displaced_by_location").stdout)["features"]
        points = {f["properties"]["name"]: f for f in features if f["geometry"]["type"] == "Point"}
        lines = [f for f in features if f["geometry"]["type"] == "LineString"]
        self.assertEqual(len(points), self.json("info", out)["locations"])
        self.assertGreater(len(lines), len(points) // 2)
        for line in lines:
            ends = [points[line["properties"][end]]["geometry"]["coordinates"] for end in "ab"]
            self.assertEqual(line["geometry"]["coordinates"], ends)
        for point in points.values():
            said = point["properties"]
            self.assertLessEqual(said["lo"], said["median"])
            self.assertLessEqual(said["median"], said["hi"])
            self.assertEqual(said["mean"], said["displaced_by_location"])

    def test_the_network_is_graphml(self):
        out, file = self.ensemble("o.h5"), self.path("net.graphml")
        self.ok("export", out, "--format", "graphml", "-o", file)
        root = xml.parse(file).getroot()
        keys = {key.get("id") for key in root.iter(GRAPHML + "key")}
        nodes = {node.get("id") for node in root.iter(GRAPHML + "node")}
        edges = list(root.iter(GRAPHML + "edge"))
        self.assertEqual(len(nodes), self.json("info", out)["locations"])
        self.assertGreater(len(edges), 0)
        self.assertLessEqual({end for e in edges for end in (e.get("source"), e.get("target"))}, nodes)
        self.assertEqual({d.get("key") for d in root.iter(GRAPHML + "data")} - keys, set())
        for edge in edges:
            self.assertGreater(float(edge.find(f"{GRAPHML}data[@key='km']").text), 0)

    def test_nothing_is_replaced(self):
        out, file = self.ensemble("o.h5"), self.path("net.graphml")
        program.write(file, "mine")
        for name in ("graphml", "geojson"):
            self.ok("export", out, "--format", name, "-o", file, code=2)
        self.assertEqual(program.read(file), b"mine")
        self.ok("export", out, "--format", "graphml", "-o", file, "--overwrite")
        self.assertGreater(os.path.getsize(file), 4)


if __name__ == "__main__":
    program.main()
