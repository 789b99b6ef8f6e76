# SPDX-License-Identifier: Apache-2.0
"""`forestall explain`: the list, the chain, the check, the history, what it refuses. On Two rivers, where actors decide."""
import csv
import io
import os
import re

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


class History(program.Case):
    """`explain --history`: a run told in chapters, as text, as a page and as data."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stock = program.tempfile.mkdtemp(prefix="forestall-stock-")
        cls.addClassCleanup(program.shutil.rmtree, cls.stock, True)
        cls.file = os.path.join(cls.stock, "run.h5")
        done = program.run("run", program.SCENARIO, "--member", 17, "-o", cls.file, "--quiet")
        assert done.returncode == 0, done.stderr

    def history(self, file=None, *more):
        return self.json("explain", file or self.file, "--history", *more)["history"]

    def sentences(self, history):
        paragraphs = [history["summary"], *(p for c in history["chapters"] for p in c["paragraphs"]), history["caution"]]
        return [sentence for paragraph in paragraphs for sentence in paragraph]

    def test_text_tells_the_chapters_in_order_and_ends_with_a_caution(self):
        text = self.ok("explain", self.file, "--history").stdout
        whole = " ".join(text.split())
        at = 0
        for number, chapter in enumerate(self.history()["chapters"], 1):
            at = whole.index(f"{number}. {chapter['title']} ({chapter['dates']})", at)
        self.assertIn("no prediction", whole[at:])
        self.assertLessEqual(max(map(len, text.splitlines()[:-2])), 80)
        for sentence in self.sentences(self.history()):
            self.assertIn(" ".join([sentence["text"], *(f"[{k}]" for k in sentence["events"])]), whole)

    def test_tolls_of_chapters_are_those_of_the_file(self):
        history = self.history()
        steps = list(csv.DictReader(io.StringIO(self.ok("export", self.file, "--format", "csv").stdout)))
        for name in ("civilian_deaths", "reported_civilian_deaths", "battle_deaths"):
            with self.subTest(name):
                self.assertEqual(sum(c["toll"][name] for c in history["chapters"]), sum(int(step[name]) for step in steps))
                self.assertEqual(history["toll"][name], sum(int(step[name]) for step in steps))
        self.assertEqual(history["chapters"][0]["first_step"], 0)
        self.assertEqual(sum(c["steps"] for c in history["chapters"]), 104)
        for chapter in history["chapters"]:
            self.assertLessEqual(sum(k["deaths"] for k in chapter["killings"]), chapter["toll"]["civilian_deaths"])
            self.assertLessEqual(sum(h["share_of_people"] for h in chapter["held"]), 1 + 1e-9)

    def test_sentences_rest_on_events_that_are_there_and_none_is_said_twice(self):
        for member in (4, 11, 17):
            file = self.path(f"run{member}.h5")
            self.ok("run", program.SCENARIO, "--member", member, "-o", file, "--quiet")
            history, events = self.history(file), self.json("explain", file)["events"]
            said = [sentence["text"] for sentence in self.sentences(history)]
            self.assertEqual(len(said), len(set(said)), [s for s in said if said.count(s) > 1])
            for sentence in self.sentences(history):
                self.assertTrue(sentence["text"].endswith("."), sentence)
                self.assertNotRegex(sentence["text"], r"[_{}]|  ")
                self.assertTrue(all(0 <= k < events for k in sentence["events"]), sentence)
            self.assertGreater(len(history["chapters"]), 1)

    def test_it_is_about_two_pages_at_most(self):
        for member in range(0, 20, 4):
            file = self.path(f"run{member}.h5")
            self.ok("run", program.SCENARIO, "--member", member, "-o", file, "--quiet")
            self.assertLess(len(self.ok("explain", file, "--history").stdout.split()), 1300)

    def test_a_page_has_the_same_sentences_and_no_script(self):
        page = self.path("page.html")
        said = self.ok("explain", self.file, "--history", "-o", page)
        self.assertIn("chapters", said.stdout)
        text = program.read(page).decode("utf-8")
        self.assertIn("Content-Security-Policy", text)
        self.assertIn("script-src 'none'", text)
        self.assertNotRegex(text, r"<script|src=|href=|https?:")
        plain = " ".join(re.sub(r"<sup.*?</sup>|<[^>]+>", "", text).split())
        for sentence in self.sentences(self.history()):
            self.assertIn(as_html(sentence["text"]), plain)
        self.assertIn("forestall run DIR --member 17", plain)

    def test_a_page_that_is_there_stays_and_what_is_read_is_never_written_over(self):
        page, before = self.path("page.html"), program.read(self.file)
        program.write(page, "mine")
        self.assertIn("--overwrite", self.ok("explain", self.file, "--history", "-o", page, code=2).stderr)
        self.assertEqual(program.read(page), b"mine")
        self.ok("explain", self.file, "--history", "-o", page, "--overwrite")
        self.assertIn(b"<!DOCTYPE html>", program.read(page))
        self.ok("explain", self.file, "--history", "-o", self.file, "--overwrite", code=2)
        self.assertEqual(program.read(self.file), before)
        self.ok("explain", self.file, "--history", "-o", "", code=2)
        self.ok("explain", self.file, "--history", "-o", self.path("none/page.html"), code=74)

    def test_json_is_the_same_with_and_without_a_page(self):
        page = self.path("page.html")
        with_page = self.json("explain", self.file, "--history", "-o", page)
        without = self.json("explain", self.file, "--history")
        self.assertEqual(with_page["history"], without["history"])
        self.assertEqual((with_page["page"], without["page"]), (page, None))
        self.assertTrue(os.path.exists(page))

    def test_what_makes_no_sense_is_refused(self):
        self.assertIn("--history", self.ok("explain", self.file, "-o", self.path("page.html"), code=2).stderr)
        self.ok("explain", self.file, "--history", "--event", 1, code=2)
        self.ok("explain", self.file, "--history", "--check", code=2)
        self.assertIn("forestall run", self.ok("explain", self.ensemble("out.h5", members=2), "--history", code=65).stderr)
        self.assertFalse(os.path.exists(self.path("page.html")))

    def test_scheduled_violence_and_reference_models_have_a_history(self):
        folder = self.copied_scenario()
        path = folder + "/scenario.toml"
        text = program.read(path).decode().replace('[violence]\nmode = "endogenous"', '[violence]\nmode = "scheduled"')
        program.write(path, text)
        self.ok("run", folder, "-o", self.path("dated.h5"), "--quiet")
        history = self.history(self.path("dated.h5"))
        self.assertIsNone(history["governed_at_start"])
        self.assertGreater(history["toll"]["civilian_deaths"], 500)
        self.assertIn("killed", self.ok("explain", self.path("dated.h5"), "--history").stdout)
        self.ok("run", os.path.join(program.SOURCE, "scenarios/reference/epstein-run2"), "-o", self.path("model.h5"), "--quiet")
        self.assertIn("nobody was killed", self.ok("explain", self.path("model.h5"), "--history").stdout)

    def test_same_history_whatever_the_threads(self):
        one, many = (self.ok("explain", self.file, "--history", "--threads", n).stdout for n in (1, 3))
        self.assertEqual(one, many)


def as_html(text):
    """As it stands in HTML."""
    for mark, entity in (("&", "&amp;"), ("'", "&#39;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(mark, entity)
    return text


if __name__ == "__main__":
    program.main()
