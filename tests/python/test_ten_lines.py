# SPDX-License-Identifier: Apache-2.0
"""The ten lines of docs/researchers.md, in Python and in R, make the figure of the report; so do the package's own in R."""
import os
import re
import subprocess

import bench
import numpy as np

PAGE = os.path.join(bench.SOURCE, "docs", "researchers.md")
SAY_PYTHON = '\nprint(*spread.transpose("option", "quantile", "time").values.ravel())\n'
SAY_R = '\ncat(format(aperm(spread, c(2, 1, 3)), digits = 15), "\\n")\n'  # R's first index runs fastest


def lines(language):
    with open(PAGE, encoding="utf-8") as file:
        return re.search(rf"<!-- lines: {language} -->\n```\w+\n(.*?)```", file.read(), flags=re.S).group(1)


class TenLines(bench.Case):
    OPTIONS = ["mediation-early"]

    def same(self, said):
        numbers = np.array([float(word) for word in said.split()])
        want = np.array([option["displaced"] for option in self.page_figures()["options"]])
        np.testing.assert_allclose(numbers.reshape(want.shape), want, rtol=1e-6)

    def test_there_are_ten(self):
        for language in ("python", "r"):
            self.assertEqual(len(lines(language).splitlines()), 10, language)

    def test_python_makes_the_figure(self):
        self.same(bench.typed(["/usr/bin/python3", "-c"], lines("python") + SAY_PYTHON, self.folder))
        self.assertGreater(os.path.getsize(self.inside("displaced.png")), 5000)

    def test_r_makes_the_figure(self):
        self.same(bench.typed(["Rscript", "-e"], lines("r") + SAY_R, self.folder))
        self.assertGreater(os.path.getsize(self.inside("displaced-r.png")), 2000)


class R(bench.Case):
    BEGIN = f"source({os.path.join(bench.SOURCE, 'analysis/r/forestall.R')!r})\n"

    def r(self, text):
        return bench.typed(["Rscript", "-e"], self.BEGIN + text, self.folder)

    def test_it_opens_compares_and_draws(self):
        said = self.r('r <- open_results("out.h5")\nt <- compare_results("out.h5")\npng("fan.png")\nq <- plot_fan(r)\n'
                      'cat(names(dim(r$displaced)), attr(r$spend, "units"), format(r$time[2]), "\\n")\n'
                      'x <- t[t$option == "shelter" & t$figure == "typical", ]\ncat(format(c(x$value, x$lo, x$hi), digits = 15), "\\n")\n'
                      'cat(format(q[3, , 1], digits = 15), "\\n")').splitlines()
        self.assertEqual(said[0].split(), ["time", "member", "option", "USD", "2030-01-08"])
        row = bench.forestall.compare(self.path).loc["shelter"]
        np.testing.assert_allclose([float(w) for w in said[1].split()], [row.typical, row.typical_lo, row.typical_hi])
        middle = bench.forestall.open_results(self.path).displaced.sel(option="none").median("member").values
        np.testing.assert_allclose([float(w) for w in said[2].split()], middle)

    def test_it_stops_with_the_programs_words(self):
        done = subprocess.run(["Rscript", "-e", self.BEGIN + 'compare_results("missing.h5")'], cwd=self.folder,
                              env=bench.environment(), capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("missing.h5: cannot open: No such file or directory", done.stderr)


if __name__ == "__main__":
    bench.main()
