# SPDX-License-Identifier: Apache-2.0
"""docs/sbom.spdx.json names every library that the built program loads, and no other, each with version and licence."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import sbom

PROGRAM = os.environ.get("FORESTALL", os.path.join(sbom.ROOT, "build", "forestall"))
AGAIN = "make sbom UPDATE=1 writes it anew"
# Come with a build that looks for faults, not with the program.
OF_SANITIZERS = re.compile(r"^lib(asan|ubsan|tsan|lsan|clang-rt|clang_rt)")


@unittest.skipUnless(os.access(PROGRAM, os.X_OK), "the program is not built")
class Sbom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = json.loads(sbom.read("docs", "sbom.spdx.json"))
        cls.made = sbom.document(PROGRAM)

    def of_kind(self, document, kind):
        ids = {r["relatedSpdxElement"] for r in document["relationships"] if r["relationshipType"] == kind}
        return {p["name"]: p for p in document["packages"]
                if p["SPDXID"] in ids and not OF_SANITIZERS.match(p["name"])}

    def test_it_names_every_library_that_is_loaded_and_no_other(self):
        self.assertEqual(sorted(self.of_kind(self.kept, "DYNAMIC_LINK")), sorted(self.of_kind(self.made, "DYNAMIC_LINK")), AGAIN)

    def test_it_names_everything_that_is_compiled_in(self):
        self.assertEqual(sorted(self.of_kind(self.kept, "CONTAINS")), sorted(self.of_kind(self.made, "CONTAINS")), AGAIN)
        own = ("forestall", "Natural Earth", "Data of a scenario")
        self.assertEqual(len(self.of_kind(self.made, "CONTAINS")), len([n for n, _, _ in sbom.headings() if n not in own]),
                         "a heading of docs/licences that sbom.py does not know")

    def test_each_has_a_version_and_a_licence(self):
        made = {p["name"]: p for p in self.made["packages"]}
        for package in self.kept["packages"]:
            with self.subTest(package["name"]):
                self.assertRegex(package["versionInfo"], r"\d")
                self.assertNotIn(package["licenseDeclared"], ("", "NOASSERTION"), "add it to LOADED in sbom.py")
                if package["name"] in made:
                    self.assertEqual(package["licenseDeclared"], made[package["name"]]["licenseDeclared"], AGAIN)

    def test_it_is_spdx_2_3(self):
        self.assertEqual((self.kept["spdxVersion"], self.kept["dataLicense"]), ("SPDX-2.3", "CC0-1.0"))
        self.assertRegex(self.kept["creationInfo"]["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        ids = [p["SPDXID"] for p in self.kept["packages"]]
        self.assertEqual(len(ids), len(set(ids)))
        for one in ids:
            self.assertRegex(one, r"^SPDXRef-[A-Za-z0-9.-]+$")
        for r in self.kept["relationships"]:
            self.assertIn(r["relatedSpdxElement"], ids)

    @unittest.skipUnless(shutil.which("gcc"), "no compiler to plant a library with")
    def test_a_library_more_is_noticed(self):
        """Planted: a program that loads the terminal's library, which the program does not."""
        with tempfile.TemporaryDirectory() as box:
            path = os.path.join(box, "planted")
            subprocess.run(["gcc", "-xc", "-", "-o", path, "-Wl,--no-as-needed", "-l:libtinfo.so.6"],
                           input="int main(void) { return 0; }", text=True, check=True, capture_output=True)
            self.assertIn("libtinfo6", sbom.loaded_packages(path))
            self.assertNotIn("libtinfo6", self.of_kind(self.kept, "DYNAMIC_LINK"))


if __name__ == "__main__":
    unittest.main()
