# SPDX-License-Identifier: Apache-2.0
"""Tables of docs/ that are made from the program are what it says now."""
import re

import program
import tables


class Tables(program.Case):
    maxDiff = None

    def test_every_table_is_as_the_program_has_it(self):
        for path, text in tables.pages():
            with self.subTest(page=path):
                self.assertEqual(text, tables.made(text), "run tests/cli/tables.py --write")

    def test_every_kind_of_table_is_on_a_page_once(self):
        found = [name for _, text in tables.pages() for name in re.findall(r"<!-- table: ([\w ]+) -->", text)]
        self.assertEqual(sorted(found), sorted(tables.MADE))

    def test_every_lever_says_what_it_moves(self):
        (page,) = [text for path, text in tables.pages() if path.endswith("levers.md")]
        for lever, moves in tables.kept(page, 6).items():
            self.assertTrue(moves, f"{lever}: write what it moves into its row of docs/levers.md")


if __name__ == "__main__":
    program.main()
