# SPDX-License-Identifier: Apache-2.0
"""What an exercise is played from agrees with its scenario: seats, injects, lessons, map. Nothing reads these files in a run."""
import csv
import datetime
import glob
import json
import os
import re
import shutil
import tomllib

import program

FOLDERS = sorted(os.path.dirname(f) for f in glob.glob(os.path.join(program.SOURCE, "scenarios", "*", "exercise.toml")))
LIST = ["number", "title", "status", "when", "condition", "from", "to", "kind", "text", "trigger_kind", "actor", "target", "strength",
        "expected_action", "objective", "note"]
LESSONS = ["observation", "evidence", "command", "stage", "tool", "recommendation", "grade"]


def toml(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return tomllib.load(file)


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def names(items):
    return [item["name"] for item in items]


def parts(cell):
    return [part for part in cell.split(";") if part]


def trigger(inject, day):
    """The [[trigger]] that an inject becomes."""
    keys = {"name": f"inject {inject['number']}", "kind": inject["trigger_kind"]}
    keys |= {key: inject[key] for key in ("actor", "target", "group") if inject[key]}
    lines = [f"{key} = {json.dumps(value)}" for key, value in keys.items()]
    lines += [f"{key} = {inject[key]}" for key in ("strength", "fighters") if inject[key]]
    if inject["places"]:
        lines.append(f"places = {json.dumps(parts(inject['places']))}")
    return "\n".join(["", "[[trigger]]", *lines, f"day = {day}", ""])


def inside(x, y, polygon):
    """Whether a point lies within a polygon's first ring and in none of its holes."""
    def within(ring):
        crossings = [x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in zip(ring, ring[1:]) if (ay > y) != (by > y)]
        return sum(crossings) % 2 == 1
    return within(polygon[0]) and not any(within(hole) for hole in polygon[1:])


class ExerciseFiles(program.Case):
    def each(self):
        return [(folder, toml(folder, "exercise.toml"), toml(folder, "scenario.toml")) for folder in FOLDERS]

    def test_one_is_the_default(self):
        self.assertEqual([toml(folder, "exercise.toml").get("default", False) for folder in FOLDERS].count(True), 1)

    def test_turns_are_whole_steps_within_the_period(self):
        for _, exercise, scenario in self.each():
            turn, step = (int(text.removesuffix(" d")) for text in (exercise["turn"], scenario["step"]))
            self.assertEqual(turn % step, 0)
            days = (scenario["period"]["end"] - scenario["period"]["start"]).days + 1
            self.assertLessEqual(exercise["turns"] * turn + int(exercise["tail"].removesuffix(" d")), days)

    def test_every_partner_is_commanded_from_one_seat(self):
        for _, exercise, scenario in self.each():
            commanded = [partner for seat in exercise["seat"] for partner in seat["partners"]]
            self.assertEqual(sorted(commanded), sorted(names(scenario["partner"])))

    def test_what_is_named_is_there(self):
        for _, exercise, _ in self.each():
            seats, objectives = names(exercise["seat"]), [o["id"] for o in exercise["objective"]]
            fogs = {fog["name"]: fog["sources"] for fog in exercise["fog"]}
            for seat in exercise["seat"]:
                self.assertIn(seat["fog"], fogs)
                self.assertLessEqual(set(seat["objectives"]), set(objectives))
            self.assertLessEqual({s for sources in fogs.values() for s in sources}, set(names(exercise["source"])))
            for layout in exercise["layout"]:
                players = [name for group in layout["seats"] for name in group]
                self.assertEqual(len(players), len(set(players)))
                self.assertLessEqual(set(players), set(seats))

    def test_injects_name_turns_seats_and_objectives_that_are_there(self):
        for folder, exercise, _ in self.each():
            injects = rows(folder, "msel.csv")
            self.assertLessEqual(set(LIST), set(injects[0]))
            self.assertEqual([i["number"] for i in injects], [str(n) for n in range(1, len(injects) + 1)])
            for inject in injects:
                with self.subTest(inject["number"]):
                    turn = re.fullmatch(r"turn (\d+)", inject["when"])
                    self.assertTrue(1 <= int(turn[1]) <= exercise["turns"] if turn else inject["when"] == "condition" and inject["condition"])
                    self.assertTrue(inject["to"] == "all" or set(parts(inject["to"])) <= set(names(exercise["seat"])))
                    self.assertLessEqual(set(parts(inject["objective"])), {o["id"] for o in exercise["objective"]})
                    self.assertIn(inject["status"], ("ready", "fired", "skipped"))
                    self.assertEqual(inject["kind"], "trigger" if inject["trigger_kind"] else "message")

    def test_world_injects_are_triggers_that_the_reader_takes(self):
        for folder, exercise, scenario in self.each():
            copy = shutil.copytree(folder, self.path(os.path.basename(folder)))
            day = scenario["period"]["start"] + datetime.timedelta(days=int(exercise["turn"].removesuffix(" d")))
            with open(os.path.join(copy, "scenario.toml"), "a", encoding="utf-8") as file:
                file.writelines(trigger(i, day) for i in rows(folder, "msel.csv") if i["kind"] == "trigger")
            self.ok("check", copy)

    def test_lessons_have_evidence_and_a_command(self):
        for folder, _, _ in self.each():
            lessons = rows(folder, "lessons.csv")
            self.assertGreaterEqual(len(lessons), 5)
            for lesson in lessons:
                self.assertEqual(list(lesson), LESSONS)
                self.assertTrue(all(lesson.values()), lesson)
                self.assertRegex(lesson["command"], "^forestall ")

    def test_every_place_lies_in_its_region_on_the_map(self):
        for folder, _, _ in self.each():
            with open(os.path.join(folder, "outline.geojson"), encoding="utf-8") as file:
                regions = {f["properties"]["name"]: f["geometry"]["coordinates"] for f in json.load(file)["features"]
                           if f["properties"]["kind"] == "region"}
            home = toml(folder, "scenario.toml")["home"]
            for place in rows(folder, "locations.csv"):
                at = [name for name, polygon in regions.items() if inside(float(place["longitude"]), float(place["latitude"]), polygon)]
                self.assertEqual(at, [place["region"]] if place["country"] in home else [], place["name"])

    def test_check_tells_faults_of_an_exercises_files(self):
        scenario = shutil.copytree(os.path.join(program.SOURCE, "scenarios", "orimand"), self.path("orimand"))
        for name, old, new in (("msel.csv", ",yes,", ",Yes,"), ("exercise.toml", "turns = ", "turnz = ")):
            path = os.path.join(scenario, name)
            text = program.read(path).decode()
            program.write(path, text.replace(old, new, 1))
            told = self.json("check", scenario, code=65)["diagnostics"]
            self.assertEqual({d["file"] for d in told}, {name})
            program.write(path, text)

    def test_faults_of_seats_in_another_file_have_its_name(self):
        scenario, seats = os.path.join(program.SOURCE, "scenarios", "orimand"), self.path("short.toml")
        text = program.read(os.path.join(scenario, "exercise.toml")).decode()
        program.write(seats, text.replace("turns = ", "turnz = ", 1))
        said = self.ok("exercise", scenario, "--solo", "--seats", seats, "--journal", self.path("j.jsonl"), code=65).stderr
        self.assertRegex(said, re.escape(seats) + r":\d+:\d+: error E012: .*turnz")
        self.assertFalse(os.path.exists(self.path("j.jsonl")))


if __name__ == "__main__":
    program.main()
