# SPDX-License-Identifier: Apache-2.0
"""What somebody who is new here meets: a first scenario without fighters, sizes, plain figures, messages that lead on."""
import os
import re

import documented
import program


def first_scenario(folder):
    """The scenario of the README, written without a shell."""
    os.makedirs(folder)
    files = {
        "scenario.toml": 'title = "First"\nhome = ["Here"]\nperiod = { start = 2030-01-01, end = 2030-12-30 }\nstep = "7 d"\n'
                         '[[group]]\nname = "All"\n[[actor]]\nname = "Militia"\nkind = "militia"\n',
        "locations.csv": "name,country,latitude,longitude,kind\nAru,Here,0,10,settlement\nBesh,Here,0,10.5,settlement\n"
                         "Camp,There,0,11,camp\n",
        "routes.csv": "from,to,km\nAru,Besh,60\nBesh,Camp,70\n",
        "populations.csv": "location,group,persons\nAru,All,40000\nBesh,All,90000\n",
        "violence.csv": "first,last,location,kind,actor,target,deaths,source\n"
                        "2030-03-01,2030-04-30,Aru,one_sided,Militia,All,120,invented\n"}
    for name, text in files.items():
        program.write(os.path.join(folder, name), text)
    return folder


def changed(path, old, new):
    text = program.read(path).decode("utf-8")
    assert old in text, (path, old)
    program.write(path, text.replace(old, new))


class WithoutFighters(program.Case):
    def test_stages_leave_out_what_has_nobody_to_be_aimed_at_in_one_line(self):
        done = self.ok("stages", first_scenario(self.path("first")), "--members", 5, "-o", self.path("s.h5"))
        self.assertNotIn("error", done.stderr)
        lines = [line for line in done.stderr.splitlines() if line.startswith("Left out, as no actor has fighters")]
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertIn("mediation", lines[0])
        self.assertRegex(done.stdout, r"(?m)^early_warning ")
        self.assertNotRegex(done.stdout, r"(?m)^mediation ")

    def test_stages_of_nothing_else_are_refused_with_the_reason(self):
        done = self.ok("stages", first_scenario(self.path("first")), "--members", 5, "--interventions", "mediation",
                       "-o", self.path("s.h5"), code=65)
        self.assertIn("no actor has fighters", done.stderr)

    def test_portfolios_say_why(self):
        left = self.json("portfolio", first_scenario(self.path("first")), "--budget", "5 M USD", "--interventions",
                         "aid_conditionality,peace_messaging", "--members", 4, "--sieve", 4, "--fresh", 4, "--population", 8,
                         "--generations", 1, "--keep", 2, "-o", self.path("p.h5"), "--quiet")["left_out"]
        self.assertEqual([why for why in left if "wrong type" in why], [])
        self.assertTrue(any("aid_conditionality: no actor has fighters" in why for why in left), left)

    def test_an_empty_list_is_called_so(self):
        folder = self.copied_scenario()
        program.write(os.path.join(folder, "options", "mediation-early.toml"),
                      '[[action]]\nintervention = "mediation"\npartner = "League of the Two Seas"\nactors = []\n'
                      'start = { stage = "prevention" }\n')
        self.assertIn("'actors' has the wrong type: the list is empty", self.ok("check", folder, code=65).stderr)


class Size(program.Case):
    def troops(self, staff):
        folder = self.copied_scenario()
        path = os.path.join(folder, "options", "troops-midway.toml")
        text = program.read(path).decode("utf-8")
        self.assertIn("scale = 2", text)
        program.write(path, text.replace("[[action]]", f"staff = {staff}\n[[action]]", 1))
        return folder

    def test_two_packages_need_twice_the_people(self):
        self.assertIn("needs 2000 people", self.ok("check", self.troops(1000), code=65).stderr)

    def test_two_packages_are_described_with_twice_the_people(self):
        folder = self.copied_scenario()
        options = {o["name"]: o for o in self.json("describe", folder, "--options")["options"]}
        self.assertEqual(options["troops-midway"]["actions"][-1]["cost"]["staff"], 2000)
        self.assertIn("2,000 people", self.ok("describe", folder, "--options").stdout)


class Unused(program.Case):
    def test_dated_events_of_an_endogenous_scenario_are_said_to_be_unused(self):
        read = self.json("check", program.SCENARIO)["read"]
        for thing in (read["violence_deaths"], read["rows"]["files"]["violence.csv"]):
            self.assertEqual((thing["in_world"], thing["dropped"]), (0, {"not used: mode endogenous": thing["read"]}))
        self.assertTrue(read["balanced"])
        text = self.ok("describe", program.SCENARIO).stdout
        self.assertRegex(text, r"violence\.csv +26 dated events: .*; not used \(mode endogenous\)")
        self.assertIn("by medians of the ranges, 826 and", text)

    def test_they_are_used_where_the_mode_is_scheduled(self):
        folder = self.copied_scenario()
        changed(os.path.join(folder, "scenario.toml"), '[violence]\nmode = "endogenous"', '[violence]\nmode = "scheduled"')
        read = self.json("check", folder)["read"]
        self.assertEqual(read["violence_deaths"]["in_world"], read["violence_deaths"]["read"])
        self.assertNotIn("not used", self.ok("describe", folder).stdout)


class Described(program.Case):
    def test_numbers_are_plain_and_the_catalogue_is_left_out(self):
        text = self.ok("describe", program.SCENARIO).stdout
        self.assertNotRegex(text, r"\d\.\d*0000000\d")
        self.assertNotIn("cost.mediation", text)
        self.assertIn("actor.Ridge Front.fighters", text)
        self.assertNotRegex(self.ok("describe", "interventions").stdout, r"\d{4,} k USD")

    def test_a_word_that_is_nearly_one_of_ours(self):
        said = self.ok("describe", "levrs", code=65).stderr
        self.assertIn("did you mean 'forestall describe levers'?", said)
        self.assertIn("mechanisms, motives, outcomes, interventions, levers", said)

    def test_a_file_is_called_a_file(self):
        said = self.ok("check", os.path.join(program.SCENARIO, "scenario.toml"), code=65).stderr
        self.assertIn("is a file; name its directory: " + program.SCENARIO, said)

    def test_grades_are_worded_in_one_way(self):
        self.assertIn("C calibration, or literature scaled down", " ".join(self.ok("describe", "mechanisms").stdout.split()))


class Starts(program.Case):
    def option(self, start):
        folder = self.copied_scenario(f"s{len(os.listdir(self.folder))}")
        program.write(os.path.join(folder, "options", "mine.toml"),
                      '[[action]]\nname = "word"\nintervention = "early_warning"\npartner = "Foreign Ministry of Aldmark"\n'
                      f"start = {start}\n")
        return self.ok("check", folder, code=65).stderr

    def test_only_the_half_that_applies_is_told(self):
        said = self.option('{ day = 2030-03-01, stage = "response" }')
        self.assertIn("E058", said)
        self.assertNotIn("below", said)

    def test_an_unknown_indicator_is_not_held_against_a_limit(self):
        said = self.option('{ indicator = "deaths", at_least = 3 }')
        self.assertIn("did you mean 'reported_deaths'?", said)
        self.assertNotIn("E059", said)

    def test_an_unknown_action_is_answered_with_those_there_are(self):
        self.assertIn("unknown action 'zzzzzz'; actions here are 'word'", self.option('{ after = "zzzzzz" }'))

    def test_after_counts_from_the_announcement(self):
        plans = {o["name"]: o for o in self.json("describe", program.SCENARIO, "--options")["options"]}
        starts = [a["start"]["text"] for a in plans["my-plan"]["actions"]]
        self.assertIn("60 d after “envoy” was announced", starts)

    def test_the_page_shows_the_plan_that_is_shipped(self):
        page = program.read(os.path.join(program.SOURCE, "docs", "write-an-option.md")).decode("utf-8")
        (shown,) = [body for language, body in documented.blocks(page) if language == "toml"]
        self.assertEqual(shown, program.read(os.path.join(program.SCENARIO, "options", "my-plan.toml")).decode("utf-8"))


class Told(program.Case):
    def test_compare_explains_its_heads_and_gathers_what_is_too_few(self):
        out = self.ensemble("o.h5", "--options", "all", members=12)
        text = self.ok("compare", out, "--resamples", 199).stdout
        for word in ("regret:", "worst tenth:", "pairing saves:", "inconclusive:", "not defined:"):
            self.assertIn(word, text)
        self.assertLessEqual(text.count("too few for the interval"), 1)
        self.assertNotIn("do not rely", text)
        self.assertIn("12 members are too few", text)

    def test_what_never_began_is_said_to_have_never_begun(self):
        folder = self.copied_scenario()
        program.write(os.path.join(folder, "options", "never.toml"),
                      '[[action]]\nintervention = "early_warning"\npartner = "Foreign Ministry of Aldmark"\n'
                      'start = { indicator = "displaced", at_least = 1 }\n')
        self.ok("ensemble", folder, "--options", "never", "--members", 4, "-o", self.path("o.h5"), "--quiet")
        self.assertIn("does not change the outcome in any member: it never began", self.ok("compare", self.path("o.h5")).stdout)

    def test_stages_say_what_was_not_seen_and_what_does_not_fit(self):
        text = self.ok("stages", program.SCENARIO, "--members", 6, "--interventions", "safe_zone,electoral_support",
                       "--delays", 13, "--continuations", 0, "-o", self.path("s.h5"), "--quiet").stdout
        self.assertIn("–: it does not fit this stage", text)
        row = [line for line in text.splitlines() if line.startswith("electoral_support ") and "–" in line]
        self.assertEqual(len(row), 1, text)

    def test_a_decision_says_what_the_runs_do_not_show(self):
        text = self.ok("decide", program.SCENARIO, "--options", "none,mediation-early",
                       "--indifference", 20000, "--max-members", 200, "-o", self.path("d.h5"), "--quiet").stdout
        if "cannot be told apart" in text:
            self.assertIn("these runs do not show that they are worse", text)
        self.assertIn("the rule picks the best, or one within 20,000 of it", text)

    def test_the_confirmation_stands_alone(self):
        out = self.ensemble("o.h5", "--options", "none,mediation-early", members=40)
        text = self.ok("flip", out, "--resamples", 199, "--confirm", 4, "--assume", "effect.mediation.3=0.2").stdout
        self.assertIn("effect.mediation.3 = 0.2", text)
        self.assertNotIn("Advice:", text.split("\n\n")[0])
        self.assertLess(len(text.splitlines()), 20)

    def test_a_missing_shard_is_named(self):
        for part in (1, 3):
            self.ok("ensemble", program.SCENARIO, "--members", 8, "--shard", f"{part}/4", "-o", self.path(f"{part}.h5"), "--quiet")
        said = self.ok("merge", self.path("1.h5"), self.path("3.h5"), "-o", self.path("m.h5"), code=65).stderr
        self.assertIn("shards 2/4, 4/4 are missing", said)

    def test_a_budget_is_read_as_it_may_have_been_meant(self):
        said = self.ok("portfolio", program.SCENARIO, "--budget", "20M", "-o", self.path("p.h5"), code=2).stderr
        self.assertIn('write --budget "20 M USD"', said)


class Costs(program.Case):
    """A cost moves nothing but money unless a budget is reached."""

    def costs(self, folder):
        out = self.path(f"{os.path.basename(folder)}.h5")
        self.ok("ensemble", folder, "--options", "my-plan,mediation-early", "--members", 40, "-o", out, "--quiet")
        value = self.json("value", out, "--resamples", 199)
        return ([row["name"] for row in value["assumptions"] if row["name"].startswith("cost.")],
                [row["name"] for row in value["groups"] if row["name"].startswith("costs of ")], out)

    def test_costs_are_left_out_where_no_budget_is_reached(self):
        ample, groups, out = self.costs(program.SCENARIO)
        self.assertEqual((ample, groups), ([], []))
        counted = self.json("value", out, "--resamples", 199, "--worth", 1000000)
        self.assertTrue([row for row in counted["assumptions"] if row["name"].startswith("cost.")])

    def test_costs_are_told_where_a_budget_is_reached(self):
        folder = self.copied_scenario("tight")
        path = os.path.join(folder, "options", "my-plan.toml")
        program.write(path, re.sub(r'(?m)^budget = "400 M USD"', 'budget = "30 M USD"', program.read(path).decode("utf-8")))
        self.assertTrue(self.costs(folder)[0])


class Page(program.Case):
    def section(self, page, name):
        start = page.index(f'<section id="{name}"')
        return page[start:page.index("</section>", start)]

    def test_one_cost_has_one_interval_and_nobody_is_beaten_by_none(self):
        out = self.ensemble("o.h5", "--options", "my-plan,mediation-early,observers-alone", members=20)
        self.ok("report", out, "-o", self.path("p.html"), "--still", "--resamples", 199)
        page = program.read(self.path("p.html")).decode("utf-8")
        self.assertNotIn("<td>★ none<", page)
        for option in self.json("compare", out, "--resamples", 199)["options"]:
            if option["name"] == "none":
                continue
            self.assertEqual({k: option["cost"][k] for k in ("lo", "hi")}, {k: option["extra_cost"][k] for k in ("lo", "hi")})
            self.assertGreaterEqual(option["cost"]["lo"], 0)

    def test_the_ledger_is_about_the_interventions_of_the_file(self):
        out = self.ensemble("o.h5", "--options", "mediation-early", members=20)
        self.ok("report", out, "-o", self.path("p.html"), "--still", "--resamples", 199)
        page = program.read(self.path("p.html")).decode("utf-8")
        rows = set(re.findall(r"<code>((?:effect|cost)\.[a-z_]+)\.", page))
        self.assertEqual({name.split(".")[1] for name in rows}, {"mediation"})


class Reasons(program.Case):
    def setUp(self):
        super().setUp()
        self.file = self.path("run.h5")
        self.ok("run", program.SCENARIO, "--option", "my-plan", "-o", self.file, "--quiet")

    def sentences(self):
        for k in range(self.json("explain", self.file)["events"]):
            event = self.json("explain", self.file, "--event", k)["chain"]
            yield event, self.ok("explain", self.file, "--event", k).stdout

    def test_an_intervention_has_an_option_a_rule_and_what_met_it(self):
        told = [text for event, text in self.sentences() if event["kind"] == "intervention"]
        self.assertTrue(told)
        for text in told:
            self.assertIn("of option 'my-plan'. It starts", text)
        self.assertTrue(any(re.search(r"Event \d+ met that: on ", text) for text in told), told)

    def test_a_stage_says_what_was_passed(self):
        told = [text for event, text in self.sentences() if event["manner"] == "true: prevention"]
        self.assertTrue(told)
        self.assertTrue(any("The risk index, a share from 0 to 1, had passed 0.3" in text for text in told), told)

    def test_events_worth_a_look_have_a_line_each(self):
        said = self.ok("explain", self.file, "--event", 99999, code=2).stderr.splitlines()
        self.assertIn("notable events:", said)
        self.assertTrue(all(len(line) < 200 for line in said), said)


class Validated(program.Case):
    def test_a_naive_forecast_that_is_nearer_is_named(self):
        text = self.ok("validate", os.path.join(program.SOURCE, "scenarios", "central-african-republic"), "--members", 4).stdout
        self.assertRegex(text, r"(?m)^Verdict: off by \d+ % of those counted \(pooled error\), forestall beats \d of \d naive forecasts")


if __name__ == "__main__":
    program.main()
