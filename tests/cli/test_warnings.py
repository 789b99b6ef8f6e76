# SPDX-License-Identifier: Apache-2.0
"""`forestall validate --warnings`: the verdict, the tables, the document, what it refuses."""
import os

import program

ESTIMATE = {"value", "lo", "hi"}


class Warnings(program.Case):
    MEMBERS = 50

    def cruel(self):
        """Two rivers where hatred weighs much, so that mass killing begins in every third member or so."""
        folder = self.copied_scenario()
        path = os.path.join(folder, "scenario.toml")
        text = program.read(path).decode("utf-8")
        program.write(path, text.replace("[parameters]\n", '[parameters]\n"animus.mass" = 8\n', 1))
        return folder

    def warnings(self, *more, **how):
        return self.json("validate", program.SCENARIO, "--warnings", *more, **how)["warnings"]

    def test_document_has_figures_with_intervals_and_what_is_behind_them(self):
        answer = self.json("validate", self.cruel(), "--warnings", "--members", self.MEMBERS)
        self.assertEqual(answer["members"], self.MEMBERS)
        w = answer["warnings"]
        for key in ("auc", "gain", "gain_at_once"):
            self.assertEqual(set(w[key]), ESTIMATE)
        self.assertLessEqual(ESTIMATE | {"roc", "caught"}, set(w["baseline"]))
        self.assertEqual([h["weeks"] for h in w["horizons"]], [13, 26, 52])
        self.assertEqual([row["stage"] for row in w["lead_times"]], ["prevention", "mitigation", "response"])
        self.assertIn("not history", w["verdict"])
        self.assertIn("simulated", w["is_not"])
        for row in w["horizons"] + w["lead_times"] + [w["alarms"]]:
            self.assertLessEqual(row["onsets"], w["onsets"])
        self.assertTrue(w["horizons"][1]["enough"])
        self.assertEqual(w["auc"], w["horizons"][1]["auc"])
        for row in w["horizons"]:
            self.assertLessEqual(row["auc"]["lo"], row["auc"]["value"])
            self.assertLessEqual(row["auc"]["value"], row["auc"]["hi"])
            self.assertAlmostEqual(row["gain"]["value"], row["auc"]["value"] - row["baseline"]["value"])
        for curve in (w["roc"], w["baseline"]["roc"]):
            self.assertEqual((curve[0]["false_positive"], curve[0]["true_positive"]), (0, 0))
            self.assertEqual((curve[-1]["false_positive"], curve[-1]["true_positive"]), (1, 1))
        self.assertGreater(w["auc"]["value"], 0.5)
        for key in ("preceded", "false_per_ten_years"):
            self.assertEqual(set(w["alarms"][key]), ESTIMATE)

    def test_few_onsets_are_said_instead_of_a_figure(self):
        w = self.warnings("--members", 3)
        self.assertIsNone(w["auc"]["value"])
        self.assertIsNone(w["lead_times"][2]["median_weeks"]["value"])
        self.assertEqual(w["roc"], [])
        self.assertFalse(w["horizons"][1]["enough"])
        self.assertIsNotNone(w["alarms"]["false_per_ten_years"]["hi"])
        self.assertIn("too few onsets", w["verdict"])
        self.assertIn("too few onsets", self.ok("validate", program.SCENARIO, "--warnings", "--members", 3).stdout)

    def test_text_begins_with_the_verdict_and_says_what_it_is_not(self):
        said = self.ok("validate", self.cruel(), "--warnings", "--members", self.MEMBERS).stdout
        verdict = said.split("\n\n")[1]
        self.assertTrue(verdict.startswith("In the model's own runs, which are not history, "), said)
        self.assertIn("nothing here says how well anybody would warn", verdict)
        self.assertIn("AUC", verdict)
        for word in ("weeks ahead", "quiet weeks above the level", "prevention", "mitigation", "response", "per ten country-years", "docs/methods/warnings.md"):
            self.assertIn(word, said)

    def test_same_figures_whatever_the_threads(self):
        few = ("--members", 12)
        self.assertEqual(self.warnings(*few, "--threads", 1), self.warnings(*few, "--threads", 3, "--backend", "jthread"))

    def test_refusals(self):
        for more in (("--facts",), ("--strict",), ("--no-capacities",), ("--mode", "prescribed"), ("--observed", "x.csv")):
            self.assertIn("--warnings", self.ok("validate", program.SCENARIO, "--warnings", *more, code=2).stderr)

    def test_scheduled_violence_is_refused(self):
        folder = self.copied_scenario()
        path = os.path.join(folder, "scenario.toml")
        text = program.read(path).decode("utf-8")
        program.write(path, text.replace('[violence]\nmode = "endogenous"', '[violence]\nmode = "scheduled"', 1))
        self.assertIn("scheduled", self.ok("validate", folder, "--warnings", "--members", 2, code=65).stderr)


if __name__ == "__main__":
    program.main()
