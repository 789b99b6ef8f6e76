# SPDX-License-Identifier: Apache-2.0
"""`forestall explain`: the list, the chain, the check, what it refuses. On Two rivers, where actors decide."""

import program


class Explain(program.Case):
    def setUp(self):
        super().setUp()
        self.file = self.path("run.h5")
        self.ok("run", program.SCENARIO, "--member", 17, "-o", self.file, "--quiet")

    def worth(self, why=None):
        rows = self.json("explain", self.file)["worth_explaining"]
        return [row for row in rows if why in (None, row["why"])]

    def chains(self, chain):
        yield chain
        for earlier in chain["earlier"]:
            yield from self.chains(earlier)

    def with_an_earlier_event(self):
        for k in range(self.json("explain", self.file)["events"]):
            chain = self.json("explain", self.file, "--event", k)["chain"]
            if chain["earlier"]:
                return chain
        self.fail("no event rests on another")

    def test_lists_the_largest_events_and_changes_of_stage(self):
        deaths = [row["deaths"] for row in self.worth("among the largest")]
        self.assertTrue(deaths)
        self.assertLessEqual(len(deaths), 10)
        self.assertEqual(deaths, sorted(deaths, reverse=True))
        self.assertTrue(self.worth("change of stage"))
        text = self.ok("explain", self.file).stdout
        self.assertIn("why it is listed", text)
        self.assertIn("--event " + str(self.worth()[0]["event"]), text)

    def test_tells_who_did_what_where_and_why(self):
        row = self.worth("among the largest")[0]
        text = self.ok("explain", self.file, "--event", row["event"]).stdout
        for part in (row["sentence"], row["actor"], row["place"], "Reasons for it:", "Reasons against it:",
                     "As things stood, the chance", "Weightiest among the reasons for it: "):
            self.assertIn(part, text)

    def test_a_chain_is_a_tree_of_ever_earlier_events(self):
        chain = self.with_an_earlier_event()
        seen = [c["event"] for c in self.chains(chain)]
        self.assertEqual(len(seen), len(set(seen)), "each event is told once")
        for node in self.chains(chain):
            sources = {cause["from"] for cause in node["causes"]}
            for earlier in node["earlier"]:
                self.assertLess(earlier["event"], node["event"])
                self.assertIn(earlier["event"], sources)
        self.assertEqual(self.json("explain", self.file, "--event", chain["event"], "--depth", 0)["chain"]["earlier"], [])
        text = self.ok("explain", self.file, "--event", chain["event"]).stdout
        self.assertIn("Behind it:", text)
        self.assertIn("rests on event", text)

    def test_causes_have_weights_odds_and_sentences(self):
        chain = self.json("explain", self.file, "--event", self.worth("among the largest")[0]["event"])["chain"]
        self.assertTrue(chain["causes"])
        for cause in chain["causes"]:
            self.assertTrue(cause["sentence"] and cause["what"] not in cause["sentence"].split("_"))
            self.assertEqual(cause["odds"] > 1, cause["weight"] > 0)
        self.assertAlmostEqual(sum(cause["part"] for cause in chain["causes"]), 1)

    def test_check_takes_every_cause_away_and_each_matters(self):
        chain = self.with_an_earlier_event()
        checks = self.json("explain", self.file, "--event", chain["event"], "--check")["checks"]
        self.assertEqual({check["without"] for check in checks}, {"motive", "event"})
        for check in checks:
            self.assertTrue(check["past_equal"] and check["changed"], check)
            if check["without"] == "motive":
                self.assertEqual(check["weight"] > 0, check["probability_after"] < check["probability_before"], check)
        text = self.ok("explain", self.file, "--event", chain["event"], "--check").stdout
        self.assertIn(f"{len(checks)} of {len(checks)} causes changed the event or its chance", text)

    def test_same_answer_whatever_the_threads(self):
        event = self.worth()[0]["event"]
        one, many = (self.ok("explain", self.file, "--event", event, "--check", "--threads", n).stdout for n in (1, 3))
        self.assertEqual(one, many)

    def test_an_event_that_is_not_there_is_refused_with_those_that_are(self):
        done = self.ok("explain", self.file, "--event", 99999, code=2)
        self.assertIn("there is no event 99999", done.stderr)
        self.assertIn("notable events", done.stderr)
        self.ok("explain", self.file, "--event", -1, code=2)
        self.ok("explain", self.file, "--check", code=2)

    def test_an_ensemble_keeps_no_events(self):
        self.assertIn("forestall run", self.ok("explain", self.ensemble("out.h5", members=2), code=65).stderr)

    def test_scheduled_violence_has_no_reasons(self):
        folder = self.copied_scenario()
        path = folder + "/scenario.toml"
        text = program.read(path).decode().replace('[violence]\nmode = "endogenous"', '[violence]\nmode = "scheduled"')
        program.write(path, text)
        self.ok("run", folder, "-o", self.path("dated.h5"), "--quiet")
        row = self.json("explain", self.path("dated.h5"))["worth_explaining"][0]
        self.assertIn("nobody chose it", self.ok("explain", self.path("dated.h5"), "--event", row["event"]).stdout)
        self.assertIn("no cause to take away", self.ok("explain", self.path("dated.h5"), "--event", row["event"], "--check").stdout)


if __name__ == "__main__":
    program.main()
