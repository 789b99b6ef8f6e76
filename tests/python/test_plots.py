# SPDX-License-Identifier: Apache-2.0
"""Drawings have the report's figures, units on their axes, and no option that differs by colour alone."""
import bench
import forestall
import numpy as np
from forestall import plots


class Plots(bench.Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.data = forestall.open_results(cls.path)
        cls.page = {option["name"]: option for option in cls.page_figures()["options"]}

    def tearDown(self):
        plots.style.plt.close("all")

    def test_the_fan_has_the_middle_of_the_report(self):
        lines = plots.fan(self.data, "displaced").get_lines()
        self.assertEqual([line.get_label() for line in lines], list(self.page))
        for line in lines:
            np.testing.assert_allclose(line.get_ydata(), self.page[line.get_label()]["displaced"][2], rtol=1e-6)

    def test_stages_have_the_shares_of_the_report_and_hatches(self):
        ax = plots.stage_shares(self.data, "shelter")
        tops = [band.get_paths()[0].vertices for band in ax.collections]
        self.assertEqual(len({band.get_hatch() or "" for band in ax.collections}), 4)
        response = np.asarray(self.page["shelter"]["stage_true"][3])
        self.assertAlmostEqual(tops[0][:, 1].max(), response.max(), places=6)

    def test_exceedance_falls_from_all_members_to_none(self):
        for line in plots.exceedance(self.data).get_lines():
            totals = np.sort(self.data.civilian_deaths.sel(option=line.get_label()).sum("time").values)
            x, y = line.get_data()
            self.assertEqual((y[0], round(y[-1], 9)), (100, 0))
            for at in (totals[2], totals[6]):
                self.assertAlmostEqual(y[np.flatnonzero(x <= at)[-1]], 100 * (totals > at).mean())

    def test_differences_are_the_intervals_of_the_table(self):
        table = forestall.compare(self.path)
        for figure in ("difference", "typical", "mass_killing"):
            with self.subTest(figure):
                ax = plots.differences(table, figure)
                self.assertEqual([t.get_text() for t in ax.get_yticklabels()], self.OPTIONS[::-1])
                drawn = [tuple(line.get_xdata()) for line in ax.get_lines() if len(line.get_xdata()) == 2]
                for option in self.OPTIONS:
                    low, high = table.loc[option, f"{figure}_lo"], table.loc[option, f"{figure}_hi"]
                    if low is not None and np.isfinite([low, high]).all():
                        self.assertIn((low, high), drawn)

    def test_circles_have_areas_in_proportion(self):
        ax = plots.places(self.data, "none")
        means = np.asarray(self.page["none"]["place_deaths"])
        sizes = ax.collections[0].get_sizes()
        np.testing.assert_allclose(sizes / sizes.max(), means[means > 0] / means.max())

    def test_axes_have_units_and_options_differ_without_colour(self):
        table = forestall.compare(self.path)
        for ax in (plots.fan(self.data), plots.fan(self.data, "spend"), plots.exceedance(self.data), plots.places(self.data),
                   plots.stage_shares(self.data), plots.differences(table)):
            self.assertRegex(ax.get_xlabel(), r"\(.+\)")
            self.assertRegex(ax.get_ylabel() or "(names)", r"\(.+\)")
        self.assertIn("USD of", plots.fan(self.data, "spend").get_ylabel())
        lines = plots.fan(self.data).get_lines()
        self.assertEqual(len({(line.get_linestyle(), str(line._dash_pattern), line.get_marker()) for line in lines}), len(lines))

    def test_what_cannot_be_drawn_is_said(self):
        with self.assertRaisesRegex(ValueError, "no option nobody"):
            plots.fan(self.data, options=["nobody"])
        with self.assertRaisesRegex(ValueError, "not along time"):
            plots.fan(self.data, "deaths_by_location")
        with self.assertRaisesRegex(ValueError, "choose one"):
            plots.fan(self.data.expand_dims(point=[0, 1]))


if __name__ == "__main__":
    bench.main()
