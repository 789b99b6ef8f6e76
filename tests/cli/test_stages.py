# SPDX-License-Identifier: Apache-2.0
"""`stages` in the terminal: the matrix, and what delays cost; the page about its file says the same."""
import json
import re

import program


class Stages(program.Case):
    def both(self, *more):
        """The text and the document of one job."""
        args = ("stages", program.SCENARIO, *more, "-o")
        return self.ok(*args, self.path("a.h5"), "--quiet").stdout, self.json(*args, self.path("b.h5"), "--quiet")

    def told(self, document):
        return [w for w in document["delay"] if w["cost"]["lo"] > 0 or w["cost"]["hi"] < 0]

    def test_a_delay_with_a_clear_cost_comes_first_and_is_marked(self):
        text, document = self.both("--members", 60, "--interventions", "humanitarian_aid", "--delays", 52, "--outcome", "indirect_deaths")
        told = self.told(document)
        self.assertTrue(told, document["delay"])
        head = text.split("The later start less the earlier")[0]
        rows = [line for line in head.splitlines() if line.startswith("humanitarian_aid ")]
        self.assertEqual(len(rows), len(document["delay"]))
        self.assertEqual([row.endswith("*") for row in rows], [i < len(told) for i in range(len(rows))])
        self.assertIn(f"of the {len(rows)} delays" if len(rows) > 1 else "delay", head)

    def test_delays_that_were_asked_for_are_listed_clear_or_not(self):
        text, document = self.both("--members", 12, "--interventions", "envoy,peace_messaging", "--delays", 13)
        self.assertEqual(self.told(document), [])
        waits = document["delay"]
        self.assertGreater(len(waits), 2)
        self.assertIn(f"What waiting costs. None of the {len(waits)} delays has a clear cost.", text)
        head = text.split("The later start less the earlier")[0]
        for wait in waits:
            self.assertEqual(len(re.findall(rf"(?m)^{wait['intervention']}  +{re.escape(wait['from'])}, {re.escape(wait['to'])} ", head)), 1, wait)

    def test_delays_between_stages_alone_are_counted_and_not_listed_unless_clear(self):
        text, document = self.both("--members", 12, "--interventions", "envoy")
        self.assertEqual(self.told(document), [])
        self.assertIn(f"None of the {len(document['delay'])} delays has a clear cost.", text)
        self.assertEqual(text.count("envoy"), 1, "one row of the matrix, no delay")

    def test_the_page_says_what_the_terminal_says(self):
        out = self.path("c.h5")
        document = self.json("stages", program.SCENARIO, "--seed", 9, "--members", 12, "--interventions", "envoy", "--delays", 13, "-o", out, "--quiet")
        self.ok("report", out, "-o", self.path("c.html"))
        page = program.read(self.path("c.html")).decode("utf-8")
        section = page[page.index('<section id="waiting"'):]
        section = section[:section.index("</section>")]
        self.assertIn(f"None of the {len(document['delay'])} delays has a clear cost.", section)
        for wait in document["delay"]:
            self.assertIn(f"<td>{wait['from']}</td><td>{wait['to']}</td>", re.sub(r' (role|data-label|class)="[^"]*"', "", section))
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
        shown = {o["name"]: o["difference"] for o in data["options"]}
        compared = {o["name"]: o["difference"] for o in self.json("compare", out)["options"]}
        for cell in document["cells"]:
            name = f"{cell['intervention']}@{cell['stage']}" + (f"+{cell['delay_weeks']}w" if cell["delay_weeks"] else "")
            for key in ("value", "lo", "hi"):
                self.assertEqual(cell["difference"][key], shown[name][key], name)
                self.assertEqual(cell["difference"][key], compared[name][key], name)

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
