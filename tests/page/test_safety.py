# SPDX-License-Identifier: Apache-2.0
"""What a stranger writes into a scenario does not run on the page about it: it stays text, and even as markup it would not
run, because the page's content security policy knows its own scripts by their hashes. The charts work under that policy."""
import csv
import io
import os
import re
import sys
import unittest

import browser
from test_accessibility import Page, setUpModule  # noqa: F401

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
import program  # noqa: E402

HOSTILE = "".join(("</script><script>window.ran = 1</script>", "<img src=x onerror='window.ran = 1'>", "\"'`{{script}}", "]]>", "<!--<script>",
                   "\u2028\u2029", "<svg onload=window.ran=1>", "</style></title>", "&lt;"))
# What must not run even if it stood on the page as markup.
PLANTED = ("<script>window.ran = 1</script>", "<img src=x onerror='window.ran = 1'>", "<p style='position:fixed'>over everything</p>",
           "<base href='https://example.org/'>", "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
           "<form action='https://example.org/'><button id='send'>send</button></form>")


def sheets(pdf):
    return len(re.findall(rb"/Type\s*/Page[^s]", program.read(pdf)))


class Safety(Page):
    def hostile(self):
        """A results file in which every text that a scenario may choose freely is hostile."""
        scenario = self.copied_scenario()
        text = program.read(os.path.join(scenario, "scenario.toml")).decode("utf-8")
        quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
        text, titles = re.subn(r'(?m)^title = ".*"$', lambda _: f'title = "{quoted}"', text)
        self.assertGreater(titles, 0)
        program.write(os.path.join(scenario, "scenario.toml"), text)
        options = os.path.join(scenario, "options")
        for name in os.listdir(options):
            text = program.read(os.path.join(options, name)).decode("utf-8")
            text = re.sub(r'(?m)^title = ".*"$', lambda _: f'title = "{quoted}"', text)
            text = re.sub(r'(source) = "[^"]*"', lambda m: f'{m.group(1)} = "{quoted}"', text)
            program.write(os.path.join(options, name), text)
        places = os.path.join(scenario, "locations.csv")
        text = program.read(places).decode("utf-8")
        program.write(places, text + '"<img src=x onerror=window.ran=1>",Confluence,Veldrana,10.1,-30.1,settlement,,0.35,0.95\n')
        out = self.path("hostile.h5")
        self.ok("ensemble", scenario, "--members", 40, "--options", "none,mediation-early", "-o", out, "--quiet")
        return out

    def open(self, page, **how):
        self.browser.open(page, **how)
        self.browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")

    def test_hostile_names_stay_text(self):
        page = self.report(self.hostile())
        self.open(page)
        self.assertEqual(self.browser.complaints(), [])
        self.assertTrue(self.browser.run("window.ran === undefined"))
        self.assertTrue(self.browser.run("document.body.textContent.includes('window.ran = 1')"))
        self.assertEqual(self.browser.run("document.querySelectorAll('img, iframe, base, form').length"), 0)
        self.assertEqual(self.browser.run("document.scripts.length"), 3)

    def test_charts_and_their_tips_break_no_rule(self):
        page = self.report(self.options(), "--run", self.one_run())
        for width in (1440, 390):
            self.open(page, width=width)
            charts = self.browser.run("[...document.querySelectorAll('.live')].filter(b => !b.hidden).map(b => [b.parentElement.id, b.querySelectorAll('svg path').length])")
            self.assertGreater(len(charts), 6)
            for name, paths in charts:
                self.assertGreater(paths, 3, name)
            tips = self.browser.run(
                "(async () => { const said = []; for (const [c] of charts) { const box = c.getDom(), wide = box.clientWidth, high = box.clientHeight;"
                " for (let x = 0.1; x < 1; x += 0.1) for (let y = 0.1; y < 1; y += 0.1) c.getZr().handler.dispatch('mousemove', {zrX: x * wide, zrY: y * high, offsetX: x * wide, offsetY: y * high, preventDefault() {}, stopPropagation() {}});"
                " await new Promise(r => setTimeout(r, 150)); said.push(box.textContent.length); } return said; })()")
            self.assertEqual(len(tips), len(charts))
            for chooser in range(self.browser.run("document.querySelectorAll('select').length")):
                self.browser.run(f"(() => {{ const s = document.querySelectorAll('select')[{chooser}]; s.selectedIndex = s.options.length - 1; s.dispatchEvent(new Event('change')); }})()")
            self.assertEqual(self.browser.complaints(), [])

    def test_every_chart_gives_its_data_as_csv_made_in_the_page(self):
        page = self.report(self.options(), "--run", self.one_run())
        self.open(page)
        charts = set(self.browser.run("[...document.querySelectorAll('figure')].map(f => f.id)"))
        self.assertEqual(charts, set(self.browser.run("[...document.querySelectorAll('figure:has(.csv a)')].map(f => f.id)")))
        self.assertTrue({"exceedance", "forest", "places", "one-future", "acceptability"} <= charts, charts)
        for chart in charts:
            text = self.browser.run(f"csvOf(figures['{chart}']())")
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
            self.assertGreater(len(rows), 1, chart)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, chart)
            self.browser.run(f"document.querySelector('#{chart} .csv a').click()")
        self.assertEqual(self.browser.run("csvCell('=HYPERLINK(\"x\")')"), "\"'=HYPERLINK(\"\"x\"\")\"")
        self.assertTrue(self.browser.run("document.querySelector('#forest .csv a').href.startsWith('blob:')"))
        self.assertEqual(self.browser.run("performance.getEntriesByType('resource').filter(e => !e.name.startsWith('blob:')).length"), 0)
        self.assertEqual(self.browser.complaints(), [])

    def test_the_brief_is_one_sheet(self):
        page = self.report(self.options())
        self.browser.open(page)
        whole, brief = self.path("whole.pdf"), self.path("brief.pdf")
        self.browser.print_to(whole)
        self.assertGreater(sheets(whole), 3)
        self.browser.run("document.body.classList.add('brief-only')")
        self.browser.print_to(brief)
        self.assertEqual(sheets(brief), 1)

    def test_what_is_planted_as_markup_does_not_run(self):
        page = self.report(self.options())
        text = program.read(page).decode("utf-8")
        for planted in PLANTED:
            with self.subTest(planted=planted):
                program.write(page, text.replace("</main>", planted + "</main>"))
                self.browser.open(page)
                self.browser.run("document.getElementById('send') && document.getElementById('send').click()")
                self.assertTrue(self.browser.run("window.ran === undefined"))
                self.assertTrue(self.browser.complaints(), "the browser says what it refused")
                self.assertTrue(self.browser.run("location.protocol === 'file:' && document.baseURI.startsWith('file:')"))

    def test_without_the_policy_it_would_run(self):
        """The twin: the browser runs what is planted if nothing forbids it."""
        page = self.report(self.options(), "--still")
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", program.read(page).decode("utf-8"))
        program.write(page, text.replace("</main>", PLANTED[0] + "</main>"))
        self.browser.open(page)
        self.assertTrue(self.browser.run("window.ran === 1"))


class Telephone(Page):
    def test_no_drawing_or_table_is_cut_off(self):
        """At the width of a telephone every drawing fits; only tables may scroll sideways."""
        delays = self.path("delays.h5")
        self.ok("stages", program.SCENARIO, "--members", 8, "--interventions", "mediation,peace_messaging", "--delays", "4,26", "-o", delays, "--quiet")
        pages = [self.report(self.options(), "--run", self.one_run()), self.report(delays)]
        for page, javascript in [(p, j) for p in pages for j in (True, False)]:
            self.browser.open(page, width=390, javascript=javascript)
            wide = self.browser.run("[...document.querySelectorAll('figure svg')].filter(s => s.getClientRects().length && !s.classList.contains('defs'))"
                                    ".map(s => [s.closest('figure').id, s.getBoundingClientRect()]).filter(([, r]) => r.left < -1 || r.right > 391).map(([id]) => id)")
            self.assertEqual(wide, [])
            cut = self.browser.run("[...document.querySelectorAll('figure svg')].filter(s => s.getClientRects().length && !s.classList.contains('defs') && !s.closest('.key')).flatMap(s => {"
                                   " const b = s.getBoundingClientRect(); return [...s.querySelectorAll('text')].filter(t => { const r = t.getBoundingClientRect(); return r.width && (r.left < b.left - 1 || r.right > b.right + 1 ||"
                                   " r.top < b.top - 1 || r.bottom > b.bottom + 1); }).map(t => s.closest('figure').id + ': ' + t.textContent); })")
            self.assertEqual(cut, [])
            self.browser.run("1")
            shown = self.browser.run("[...document.querySelectorAll('#acceptability svg[role=img]')].filter(s => s.getClientRects().length).map(s => s.getBoundingClientRect().width)")
            self.assertEqual(len(shown), 1)
            self.assertGreater(shown[0], 300)


if __name__ == "__main__":
    program.main()
