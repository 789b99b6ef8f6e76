# SPDX-License-Identifier: Apache-2.0
"""`forestall report`: a page that needs nothing but itself, says what `compare` says, and leaves other files alone."""
import json
import os
import re
import unittest
from html.parser import HTMLParser

import program

OPTION = """title = "Talks & <b>guarantees</b>"
[[action]]
name = "mediate"
intervention = "mediation"
partner = "Mediators"
actors = ["Ridge Front", "Army of Veldrana"]
start = { stage = "prevention" }
"""
PARTNER = """
[[partner]]
name = "Mediators"
kind = "un"
will = 0.9
"""


class Elements(HTMLParser):
    """All start tags with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def of(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


class Report(program.Case):
    def file(self):
        scenario = self.copied_scenario()
        os.makedirs(os.path.join(scenario, "options"), exist_ok=True)
        program.write(os.path.join(scenario, "options", "talks_for_test.toml"), OPTION)
        with open(os.path.join(scenario, "scenario.toml"), "a", encoding="utf-8") as out:
            out.write(PARTNER)
        out = self.path("o.h5")
        self.ok("ensemble", scenario, "--members", 8, "--options", "none,talks_for_test", "-o", out, "--quiet")
        return out

    def test_a_page_stands_alone_and_says_what_compare_says(self):
        out, html = self.file(), self.path("r.html")
        answer = self.json("report", out, "-o", html)
        self.assertEqual(answer["options"], ["none", "talks_for_test"])
        text = program.read(html).decode("utf-8")
        self.assertEqual(answer["bytes"], len(text.encode("utf-8")))
        page = Elements(text)
        for tag, attributes in page.found:
            self.assertNotIn("src", attributes, tag)
            self.assertTrue(attributes.get("href", "#").startswith("#"), attributes)
        self.assertEqual(page.of("html"), [{"lang": "en"}])
        self.assertEqual(len(page.of("table")), len(page.of("caption")))
        self.assertEqual(len(page.of("h1")), 1)
        self.assertNotIn("<b>guarantees", text)
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))
        compared = self.json("compare", out)
        for here, there in zip(data["options"], compared["options"], strict=True):
            self.assertEqual(here["name"], there["name"])
            for key in ("value", "lo", "hi"):
                self.assertEqual(here["difference"][key], there["difference"][key])
                self.assertEqual(here["p_best"][key], there["p_best"][key])
        self.assertIn("--members 8 --seed", text)

    def test_answers_are_the_same_on_the_page_in_compare_and_in_the_brief(self):
        out, html = self.ensemble("o.h5", "--options", "none,mediation-early,troops-midway", members=30), self.path("r.html")
        self.ok("report", out, "-o", html)
        text = program.read(html).decode("utf-8")
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))
        compared = self.json("compare", out)
        for here, there in zip(data["options"], compared["options"], strict=True):
            for answer in ("typical", "mass_killing", "displacement"):
                self.assertEqual(here[answer]["clear"], there[answer]["clear"])
                for key in ("value", "lo", "hi"):
                    self.assertEqual(here[answer][key], there[answer][key], (there["name"], answer))
            self.assertEqual(there["few"], there["members_changed"] < 20 and there["name"] != "none")
            self.assertNotIn("p_best_on_average", there)
        self.assertGreaterEqual(min(o["mean"]["lo"] for o in compared["options"]), 0)
        brief = self.ok("compare", out, "--brief").stdout
        self.assertLess(len(brief.splitlines()), 32)
        self.assertLessEqual(max(map(len, brief.splitlines())), 140)
        for label in ("If nothing is done", "What works best", "What is not known"):
            self.assertRegex(brief, rf"(?m)^{label}  ?")
        for said in (brief, self.ok("compare", out).stdout, re.sub(r"(?s)<script.*?</script>|<style.*?</style>", "", text)):
            self.assertNotRegex(said, r"(?<![\d.,])100[ \u00a0]%")

    def test_what_works_at_which_stage_goes_into_the_answer(self):
        out, stages, html = self.ensemble("o.h5", "--options", "none,mediation-early", members=6), self.path("s.h5"), self.path("r.html")
        self.ok("stages", program.SCENARIO, "--members", 6, "--interventions", "envoy,mediation", "-o", stages, "--quiet")
        self.ok("report", out, "--stages", stages, "-o", html)
        answer = program.read(html).decode("utf-8").split('<section id="answer"')[1].split("</section>")[0]
        self.assertIn("begun at which stage?", answer)
        self.assertIn("<b>prevention</b>:", answer)
        self.assertIn("--stages", program.read(html).decode("utf-8"))
        brief = self.ok("compare", out, "--brief", "--stages", stages).stdout
        self.assertRegex(brief, r"(?m)^At which stage +prevention: ")
        self.assertEqual(len(self.json("compare", stages)["by_stage"]), 3)
        self.assertIn("no option of it is an intervention that begins at a stage", self.ok("compare", out, "--brief", "--stages", out, code=65).stderr)
        other = self.path("first.h5")
        scenario = self.copied_scenario()
        toml = os.path.join(scenario, "scenario.toml")
        program.write(toml, re.sub(r'(?m)^title = ".*"$', 'title = "Another"', program.read(toml).decode("utf-8"), count=1))
        self.ok("stages", scenario, "--members", 2, "--interventions", "envoy", "-o", other, "--quiet")
        self.assertIn("it is about another scenario", self.ok("report", out, "--stages", other, "-o", html, "--overwrite", code=65).stderr)

    def test_a_file_that_is_there_is_left_alone(self):
        out, html = self.ensemble("o.h5", "--options", "none", members=3), self.path("r.html")
        program.write(html, "mine")
        self.ok("report", out, "-o", html, code=2)
        self.assertEqual(program.read(html), b"mine")
        self.ok("report", out, "-o", html, "--overwrite", "--still")
        self.assertIn(b"nothing is compared", program.read(html))
        self.assertLess(os.path.getsize(html), 600_000)

    def test_the_course_of_one_member_goes_on_the_map(self):
        out, run, html = self.ensemble("o.h5", "--options", "none", members=3), self.path("run.h5"), self.path("r.html")
        self.ok("run", program.SCENARIO, "--seed", 5, "--member", 2, "-o", run)
        done = self.ok("report", out, "--run", run, "-o", html)
        self.assertNotIn("warning", done.stderr)
        text = program.read(html).decode("utf-8")
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))
        self.assertEqual(len(data["course"]["frames"]), len(data["course"]["dates"]))
        self.assertEqual(len(data["course"]["frames"][0]), len(data["places"]))
        self.assertIn("member 2 under", text)
        self.assertIn("forestall run DIR --member 2 --option none --seed 5", text)
        self.assertIn("--run", text)
        self.assertIn("has seed 1", self.ok("run", program.SCENARIO, "-o", self.path("other.h5")).stderr
                      + self.ok("report", out, "--run", self.path("other.h5"), "-o", html, "--overwrite").stderr)
        self.ok("report", out, "--run", out, "-o", html, "--overwrite", code=65)

    def test_what_cannot_be_read_is_refused(self):
        self.ok("report", self.path("none.h5"), "-o", self.path("r.html"), code=74)
        self.assertFalse(os.path.exists(self.path("r.html")))


if __name__ == "__main__":
    program.main()
