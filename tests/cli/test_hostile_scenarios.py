# SPDX-License-Identifier: Apache-2.0
"""Scenarios that a stranger sends or a spreadsheet makes: every command that reads one ends in order, with one message."""
import os

import program

TOML = """title = "Small"
home = ["Here"]
period = { start = 2030-01-01, end = 2030-04-01 }
[[group]]
name = "Reds"
[[group]]
name = "Blues"
[[actor]]
name = "Militia"
kind = "militia"
"""
TABLES = {
    "locations.csv": "name,country,latitude,longitude,kind\nAru,Here,0,10,settlement\nBesh,Here,0,10.5,settlement\nCamp,There,0,11,camp\n",
    "populations.csv": "location,group,persons\nAru,Reds,50\nBesh,Blues,90000\n",
    "routes.csv": "from,to,km\nAru,Besh,60\nBesh,Camp,70\n",
}


class Hostile(program.Case):
    def scenario(self, toml=TOML, **tables):
        folder = self.path("s")
        os.makedirs(folder + "/options", exist_ok=True)
        program.write(folder + "/scenario.toml", toml)
        for name, text in {**TABLES, **{k + ".csv": v for k, v in tables.items()}}.items():
            program.write(f"{folder}/{name}", text)
        return folder

    def violence(self, *rows):
        header = "first,last,location,kind,actor,target,deaths,source\n"
        return header + "".join(f"2030-01-10,2030-02-20,{place},one_sided,Militia,{target},{deaths},invented\n"
                                for place, target, deaths in rows)

    def test_deep_keys_end_every_command_in_order(self):
        for deep in ("a" + ".a" * 60000 + " = 1\n", "x = { a" + ".a" * 60000 + " = 1 }\n", "x = " + "[" * 60000 + "]" * 60000 + "\n"):
            folder = self.scenario(deep + TOML)
            for command in (["check"], ["describe"], ["run", "-o", self.path("r.h5")],
                            ["ensemble", "--members", 2, "-o", self.path("o.h5")]):
                done = self.ok(command[0], folder, *command[1:], code=65)
                self.assertRegex(done.stderr, r"scenario\.toml:1:\d+: error E064: ")
                self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_a_pipe_and_a_link_out_do_not_hang_or_leak(self):
        folder = self.scenario()
        os.remove(folder + "/routes.csv")
        os.mkfifo(folder + "/routes.csv")
        os.remove(folder + "/populations.csv")
        os.symlink("/etc/passwd", folder + "/populations.csv")
        done = self.ok("check", folder, code=65, timeout=20)
        self.assertIn("routes.csv: error E002: 'routes.csv' is a pipe", done.stderr)
        self.assertIn("populations.csv: error E065: ", done.stderr)
        self.assertNotIn("root:", done.stderr + done.stdout)

    def test_dead_of_nobody_are_counted_by_run_and_ensemble(self):
        folder = self.scenario(violence=self.violence(("Besh", "Reds", 120), ("Aru", "Reds", 5000)))
        checked = self.ok("check", folder)
        self.assertIn("violence.csv:2:1: warning W012: 120 are to be killed at 'Besh'", checked.stderr)
        self.assertIn("violence.csv:3:1: warning W013: with this row 5000 people of 'Reds'", checked.stderr)
        ran = self.ok("run", folder, "-o", self.path("r.h5"))
        self.assertRegex(ran.stdout, r"5,\d\d\d of 5,120 scheduled dead could not be placed: too few people were there")
        found = self.json("run", folder, "-o", self.path("r2.h5"))["scheduled_dead"]
        self.assertEqual((found[0]["scheduled"], found[0]["members_short"]), (5120, 1))
        self.assertGreaterEqual(found[0]["not_placed"], 5070)
        many = self.ok("ensemble", folder, "--members", 3, "-o", self.path("e.h5"))
        self.assertRegex(many.stdout, r"1\d,\d\d\d of 15,360 scheduled dead could not be placed, in 3 of 3 members together")
        found = self.json("ensemble", folder, "--members", 3, "-o", self.path("e2.h5"))["scheduled_dead"][0]
        self.assertEqual((found["scheduled"], found["members"], found["members_short"]), (15360, 3, 3))

    def test_dead_who_are_there_are_not_mentioned(self):
        folder = self.scenario(violence=self.violence(("Besh", "Blues", 120)))
        self.assertIn("no warnings", self.ok("check", folder).stdout)
        self.assertNotIn("scheduled dead", self.ok("run", folder, "-o", self.path("r.h5")).stdout)
        found = self.json("run", folder, "-o", self.path("r2.h5"))["scheduled_dead"][0]
        self.assertEqual((found["scheduled"], found["not_placed"]), (120, 0))

    def test_options_that_cannot_be_asked_for_are_refused(self):
        folder = self.scenario()
        for name in ("all", "talks, then wait", "a@b"):
            program.write(f"{folder}/options/{name}.toml", 'title = "An option"\n')
        done = self.ok("check", folder, code=65)
        self.assertEqual(done.stderr.count("error E068: an option cannot be called"), 3, done.stderr)


if __name__ == "__main__":
    program.main()
