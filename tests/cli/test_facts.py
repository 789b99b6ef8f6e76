# SPDX-License-Identifier: Apache-2.0
"""`forestall validate --facts`: the table, the document, what it refuses."""
import os

import program

GED = os.path.join(program.SOURCE, "tests", "cli", "ged.csv")  # invented
FACTS = {"event_size_exponent", "burstiness", "branching_ratio", "monthly_persistence", "zero_country_months", "clustering_ratio",
         "top_decile_cell_months", "zone_contrast"}


class Facts(program.Case):
    def facts(self, *more, **how):
        return self.json("validate", program.SCENARIO, "--facts", "--members", 3, *more, **how)

    def test_document_has_the_keys_of_the_contract(self):
        facts = self.facts("--ucdp", GED)["facts"]
        self.assertLessEqual(FACTS, {fact["name"] for fact in facts})
        for fact in facts:
            for key in ("target_lo", "target_hi", "simulated", "observed", "verdict", "source"):
                self.assertIn(key, fact)
            for key in ("simulated", "observed"):
                self.assertEqual(set(fact[key]), {"value", "lo", "hi"})
        by_name = {fact["name"]: fact for fact in facts}
        self.assertIsNotNone(by_name["event_size_exponent"]["observed"]["lo"])
        self.assertIn("not measurable", by_name["zone_contrast"]["observed_note"])
        self.assertIn("not measurable", by_name["zero_country_months"]["observed_note"])

    def test_same_figures_whatever_the_threads(self):
        self.assertEqual(self.facts("--ucdp", GED, "--threads", 1), self.facts("--ucdp", GED, "--threads", 3, "--backend", "jthread"))

    def test_table_keeps_rows_that_miss_and_says_how_to_give_data(self):
        text = self.ok("validate", program.SCENARIO, "--facts", "--members", 2).stdout
        for name in FACTS:
            self.assertIn(name, text)
        self.assertIn("--ucdp FILE", text)
        self.assertIn("no file given", text)

    def test_several_files_and_their_range(self):
        answer = self.facts("--ucdp", GED, "--ucdp", GED)
        self.assertEqual([each["events"] for each in answer["ucdp"]], [80, 80])
        self.assertIn("80 of 80 rows", self.ok("validate", program.SCENARIO, "--facts", "--members", 2, "--ucdp", GED).stdout)

    def test_a_miss_is_a_finding_only_if_asked(self):
        self.facts()
        self.facts("--strict", code=1)

    def test_reported_deaths_are_no_more_than_those_that_happened(self):
        self.assertEqual(self.facts("--reported")["counting"], "reported")

    def test_refusals(self):
        self.ok("validate", program.SCENARIO, "--strict", code=2)
        self.ok("validate", program.SCENARIO, "--facts", "--no-capacities", code=2)
        self.ok("validate", program.SCENARIO, "--facts", "--ucdp", self.path("none.csv"), code=74)
        program.write(self.path("bad.csv"), "name,region\nFord,North\n")
        self.assertIn("E201", self.ok("validate", program.SCENARIO, "--facts", "--ucdp", self.path("bad.csv"), code=65).stderr)


if __name__ == "__main__":
    program.main()
