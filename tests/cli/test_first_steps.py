# SPDX-License-Identifier: Apache-2.0
"""What a newcomer does first leads on: options with their baseline, the next command, an option of one's own."""
import os
import re
import subprocess

import documented
import program

PAGE = os.path.join(program.SOURCE, "docs", "write-an-option.md")


class Baseline(program.Case):
    def options(self, *more):
        return self.json("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("o.h5"), "--overwrite",
                         *more)["options"]

    def test_doing_nothing_is_run_beside_the_options_that_are_named(self):
        self.assertEqual(self.options("--options", "mediation-early"), ["none", "mediation-early"])
        self.assertEqual(self.json("compare", self.path("o.h5"))["baseline"], "none")

    def test_no_baseline_leaves_it_out(self):
        self.assertEqual(self.options("--options", "mediation-early", "--no-baseline"), ["mediation-early"])
        self.assertNotIn("none", self.options("--options", "all", "--no-baseline"))
        self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("n.h5"), "--no-baseline", code=2)

    def test_a_page_about_a_file_without_it_says_how_to_make_that_file_again(self):
        self.options("--options", "mediation-early,troops-midway", "--no-baseline")
        self.ok("report", self.path("o.h5"), "-o", self.path("o.html"))
        page = program.read(self.path("o.html")).decode("utf-8")
        self.assertIn("--options mediation-early,troops-midway --no-baseline", page)


class Next(program.Case):
    def follow(self, text):
        """Runs what the last lines of an answer say comes next."""
        lines = re.findall(r"^(?:Next|or|and then).*?: (forestall .*)$", text, flags=re.M)
        for line in lines:
            done = subprocess.run(["bash", "-c", line.replace("forestall", program.PROGRAM, 1)], cwd=self.folder,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, f"{line}\n{done.stdout}\n{done.stderr}")
        return lines

    def test_an_ensemble_of_options_leads_on_to_compare(self):
        said = self.ok("ensemble", program.SCENARIO, "--members", 3, "--options", "mediation-early",
                       "-o", self.path("out.h5")).stdout
        self.assertIn("forestall compare", self.follow(said)[0])

    def test_an_ensemble_of_none_leads_on_to_all_options(self):
        said = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", self.path("out.h5")).stdout
        lines = self.follow(said)
        self.assertIn("--options all", lines[0])
        self.assertIn("forestall compare", lines[1])

    def test_the_help_of_ensemble_leads_on_to_compare(self):
        examples = self.ok("ensemble", "--help").stdout.split("Example:")[1].split("\n")
        examples = [line.strip() for line in examples if line.strip()]
        self.assertIn("--options all", examples[0])
        self.assertIn("forestall compare", examples[1])


class WriteAnOption(program.Case):
    def plan(self):
        (text,) = [body for language, body in documented.blocks(program.read(PAGE).decode("utf-8"))
                   if language == "toml"]
        scenario = self.copied_scenario()
        program.write(os.path.join(scenario, "options", "my-plan.toml"), text)
        return scenario

    def test_the_file_of_the_page_is_right_and_runs(self):
        scenario = self.plan()
        self.assertEqual(self.json("check", scenario)["diagnostics"], [])
        self.ok("ensemble", scenario, "--options", "my-plan", "--members", 2, "-o", self.path("o.h5"))

    def test_it_has_every_kind_of_start(self):
        plans = {o["name"]: o for o in self.json("describe", self.plan(), "--options")["options"]}
        starts = [a["start"] for a in plans["my-plan"]["actions"]]
        self.assertEqual({s["kind"] for s in starts}, {"day", "stage", "indicator", "after"})
        with_condition = [s for s in starts if s["kind"] == "after" and "indicator" in s]
        self.assertEqual(sorted(s.get("unless", False) for s in with_condition), [False, True])
        for key in ("delay_days", "for_days", "within_days"):
            self.assertTrue(any(s.get(key) for s in starts), key)


class DescribeOptions(program.Case):
    def test_it_lists_what_can_be_done_with_starts_and_costs(self):
        answer = self.json("describe", program.SCENARIO, "--options")
        names = sorted(n[:-5] for n in os.listdir(os.path.join(program.SCENARIO, "options")))
        self.assertEqual([o["name"] for o in answer["options"]], ["none", *names])
        text = self.ok("describe", program.SCENARIO, "--options").stdout
        for option in answer["options"][1:]:
            self.assertIn(f"\n{option['name']}: {option['title']}\n", text)
            for action in option["actions"]:
                self.assertIn(action["start"]["text"], text)
                self.assertGreater(action["cost"]["setup"]["value"], 0)
                self.assertLess(action["cost"]["weekly"]["lo"], action["cost"]["weekly"]["hi"])

    def test_a_cost_is_that_of_all_packages(self):
        scenario = self.copied_scenario()
        path = os.path.join(scenario, "options", "troops-midway.toml")
        text = re.sub(r"(?m)^scale = .*$", "", program.read(path).decode("utf-8"))
        costs = []
        for scale in (1, 3):
            program.write(path, text + f"\nscale = {scale}\n")
            options = {o["name"]: o for o in self.json("describe", scenario, "--options")["options"]}
            costs.append(options["troops-midway"]["actions"][-1]["cost"]["weekly"]["value"])
        self.assertAlmostEqual(costs[1], 3 * costs[0])

    def test_it_needs_a_scenario(self):
        self.ok("describe", "--options", code=2)
        self.ok("describe", "mechanisms", "--options", code=2)


class Licences(program.Case):
    def test_the_program_prints_the_licence_of_everything_it_carries(self):
        told = {l["name"]: l for l in self.json("licences")["licences"]}
        for name, words in {"forestall": "TERMS AND CONDITIONS", "Apache ECharts 6.1.0": "The Apache Software Foundation",
                            "zrender": "Baidu", "tslib": "Microsoft", "Boost": "Boost Software License",
                            "Eigen": "Mozilla Public License", "pagmo": "GNU LESSER GENERAL PUBLIC LICENSE"}.items():
            self.assertIn(words, told[name]["text"])
        text = self.ok("licences").stdout
        for one in told.values():
            self.assertIn(one["text"].splitlines()[0], text)

    def test_a_page_has_the_licences_of_its_parts(self):
        out = self.ensemble("o.h5", members=2)
        for more, charts in (((), True), (("--still",), False)):
            self.ok("report", out, "-o", self.path("p.html"), "--overwrite", *more)
            page = program.read(self.path("p.html")).decode("utf-8")
            self.assertIn("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", page)
            for words in ("<h3>Apache ECharts 6.1.0 ", "<h3>zrender ", "Mike Bostock"):
                (self.assertIn if charts else self.assertNotIn)(words, page)
            self.assertNotIn("<h3>Boost", page)


if __name__ == "__main__":
    program.main()
