# SPDX-License-Identifier: Apache-2.0
"""`forestall validate DIR` with observed/deaths.csv: verdict, naive forecasts, document, what it leaves alone."""
import os

import program

ESTIMATE = {"value", "lo", "hi"}
SCORES = ("crps", "ign", "mis", "inside80", "inside90")
BASELINES = ["last_value_poisson", "own_history", "pooled_bootstrap"]
MONTHS = [f"20{year}-{month:02}" for year in (30, 31) for month in range(1, 13)]
HEADER = "month,kind,location,region,deaths_low,deaths,deaths_high,coverage,source\n"


class Deaths(program.Case):
    def counted(self, line="{month},{kind},,,5,5,5,1,made up\n"):
        """Two rivers with five dead of each kind in each month, somewhere."""
        folder = self.copied_scenario()
        os.makedirs(os.path.join(folder, "observed"), exist_ok=True)
        rows = "".join(line.format(month=month, kind=kind) for month in MONTHS for kind in ("one_sided", "battle"))
        program.write(os.path.join(folder, "observed", "deaths.csv"), HEADER + rows)
        return folder

    def test_the_document_has_scores_with_intervals_beside_those_of_naive_forecasts(self):
        answer = self.json("validate", self.counted(), "--members", 4)
        self.assertNotIn("displacement", answer)
        deaths = answer["deaths"]
        self.assertEqual(list(deaths["baselines"]), BASELINES)
        for score in [deaths, *deaths["baselines"].values(), *deaths["by_kind"], *deaths["by_areas"]]:
            for key in SCORES:
                self.assertEqual(set(score[key]), ESTIMATE)
        self.assertEqual((deaths["history_months"], deaths["scored_months"], deaths["forecasts"]), (12, 12, 24))
        self.assertEqual([row["kind"] for row in deaths["by_kind"]], ["one_sided", "battle"])
        self.assertEqual(deaths["baselines"]["own_history"]["crps"]["value"], 0)  # five dead, as ever
        self.assertLess(deaths["baselines"]["own_history"]["crps_less_model"]["value"], 0)
        self.assertTrue(any(not claim["met"] for claim in deaths["verdict"]))
        self.assertEqual(set(answer["places"]["spearman"]), ESTIMATE)
        self.assertEqual((answer["places"]["deaths"], answer["places"]["deaths_nowhere"]), (0, 240))

    def test_the_verdict_comes_first_and_naive_forecasts_before_the_model(self):
        text = self.ok("validate", self.counted(), "--members", 4).stdout
        lines = text.splitlines()
        self.assertRegex(lines[1], r"^Verdict on deaths: \d+ of \d+ met, \d+ missed\.$")
        self.assertIn("its authors knew what came", text)
        table = text[text.index("one-sided deaths, all areas together"):].splitlines()[1:5]
        names = ["last value with Poisson", "own history", "pooled bootstrap", "forestall"]
        self.assertEqual([line.split("  ")[1] for line in table], names)

    def test_displacement_alone_is_scored_where_it_is_asked_for(self):
        self.assertIn("no counts", self.ok("validate", self.counted(), "--members", 2, "--no-capacities", code=65).stderr)

    def test_faults_of_the_table_are_told(self):
        said = self.ok("validate", self.counted("{month},{kind},Nowhere,,5,5,5,1,made up\n"), "--members", 2, code=65).stderr
        self.assertIn("observed/deaths.csv:2", said)
        self.assertIn("E021", said)


if __name__ == "__main__":
    program.main()
