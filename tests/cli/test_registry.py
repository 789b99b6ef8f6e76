# SPDX-License-Identifier: Apache-2.0
"""What stands in the files of mechanisms and motives is printed, in the order in which it happens."""
import os
import re

import program


def names_in(folder):
    return {name[:-len(".cpp")] for name in os.listdir(os.path.join(program.SOURCE, folder)) if name.endswith(".cpp")}


class Registry(program.Case):
    def parts(self, what, kind):
        return [part for part in self.json("describe", what) if part["kind"] == kind]

    def test_every_file_of_the_two_folders_is_listed(self):
        self.assertEqual({m["name"] for m in self.parts("mechanisms", "mechanism")}, names_in("sim/escalation/mechanisms"))
        self.assertEqual({m["name"] for m in self.parts("motives", "motive")}, names_in("sim/actors/motives"))

    def test_the_text_says_what_the_json_says(self):
        for what in ("mechanisms", "motives"):
            text = self.ok("describe", what).stdout
            for part in self.json("describe", what):
                with self.subTest(what=what, part=part["name"]):
                    for words in (part["name"], part["summary"], part["source"]):
                        self.assertTrue(words is None or words in text, words)
                    for one in part["parameters"]:
                        for words in (one["name"], one["help"], one["source"]):
                            self.assertIn(words, text)

    def test_mechanisms_come_in_the_order_of_a_step(self):
        listed = self.parts("mechanisms", "mechanism")
        orders = [m["order"] for m in listed]
        self.assertEqual(orders, sorted(set(orders)))
        self.assertEqual([m["before_people_move"] for m in listed], [order < 50 for order in orders])
        text = self.ok("describe", "mechanisms").stdout
        lines = re.findall(r"^(\d+) (\w+): ", text, flags=re.M)
        self.assertEqual(lines, [(str(m["order"]), m["name"]) for m in listed])
        moved = text.index("\nPeople move, day by day.\n")
        for m in listed:
            self.assertEqual(text.index(f"\n{m['order']} {m['name']}: ") < moved, m["before_people_move"], m["name"])

    def test_the_order_is_that_of_the_page_of_the_model(self):
        page = program.read(os.path.join(program.SOURCE, "docs/model.md")).decode("utf-8")
        step = page.split("**A step**")[1].split("**A day**")[0]
        said = re.findall(r"(\d+) \[[^\]]+\]\(mechanisms/([\w-]+)\.md\)", step)
        self.assertEqual(said, [(str(m["order"]), m["name"].replace("_", "-")) for m in self.parts("mechanisms", "mechanism")])

    def test_every_parameter_is_in_one_place(self):
        names = [one["name"] for what in ("mechanisms", "motives") for part in self.json("describe", what)
                 for one in part["parameters"]]
        self.assertEqual(len(names), len(set(names)))
        schema = self.json("describe", "--schema")
        self.assertEqual(set(names), {name for name in schema["properties"]["parameters"]["properties"] if "." in name})

    def test_motives_say_what_they_bear_on(self):
        for motive in self.parts("motives", "motive"):
            self.assertTrue(motive["bears_on"], motive["name"])
            self.assertNotIn("hold", motive["bears_on"], "holding still is what others are measured against")


if __name__ == "__main__":
    program.main()
