# SPDX-License-Identifier: Apache-2.0
"""`stages` in the terminal: the matrix, and what delays cost; the page about its file says the same."""
import json
import re

import program


class Stages(program.Case):
    def both(self, *more):
        """The text and the document of one job, over all members alone unless continuations are asked for."""
        plain = () if "--continuations" in more else ("--continuations", 0)
        args = ("stages", program.SCENARIO, *more, *plain, "-o")
        return self.ok(*args, self.path("a.h5"), "--quiet").stdout, self.json(*args, self.path("b.h5"), "--quiet")

    def told(self, document):
        return [w for w in document["delay"] if w["cost"]["lo"] > 0 or w["cost"]["hi"] < 0]

    def test_a_delay_with_a_clear_cost_comes_first_and_is_marked(self):
        text, document = self.both("--members", 60, "--interventions", "humanitarian_aid", "--delays", 52, "--outcome", "indirect_deaths")
        told = self.told(document)
        self.assertTrue(told, document["delay"])
        head = text.split("What waiting costs")[1].split("The later start less the earlier")[0]
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
        document = self.json("stages", program.SCENARIO, "--seed", 9, "--members", 12, "--interventions", "envoy", "--delays", 13, "--continuations", 1, "--scouts", 0, "-o", out, "--quiet")
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

    def test_rows_stand_by_strategy(self):
        text, document = self.both("--members", 4, "--interventions", "safe_zone,envoy,mediation", "--continuations", 1)
        lines = [line.split(" ")[0] for line in text.split("Given the stage")[1].splitlines()]
        order = [line for line in lines if line in ("[dissuade]", "[protect]", "envoy", "mediation", "safe_zone")]
        strategy = {c["intervention"]: c["strategy"] for c in document["cells"]}
        self.assertEqual(strategy["safe_zone"], "protect")
        self.assertLess(order.index("[protect]"), order.index("safe_zone"))
        self.assertEqual(len(document["cells"]), 7)

    def test_each_cell_says_what_holds_given_the_stage(self):
        text, document = self.both("--members", 24, "--interventions", "peacekeeping_troops,humanitarian_aid", "--continuations", 3, "--scouts", 5)
        self.assertEqual((document["continuations"], document["scouts"]), (3, 5))
        stages = {s["stage"]: s for s in document["stages"]}
        for cell in document["cells"]:
            given, stage = cell["given_stage"], stages[cell["stage"]]
            self.assertEqual(cell["reached"], stage["reached"])
            self.assertEqual(cell["states"], stage["states"])
            self.assertLessEqual(cell["states"], 24)
            if cell["states"] >= 8:
                self.assertLessEqual(given["lo"], given["value"])
                self.assertLessEqual(given["value"], given["hi"])
                self.assertGreater(cell["given_stage_cost"]["value"], 0)
        self.assertLessEqual(stages["response"]["reached"]["value"], stages["mitigation"]["reached"]["value"])
        rows = [line.split(" ")[0] for line in text.splitlines()]
        self.assertEqual(rows.count("humanitarian_aid"), 2, "a row of each matrix")
        self.assertIn("Given the stage: civilian_deaths", text)
        self.assertIn("Over all members: civilian_deaths", text)
        self.assertLessEqual(document["reliability"], 1)

    def test_without_continuations_nothing_is_said_given_the_stage(self):
        text, document = self.both("--members", 4, "--interventions", "envoy", "--continuations", 0)
        self.assertNotIn("given_stage", document["cells"][0])
        self.assertNotIn("Given the stage", text)
        self.assertIn("value", document["cells"][0]["reached"])
        self.assertEqual(document["reliability"], document["reliability_of_all"])

    def test_threads_batches_resume_and_shards_end_in_the_same_bytes(self):
        args = ("stages", program.SCENARIO, "--members", 6, "--interventions", "humanitarian_aid", "--continuations", 2, "--scouts", 2, "--quiet", "-o")
        one, other = self.path("one.h5"), self.path("other.h5")
        self.ok(*args, one, "--threads", 1)
        self.ok(*args, other, "--threads", 3, "--backend", "jthread")
        self.assertEqual(program.read(one), program.read(other))
        self.ok("verify", one, "--sample", 3)
        page = self.path("given.html")
        self.ok("report", one, "-o", page)
        self.assertIn(b'id="given"', program.read(page))

    def test_the_same_money_is_an_amount_of_money(self):
        done = self.ok("stages", program.SCENARIO, "--members", 4, "--at-cost", "much", "-o", self.path("c.h5"), code=2)
        self.assertIn('--at-cost "5 M USD"', done.stderr)
        document = self.json("stages", program.SCENARIO, "--members", 8, "--interventions", "humanitarian_aid,envoy", "--at-cost", "30 M USD", "--continuations", 1, "-o", self.path("d.h5"), "--quiet")
        plain = self.json("stages", program.SCENARIO, "--members", 8, "--interventions", "humanitarian_aid,envoy", "--continuations", 1, "-o", self.path("e.h5"), "--quiet")
        cost = lambda d: {(c["intervention"], c["stage"]): c["given_stage_cost"]["value"] for c in d["cells"]}
        sized, usual = cost(document), cost(plain)
        self.assertEqual(sized["envoy", "prevention"], usual["envoy", "prevention"])
        self.assertNotAlmostEqual(sized["humanitarian_aid", "mitigation"] or 0, usual["humanitarian_aid", "mitigation"] or 0)


if __name__ == "__main__":
    program.main()
