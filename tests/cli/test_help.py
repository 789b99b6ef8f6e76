# SPDX-License-Identifier: Apache-2.0
"""Every command explains itself, and a slip on the command line gets a sentence and exit code 2."""
import json

import program


class Help(program.Case):
    def test_every_command_has_an_example_and_the_common_options(self):
        for command in program.COMMANDS:
            with self.subTest(command):
                text = self.ok(*command.split(), "--help").stdout
                self.assertIn("Example:", text)
                self.assertIn(f"forestall {command.split()[0]}", text)
                if command != "import":
                    for option in ("--threads", "--seed", "--json", "--quiet", "--backend"):
                        self.assertIn(option, text)
                self.assertNotIn("--shuffle", text)

    def test_the_program_lists_its_commands(self):
        text = self.ok("--help").stdout
        for command in program.COMMANDS:
            self.assertIn(command.split()[0], text)
        self.assertIn("Example:", text)

    def test_every_example_is_understood(self):
        for command in program.COMMANDS:
            text = self.ok(*command.split(), "--help").stdout
            for line in text.split("Example:")[1].strip().splitlines():
                words = line.split()
                self.assertEqual(words[0], "forestall")
                self.assertNotEqual(program.run(*words[1:], "--help").returncode, 2, line)

    def test_version_names_version_and_commit(self):
        self.assertRegex(self.ok("--version").stdout, r"^forestall \d+\.\d+\.\d+ \(([0-9a-f]{40}(-dirty)?|unknown)\)\n$")


class Usage(program.Case):
    def test_nothing_is_a_usage_error(self):
        self.ok(code=2)

    def test_unknown_command_is_guessed(self):
        self.assertIn("did you mean 'check'?", self.ok("chek", program.SCENARIO, code=2).stderr)

    def test_unknown_option(self):
        self.assertIn("--membrs", self.ok("ensemble", program.SCENARIO, "--membrs", 3, "-o", "x", code=2).stderr)

    def test_values_that_make_no_sense(self):
        def refused(*more):
            return self.ok("ensemble", program.SCENARIO, "-o", self.path("x.h5"), *more, code=2).stderr
        refused("--members", -1)
        refused("--members", 0)
        refused("--members", "many")
        refused("--members", 3, "--seed", -4)
        refused("--members", 3, "--threads", -1)
        refused("--members", 3, "--backend", "magic")
        refused("--members", 3, "--shard", "5/4")
        refused("--members", 3, "--shard", "half")
        refused("--members", 3, "--resume", "--overwrite")
        refused("--members", 3, "--time-limit", 0)
        self.assertIn("none", refused("--members", 3, "--options", "peace"))
        self.assertIn("10,000,000", refused("--members", 10_000_001))
        refused("--members", 10**19)

    def test_a_script_gets_the_error_as_json(self):
        done = self.ok("ensemble", program.SCENARIO, "--members", 3, "--options", "x", "-o", self.path("x.h5"), "--json", code=2)
        self.assertIn("no option 'x'", json.loads(done.stdout)["error"]["message"])
        self.assertEqual(json.loads(self.ok("info", "--json", code=2).stdout)["exit_code"], 2)


if __name__ == "__main__":
    program.main()
