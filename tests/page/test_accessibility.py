# SPDX-License-Identifier: Apache-2.0
"""The report page in Chromium: axe-core finds nothing against WCAG 2.1 AA or good practice, at the width of a desk and of
a telephone, with and without JavaScript, with and without the chart library; nothing sticks out sideways; nothing fails."""
import json
import os
import re
import sys
import unittest

import browser

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import program  # noqa: E402

AXE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vendor", "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
WIDTHS = (1440, 390)
# A fault of each kind that a careless change would bring: faint text, an unnamed picture, a box without a name, a lost name.
PLANTED = {
    "color-contrast": '<p><font color="#b8b8b8">faint</font></p>',  # the page's policy forbids style attributes
    "svg-img-alt": '<svg role="img" viewBox="0 0 9 9"><path d="M0 0H9"/></svg>',
    "select-name": "<select><option>one</option></select>",
    "heading-order": "<h6>far too deep</h6>",
}


BROWSER = None


def setUpModule():
    global BROWSER
    lacks = ("there is no Chromium (Debian package chromium)" if not browser.program() else
             "there is no axe-core (make vendored UPDATE=1)" if not os.path.exists(AXE) else "")
    if lacks:
        print(f"the report page is not looked at: {lacks}", file=sys.stderr)
        raise unittest.SkipTest(lacks)
    BROWSER = unittest.enterModuleContext(browser.Browser())


class Page(program.Case):
    """Makes pages about small files of each kind."""

    @classmethod
    def setUpClass(cls):
        cls.axe = program.read(AXE).decode("utf-8")
        cls.browser = BROWSER

    def report(self, source, *more):
        out = os.path.splitext(source)[0] + f"{len(more)}.html"
        self.ok("report", source, "-o", out, *more)
        return out

    def options(self):
        return self.ensemble("options.h5", "--options", "none,mediation-early,prevention-portfolio,troops-midway", members=8)

    def questioned(self):
        """Enough members to ask what the advice rests on."""
        return self.ensemble("questioned.h5", "--options", "none,mediation-early", members=40)

    def stages(self):
        out = self.path("stages.h5")
        self.ok("stages", program.SCENARIO, "--members", 8, "--interventions", "mediation,early_warning,media_attention", "-o", out, "--quiet")
        return out

    def one_run(self):
        out = self.path("run.h5")
        self.ok("run", program.SCENARIO, "-o", out, "--quiet")
        return out

    def violations(self):
        self.browser.run(self.axe + ";0")
        found = self.browser.run(f"axe.run({{runOnly: {json.dumps(RULES)}, resultTypes: ['violations'], preload: false, iframes: false}}).then(r => r.violations.map("
                                 "v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]))")
        return {rule: (words, where) for rule, words, where in found}


class Accessibility(Page):
    def look(self, page, **how):
        for width in WIDTHS:
            with self.subTest(page=os.path.basename(page), width=width, **how):
                self.browser.open(page, width=width, **how)
                self.assertEqual(self.violations(), {})
                self.assertEqual(self.browser.complaints(), [])
                self.assertLessEqual(self.browser.extent()["width"], width, "the page is wider than the screen")

    def test_of_several_options(self):
        page = self.report(self.options(), "--run", self.one_run())
        self.look(page)
        self.look(page, javascript=False)

    def test_without_the_chart_library(self):
        self.look(self.report(self.options(), "--still"))

    def test_of_interventions_by_stage(self):
        page = self.report(self.stages())
        self.look(page)
        self.look(page, javascript=False)

    def test_of_what_the_advice_rests_on(self):
        page = self.report(self.questioned())
        self.look(page)
        for section in ("changes", "learning"):
            self.assertTrue(self.browser.run(f"document.getElementById('{section}') !== null"), section)
        self.look(page, javascript=False)

    def test_of_one_run(self):
        page = self.report(self.one_run())
        self.look(page)
        self.look(page, javascript=False)

    def test_with_everything_unfolded(self):
        for page in (self.report(self.options()), self.report(self.questioned())):
            self.browser.open(page, width=390)
            self.browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            self.assertEqual(self.violations(), {})
            self.assertLessEqual(self.browser.extent()["width"], 390)


class Twin(Page):
    def test_a_planted_fault_is_found(self):
        page = self.report(self.options(), "--still")
        text = program.read(page).decode("utf-8")
        for rule, fault in PLANTED.items():
            with self.subTest(rule=rule):
                program.write(page, re.sub("</main>", lambda _: fault + "</main>", text))
                self.browser.open(page)
                self.assertIn(rule, self.violations())


if __name__ == "__main__":
    program.main()
