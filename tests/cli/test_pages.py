# SPDX-License-Identifier: Apache-2.0
"""The manual page and the completion say of every command what its --help says."""
import re
import shutil
import subprocess
import unittest

import program

NAME = re.compile(r"(?<![\w-])-{1,2}[A-Za-z][\w-]*")


def options_of(command):
    """Options that the help of a command lists, each at the start of its line."""
    text = program.run(*command.split(), "--help").stdout.split("Example:")[0]
    return {name for line in re.findall(r"^  (-\S.*)$", text, flags=re.M) for name in NAME.findall(line.split("  ")[0])}


def plain(line):
    """A line of the manual page without fonts."""
    return re.sub(r"\\f[BIR]", "", line).replace("\\-", "-")


class Manual(program.Case):
    def setUp(self):
        super().setUp()
        self.page = self.ok("--manual").stdout

    def section(self, command):
        text = self.page.split(f"\n.SS {command}\n")[1].split("\n.S")[0]
        return {name for head in re.findall(r"^\.TP\n(.*)$", text, flags=re.M) for name in NAME.findall(plain(head))}

    def test_it_has_every_command_and_option_in_order(self):
        self.assertEqual(re.findall(r"^\.SS (.*)$", self.page, flags=re.M), list(program.COMMANDS))
        for command in program.COMMANDS:
            with self.subTest(command):
                self.assertEqual(self.section(command), options_of(command))

    def test_it_hides_what_the_help_hides(self):
        self.assertNotIn("shuffle", self.page)

    @unittest.skipUnless(shutil.which("groff"), "no groff here")
    def test_it_can_be_set(self):
        done = subprocess.run(["groff", "-Kutf8", "-man", "-Tutf8", "-ww"], input=self.page.encode("utf-8"), capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


class Completion(program.Case):
    def setUp(self):
        super().setUp()
        program.write(self.path("forestall.bash"), self.ok("--completion").stdout)

    def offered(self, *words):
        script = 'source "$1"; shift; COMP_WORDS=(forestall "$@"); COMP_CWORD=$#; _forestall; echo "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "-uc", script, "bash", self.path("forestall.bash"), *words], capture_output=True,
                              text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return set(done.stdout.split())

    def test_commands_are_offered(self):
        self.assertEqual(self.offered(""), {c for c in program.COMMANDS if " " not in c})
        self.assertEqual(self.offered("import", ""), {c.split()[1] for c in program.COMMANDS if c.startswith("import ")})
        self.assertEqual(self.offered("ens"), {"ensemble"})

    def test_options_are_offered(self):
        for command in program.COMMANDS:
            if command != "import":
                with self.subTest(command):
                    self.assertEqual(self.offered(*command.split(), "-"), options_of(command))

    def test_words_of_a_list_are_offered(self):
        self.assertEqual(self.offered("export", "out.h5", "--format", ""), {"csv", "geojson", "graphml", "ged", "views"})
        self.assertEqual(self.offered("run", "--backend", "j"), {"jthread"})
        self.assertEqual(self.offered("check", ""), set(), "files are bash's own")


if __name__ == "__main__":
    program.main()
