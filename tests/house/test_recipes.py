# SPDX-License-Identifier: Apache-2.0
"""Recipes of CONTRIBUTING.md fit the tree as it is. tests/long/recipes.py carries them out."""
import os
import re
import shutil
import tempfile
import unittest

import recipe

KINDS = ["mechanism", "motive", "lever", "intervention", "command", "outcome series", "report section"]


class Recipes(unittest.TestCase):
    def test_there_is_one_for_each_kind(self):
        self.assertEqual([r.name for r in recipe.recipes()], KINDS)

    def test_each_has_steps_and_a_test(self):
        for r in recipe.recipes():
            with self.subTest(r.name):
                self.assertTrue(r.tests)
                self.assertTrue(any(path.startswith("tests/") for path in r.files()) or r.name == "intervention")
                for maker in r.makers:
                    self.assertTrue(os.access(os.path.join(recipe.ROOT, maker), os.X_OK), maker)

    def test_each_can_be_carried_out(self):
        for r in recipe.recipes():
            with self.subTest(r.name), tempfile.TemporaryDirectory() as tree:
                for path in r.files():
                    here = os.path.join(recipe.ROOT, path)
                    os.makedirs(os.path.dirname(os.path.join(tree, path)), exist_ok=True)
                    if os.path.exists(here):
                        shutil.copy(here, os.path.join(tree, path))
                r.carry_out(tree)
                for path in r.files():
                    text = recipe.read(os.path.join(tree, path))
                    if path.endswith((".cpp", ".hpp")):
                        self.assertTrue(text.startswith("// SPDX-License-Identifier: Apache-2.0\n"), path)
                        self.assertEqual([line for line in text.splitlines() if len(line) > 100], [], path)

    def test_targets_of_tests_exist(self):
        cmake = recipe.read(os.path.join(recipe.ROOT, "tests/CMakeLists.txt"))
        for r in recipe.recipes():
            for target, _ in r.tests:
                room = target.removeprefix("test_")
                self.assertTrue(target == "forestall" or re.search(rf"forestall_tests\({room} ", cmake), target)


class Planted(unittest.TestCase):
    def test_a_diff_that_does_not_fit_is_refused(self):
        self.assertEqual(recipe.changed("a\nb\n", " a\n+x\n", "f"), "a\nx\nb\n")
        self.assertEqual(recipe.changed("a\nb\n", "-b\n+c\n", "f"), "a\nc\n")
        for text in ("b\n", "a\na\n"):
            with self.assertRaises(AssertionError):
                recipe.changed(text, " a\n+x\n", "f")


if __name__ == "__main__":
    unittest.main()
