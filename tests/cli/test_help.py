# SPDX-License-Identifier: Apache-2.0
"""Every command explains itself, and a slip on the command line gets a sentence and exit code 2."""
import json
import os
import re

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
                self.assertEqual("--output" in text, "--overwrite" in text)

    def test_the_program_lists_the_files_of_its_commands(self):
        folder = os.path.join(program.SOURCE, "sim/app/commands")
        added = set()
        for name in os.listdir(folder):
            if name.endswith(".cpp"):
                added |= set(re.findall(r"^void add_(\w+)\(Program", program.read(os.path.join(folder, name)).decode("utf-8"), flags=re.M))
        self.assertGreater(len(added), 15)
        self.assertEqual({command for command in program.COMMANDS if " " not in command}, added)
        self.assertIn("import flee", program.COMMANDS)
        self.assertIn("Example:", self.ok("--help").stdout)

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

    def test_numbers_out_of_range_are_refused_with_the_range(self):
        def refused(option, value, *command):
            words = command or ("ensemble", program.SCENARIO, "--members", 3, "-o", self.path("x.h5"))
            said = self.ok(*words, option, value, code=2, timeout=20).stderr
            self.assertIn(option, said)
            self.assertRegex(said, r" from |above ")
            return said
        for value in (2**64, 10**30, "010", "0x10", "1e3", "1_000", "", " 1", "+1", "nan"):
            refused("--seed", value)
        self.assertIn("18446744073709551615", refused("--seed", 2**64))
        for value in ("nan", "inf", "-inf", "-1", "0", "1e400", "1e12", "5s", ""):
            refused("--time-limit", value)
        for value in (4097, 2**31, 2**64):
            refused("--threads", value)
        run = ("run", program.SCENARIO, "-o", self.path("x.h5"))
        for value in (10_000_000, 2**64):
            refused("--member", value, *run)
        compare = ("compare", self.path("x.h5"))
        for option, values in {"--resamples": (98, 10**7, 2**64), "--discount": ("nan", 1.5, "-inf"), "--price-year": (1, 2**40),
                               "--inflation": ("nan", 11)}.items():
            for value in values:
                refused(option, value, *compare)
        decide = ("decide", program.SCENARIO, "--options", "all", "-o", self.path("x.h5"))
        for value in ("nan", "inf", 0, -1):
            refused("--indifference", value, *decide)
        for option, values in {"--pcs": ("nan", "inf", 2), "--bound": ("nan", -1), "--max-members": (1, 2**64)}.items():
            for value in values:
                refused(option, value, *decide, "--indifference", 1)
        for value in (0, 100001, 2**64):
            refused("--members", value, "validate", program.SCENARIO)
        for value in (0, 2**64):
            refused("--sample", value, "verify", self.path("x.h5"))
        self.assertEqual(self.json("run", program.SCENARIO, "--seed", 2**64 - 1, "-o", self.path("x.h5"))["seed"], 2**64 - 1)

    def test_a_script_gets_the_error_as_json(self):
        done = self.ok("ensemble", program.SCENARIO, "--members", 3, "--options", "x", "-o", self.path("x.h5"), "--json", code=2)
        self.assertIn("no option 'x'", json.loads(done.stdout)["error"]["message"])
        self.assertEqual(json.loads(self.ok("info", "--json", code=2).stdout)["exit_code"], 2)


if __name__ == "__main__":
    program.main()
