# SPDX-License-Identifier: Apache-2.0
"""What a scenario says of money and time holds in every command, and what cannot be is told where it was asked for."""
import program


class Discount(program.Case):
    def scenario_with(self, budget, name="scenario"):
        folder = self.copied_scenario(name)
        program.write(folder + "/scenario.toml", f"\n[budget]\n{budget}\n", "a")
        return folder

    def costs(self, document):
        return [option["cost"]["value"] for option in document["options"]]

    def test_a_comparison_takes_the_scenarios_unless_it_is_told_another(self):
        folder = self.scenario_with("discount = 0.5")
        out = self.path("a.h5")
        self.ok("ensemble", folder, "--options", "none,adaptive", "--members", 4, "-o", out, "--quiet")
        own, usual = self.json("compare", out), self.json("compare", out, "--discount", 0.03)
        self.assertEqual((own["discount"], usual["discount"]), (0.5, 0.03))
        self.assertEqual(own["options"], self.json("compare", out, "--discount", 0.5)["options"])
        self.assertNotEqual(self.costs(own), self.costs(usual))

    def test_without_one_it_is_three_percent(self):
        self.assertEqual(self.json("compare", self.ensemble("b.h5", "--options", "none,adaptive"))["discount"], 0.03)

    def test_one_that_is_no_share_is_refused(self):
        for share in ("-0.5", "nan", "-5", "1e300"):
            with self.subTest(share=share):
                folder = self.scenario_with(f"discount = {share}", "with " + share)
                self.assertIn("E027", self.ok("check", folder, code=65).stderr)

    def test_a_price_year_that_no_file_can_have_is_refused(self):
        self.assertIn("E026", self.ok("check", self.scenario_with("price_year = 99999999"), code=65).stderr)


class Budget(program.Case):
    def test_one_without_a_unit_is_refused(self):
        folder = self.copied_scenario()
        path = folder + "/options/adaptive.toml"
        text = program.read(path).decode("utf-8")
        for budget in ("250000", '{ uniform = ["1 USD", "2 USD"], source = "x" }'):
            program.write(path, text.replace('budget = "250 M USD"', "budget = " + budget))
            told = self.ok("check", folder, code=65).stderr
            self.assertIn("options/adaptive.toml:4:", told)
            self.assertIn("E008: 'budget' has the wrong type", told)

    def test_one_above_all_money_is_refused_where_it_was_given(self):
        done = self.ok("portfolio", program.SCENARIO, "--budget", "1e20 USD", "-o", self.path("x.h5"), code=2)
        self.assertIn("'1e20 USD' is out of range", done.stderr)


class Asked(program.Case):
    def test_a_delay_past_the_end_names_the_option_and_no_file(self):
        done = self.ok("stages", program.SCENARIO, "--members", 4, "--interventions", "mediation", "--delays", 1000, "-o",
                       self.path("x.h5"), code=2)
        self.assertIn("--delays 1000", done.stderr)
        self.assertNotIn("E059", done.stderr)

    def test_an_intervention_is_named_once(self):
        for command in (("stages", program.SCENARIO, "--members", 4), ("portfolio", program.SCENARIO, "--budget", "5 M USD")):
            done = self.ok(*command, "--interventions", "mediation,envoy,mediation", "-o", self.path("x.h5"), code=2)
            self.assertIn("'mediation' is named twice", done.stderr)


class Marks(program.Case):
    def test_marks_of_direction_are_escapes_wherever_a_title_is_printed(self):
        folder = self.copied_scenario()
        path = folder + "/scenario.toml"
        lines = program.read(path).decode("utf-8").split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith("title"))
        marks = "\u061c\u200f\ufeff\U000e0041"
        lines[at] = f'title = "a{marks}b"'
        program.write(path, "\n".join(lines))
        said = self.ok("check", folder)
        self.assertIn("a\\u061c\\u200f\\ufeff\\U000e0041b", said.stdout)
        for mark in marks:
            self.assertNotIn(mark, said.stdout + said.stderr)
        self.assertNotIn("\\u061c", self.json("check", folder).get("title", ""))  # JSON keeps the value


if __name__ == "__main__":
    program.main()
