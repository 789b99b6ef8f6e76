# SPDX-License-Identifier: Apache-2.0
"""Files open as labelled data; jobs run through the program; what it refuses is said in its words."""
import contextlib
import io
import json
import os
import subprocess

import bench
import forestall
import numpy as np


def program(*words):
    return subprocess.run([os.environ["FORESTALL"], *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=300 * bench.PATIENCE, check=False)


class Results(bench.Case):
    def test_options_are_text_days_are_numbers_money_has_its_unit(self):
        data = forestall.open_results(self.path)
        self.assertEqual(list(data.option.values), ["none", *self.OPTIONS])
        self.assertEqual(list(data.day.values[:3]), [0.0, 7.0, 14.0])
        self.assertEqual((data.day.attrs["units"], data.spend.attrs["units"]), ("d", "USD"))
        self.assertEqual(data.civilian_deaths.dims, ("option", "member", "time"))

    def test_shards_are_joined_to_the_whole_job(self):
        parts = [self.inside(f"part{i}.h5") for i in (1, 2)]
        for i, part in enumerate(parts, 1):
            forestall.call("ensemble", forestall.SCENARIOS / "two-rivers", members=bench.MEMBERS, options=self.OPTIONS, seed=5,
                           output=part, shard=f"{i}/2")
        whole = forestall.open_results(self.path)
        joined = forestall.open_results(parts[::-1])
        self.assertTrue(joined.load().equals(whole.load()))
        with self.assertRaisesRegex(ValueError, "two of these files"):
            forestall.open_results([parts[0], parts[0]])
        with self.assertRaisesRegex(ValueError, "forestall merge"):
            forestall.compare(joined)

    def test_what_is_no_results_file_is_refused(self):
        other = self.inside("other.nc")
        data = forestall.open_results(self.path)[["civilian_deaths"]]
        data.attrs = {}
        data.to_netcdf(other)
        with self.assertRaisesRegex(ValueError, "no results file"):
            forestall.open_results(other)

    def test_points_have_the_values_that_inputs_are_held_at(self):
        experiment = self.inside("experiment.toml")
        with open(experiment, "w", encoding="utf-8") as file:
            file.write(f"format = 1\nscenario = {json.dumps(str(forestall.SCENARIOS / 'two-rivers'))}\nmembers = 2\n"
                       'method = "grid"\n[[input]]\nname = "animus.mass"\nlevels = [2, 4]\n')
        swept = forestall.sweep(experiment, self.inside("sweep.h5"), progress=False, seed=5)
        held = forestall.ensemble(forestall.SCENARIOS / "two-rivers", self.inside("held.h5"), 2, held={"animus.mass": [2, 4]},
                                  progress=False, seed=5)
        self.assertEqual(list(swept["animus.mass"].values), [2.0, 4.0])
        self.assertEqual(swept["animus.mass"].dims, ("point",))
        self.assertTrue(swept.load().equals(held.load()))

    def test_the_bar_is_shown_where_there_is_no_terminal(self):
        shown = io.StringIO()
        with contextlib.redirect_stderr(shown):
            forestall.ensemble(forestall.SCENARIOS / "two-rivers", self.inside("bar.h5"), 4, seed=5)
        self.assertIn("\r4 of 4 members", shown.getvalue())


class Compare(bench.Case):
    def test_the_table_has_the_figures_that_the_program_prints(self):
        said = json.loads(program("compare", self.path, "--json").stdout)
        table = forestall.compare(forestall.open_results(self.path))
        self.assertEqual(list(table.index), [o["name"] for o in said["options"]])
        for option in said["options"]:
            row = table.loc[option["name"]]
            for figure in ("difference", "typical", "mass_killing", "displacement", "cost"):
                for key in ("value", "lo", "hi"):
                    column = figure if key == "value" else f"{figure}_{key}"
                    np.testing.assert_equal(np.float64(row[column]), np.float64(option[figure][key]), column)
            self.assertEqual(row.typical_clear, option["typical"]["clear"])
        self.assertEqual(table.attrs["verdict"], said["verdict"])

    def test_options_of_the_command_are_passed_on(self):
        table = forestall.compare(self.path, baseline="shelter", outcome="displaced:peak")
        self.assertEqual((table.attrs["baseline"], table.attrs["outcome"]), ("shelter", "displaced:peak"))


class Refused(bench.Case):
    def test_words_and_exit_code_are_the_programs(self):
        missing = self.inside("missing.h5")
        for words, code in ((("compare", missing), 74), (("compare", self.path, "--baseline", "nobody"), 2),
                            (("ensemble", self.inside("nowhere"), "--members", 2, "-o", missing), 65)):
            said = program(*words, "--quiet")
            with self.assertRaises(forestall.ForestallError) as caught:
                forestall.call(*words)
            self.assertEqual(caught.exception.exit_code, said.returncode)
            self.assertIn(str(caught.exception).splitlines()[0], said.stderr)

    def test_a_job_that_is_stopped_keeps_what_it_did_and_goes_on(self):
        out = self.inside("stopped.h5")
        job = {"scenario": forestall.SCENARIOS / "two-rivers", "output": out, "members": 12, "seed": 5}
        with self.assertRaises(forestall.ForestallError) as caught:
            forestall.ensemble(**job, time_limit=0.01)
        self.assertEqual(caught.exception.exit_code, 75)
        self.assertIn("kept in", str(caught.exception))
        self.assertEqual(forestall.ensemble(**job, resume=True, progress=False).sizes["member"], 12)

    def test_a_program_that_is_not_there_is_named(self):
        with self.assertRaisesRegex(forestall.ForestallError, "/no/such"):
            forestall.find_program("/no/such")


if __name__ == "__main__":
    bench.main()
