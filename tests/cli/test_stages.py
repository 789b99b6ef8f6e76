# SPDX-License-Identifier: Apache-2.0
"""`stages` in the terminal: the matrix, and of waits only what is told from costing nothing."""
import program


class Stages(program.Case):
    def both(self, *more):
        """The text and the document of one job."""
        args = ("stages", program.SCENARIO, *more, "-o")
        return self.ok(*args, self.path("a.h5"), "--quiet").stdout, self.json(*args, self.path("b.h5"), "--quiet")

    def told(self, document):
        return [w for w in document["delay"] if w["cost"]["lo"] > 0 or w["cost"]["hi"] < 0]

    def test_a_wait_that_is_told_from_costing_nothing_is_listed(self):
        text, document = self.both("--members", 40, "--interventions", "peace_messaging", "--delays", 52, "--outcome", "mobilised")
        told = self.told(document)
        self.assertTrue(told, document["delay"])
        self.assertIn(f"Told from costing nothing: {len(told)} of {len(document['delay'])}.", text)
        head = text.split("Told from costing nothing")[0]
        self.assertEqual(head.count("peace_messaging"), len(told))

    def test_waits_that_are_noise_are_counted_and_not_listed(self):
        text, document = self.both("--members", 12, "--interventions", "envoy,peace_messaging", "--delays", 13)
        self.assertEqual(self.told(document), [])
        self.assertGreater(len(document["delay"]), 2)
        self.assertIn(f"what waiting costs: of {len(document['delay'])} waits none is told from costing nothing", text)
        self.assertEqual(text.count("peace_messaging"), 1, "one row of the matrix, no wait")

    def test_an_outcome_that_is_none_is_refused_before_anything_is_run(self):
        done = self.ok("stages", program.SCENARIO, "--members", 100000, "--outcome", "bogus", "-o", self.path("c.h5"), code=2)
        self.assertIn("there is no outcome 'bogus'; there is: civilian_deaths", done.stderr)

    def test_the_matrix_has_a_row_for_each_intervention_and_a_cell_for_each_stage_it_fits(self):
        text, document = self.both("--members", 6, "--interventions", "envoy,safe_zone,electoral_support")
        fits = {"envoy": {"prevention", "mitigation", "response"}, "safe_zone": {"response"}, "electoral_support": {"prevention"}}
        for name, stages in fits.items():
            self.assertEqual({c["stage"] for c in document["cells"] if c["intervention"] == name}, stages)
            self.assertEqual(sum(line.startswith(name + " ") for line in text.splitlines()), 1)


if __name__ == "__main__":
    program.main()
