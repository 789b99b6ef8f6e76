# SPDX-License-Identifier: Apache-2.0
"""The trainee card's two forms say the same, and the one for paper fills two pages."""
import os
import re
import shutil
import subprocess

import program
import trainee_card

PAGE = os.path.join(program.SOURCE, "docs", "trainee-card.html")


class TraineeCard(program.Case):
    def test_the_form_for_paper_is_made_from_the_text(self):
        self.assertEqual(program.read(PAGE).decode(), trainee_card.made(), "tests/cli/trainee_card.py --write")

    def test_it_prints_on_two_pages(self):
        chromium = shutil.which("chromium")
        if chromium is None:
            self.skipTest("no chromium to print with")
        out = self.path("card.pdf")
        subprocess.run([chromium, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.path('profile')}", f"--print-to-pdf={out}",
                        "--no-pdf-header-footer", f"file://{PAGE}"], capture_output=True, timeout=120, check=True)
        self.assertEqual(len(re.findall(rb"/Type\s*/Page\b", program.read(out))), 2)


if __name__ == "__main__":
    program.main()
